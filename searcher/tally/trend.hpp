// How much is said of a matter from year to year, and by whom.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "searcher/answer/search_request.hpp"
#include "searcher/answer/searcher.hpp"
#include "searcher/tally/tally.hpp"

namespace ordalag {

struct PartyTally {
  std::string value, label;
  Tally tally;
};

struct TrendYear {
  int year = 0;
  Tally tally;
  std::vector<PartyTally> parties;  // those with documents of that year, by code
};

struct Trend {
  std::string raw, parsed;
  std::string asked;  // the whole request as one query
  std::vector<UnknownValue> unknown;
  IndexInfo index;
  Tally all;                     // whatever the year
  Tally undated;                 // of documents without a date
  std::vector<TrendYear> years;  // every year from the first to the last that has documents
  double took_ms = 0;
};

// The year is the document's; one of a period counts in each of its years. A passage of several
// parties counts for each. Errors: as of search; kUsage when the request is about nothing.
Result<Trend> trend(Searcher& searcher, const SearchRequest& request);

}  // namespace ordalag
