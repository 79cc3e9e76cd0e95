// What matches by party, theme, municipality, kind and year, with denominators.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "searcher/answer/search_request.hpp"
#include "searcher/answer/searcher.hpp"
#include "searcher/tally/tally.hpp"

namespace ordalag {

struct FacetValue {
  std::string value;  // id of a party or theme; a municipality or kind as the documents write it
  std::string label;
  Tally tally;
};

// Each list falls by count, then by value; years rise. Only values that something matches.
struct FacetTable {
  SearchAnswer answer;  // query, totals and index; without hits
  std::string asked;    // the whole request as one query
  std::vector<FacetValue> party, theme, municipality, kind, year;
};

// A row counts what the request would find if it were narrowed to its value. Errors: as of search.
Result<FacetTable> tabulate(Searcher& searcher, const SearchRequest& request);

}  // namespace ordalag
