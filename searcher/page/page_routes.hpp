// Which page stands at which address.
#pragma once

#include <optional>

#include "searcher/http/message.hpp"
#include "searcher/page/page_context.hpp"

namespace ordalag {

// The page, style sheet or script of the request's path; nothing when none stands there. The
// context's language, parameters and path are filled in here.
std::optional<HttpResponse> answer_page(PageContext context);

// What needs no index: style sheet, script, icon, opensearch.xml.
std::optional<HttpResponse> answer_asset(const HttpRequest& request);

}  // namespace ordalag
