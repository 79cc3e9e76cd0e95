// What the pages on one matter share: the question.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/answer/search_request.hpp"
#include "searcher/page/html.hpp"
#include "searcher/page/page_context.hpp"

namespace ordalag {

// A form for words and a theme, sent to `action`.
Html topic_form(const PageContext& context, std::string_view action, std::string_view button);

// The parameters as a request for all words; nothing when nothing was asked yet. Errors: kUsage.
std::optional<Result<SearchRequest>> topic_request(const PageContext& context);

}  // namespace ordalag
