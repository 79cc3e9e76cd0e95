// Which page stands at which address.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/http/message.hpp"
#include "searcher/page/page_context.hpp"

namespace ordalag {

// The methods that the page at this path takes ("GET, HEAD"); empty when none stands there.
std::string_view page_methods(const std::vector<std::string>& segments);

// The page of the context's path, which must be one of those. The context's language and parameters are
// filled in here.
HttpResponse answer_page(PageContext context);

// What needs no index: style sheet, script, icon, opensearch.xml.
std::optional<HttpResponse> answer_asset(const HttpRequest& request);

}  // namespace ordalag
