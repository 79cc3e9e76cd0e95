// Answers the requests under /v1: a request becomes a call of a command.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "searcher/answer/searcher.hpp"
#include "searcher/http/answer_cache.hpp"
#include "searcher/http/message.hpp"
#include "searcher/serve/route.hpp"

namespace ordalag {

// What a request is answered with.
struct ApiContext {
  std::filesystem::path index;
  std::shared_ptr<Searcher> searcher;
  AnswerCache& cache;
};

// Errors become problems. 304 when the client has the answer of this revision.
HttpResponse answer_api(const HttpRequest& request, const Routed& routed,
                        const ApiContext& context);

}  // namespace ordalag
