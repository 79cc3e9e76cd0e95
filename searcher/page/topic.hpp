// What the pages on one matter share: the question, and how a tally is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/answer/search_request.hpp"
#include "searcher/page/layout.hpp"
#include "searcher/page/page_context.hpp"
#include "searcher/tally/tally.hpp"

namespace ordalag {

// A form for words and a theme, sent to `action`.
Html topic_form(const PageContext& context, std::string_view action, std::string_view button);

// The parameters as a request for all words; nothing when nothing was asked yet. Errors: kUsage.
std::optional<Result<SearchRequest>> topic_request(const PageContext& context);

// "3,2": passages per 10,000 words, which makes long programmes and short ones comparable; empty
// without words.
std::string rate_text(const PageContext& context, const Tally& tally);

// Draws an error on the page, and gives the page its status.
void draw_refusal(Page& page, const PageContext& context, const Error& error);

}  // namespace ordalag
