// Ordalag behind the HTTP server: which address is answered by what.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "core/language/analyser.hpp"
#include "searcher/http/answer_cache.hpp"
#include "searcher/http/rate_limiter.hpp"
#include "searcher/http/service.hpp"
#include "searcher/serve/access_log.hpp"
#include "searcher/serve/held_index.hpp"
#include "searcher/serve/server_metrics.hpp"

namespace ordalag {

struct ApplicationOptions {
  std::filesystem::path index;
  std::shared_ptr<const Analyser> analyser;
  std::size_t workers = 1;
  std::chrono::milliseconds query{5000};      // a request may take
  std::size_t response_bytes = 32UL << 20U;   // an answer may have
  std::string token;                          // empty: none is asked for
  double requests_per_second = 0;             // of one client; 0: any number
  AccessLog access_log = AccessLog::kPath;
  std::size_t cache_bytes = 64UL << 20U;  // of answers kept for who asks the same again; 0: none
};

class Application : public HttpService {
 public:
  // Log lines go to `log`, which outlives the application.
  Application(const ApplicationOptions& options, std::ostream& log);

  // Opens the index for every worker, and warms it up. Errors: those of Searcher::open.
  Status open();

  std::optional<HttpResponse> answer_at_once(const HttpRequest& request) override;
  HttpResponse answer(const HttpRequest& request, std::size_t worker) override;
  HttpResponse refuse(const HttpRequest& request, const Error& error) override;
  void note(const HttpRequest& request, const HttpResponse& response,
            const Served& served) override;
  void note_connections(int change) override { metrics_.note_connections(change); }
  void note_waiting(std::size_t requests) override { metrics_.note_waiting(requests); }

 private:
  std::optional<HttpResponse> refuse_client(const HttpRequest& request);
  std::optional<HttpResponse> answer_monitor(const HttpRequest& request);
  HttpResponse answer_with_page(const HttpRequest& request,
                                const std::vector<std::string>& segments, HeldIndex& index);
  HttpResponse answer_with_index(const HttpRequest& request, HeldIndex& index);
  HttpResponse ready(const HttpRequest& request) const;

  const ApplicationOptions options_;
  const std::string openapi_;
  std::vector<std::unique_ptr<HeldIndex>> indexes_;  // by worker
  std::unique_ptr<RateLimiter> limiter_;             // null: no limit
  AnswerCache cache_;
  ServerMetrics metrics_;
  AccessLogger log_;
};

}  // namespace ordalag
