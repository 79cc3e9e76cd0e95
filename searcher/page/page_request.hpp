// The parameters of a page as a search: the same names as the options of `search`.
#pragma once

#include "core/base/result.hpp"
#include "searcher/answer/search_request.hpp"
#include "searcher/page/page_context.hpp"

namespace ordalag {

// Parameters that `search` does not know are passed over: links gather such on their way through
// other sites. Errors: kUsage.
Result<SearchRequest> search_request(const PageContext& context);

// True for the names of filters: party, theme, ...
bool is_filter(std::string_view name);

}  // namespace ordalag
