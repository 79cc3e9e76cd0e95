// Parties (or municipalities, or years) side by side: the best passages of each, and who is silent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/search_request.hpp"
#include "searcher/answer/searcher.hpp"
#include "searcher/tally/tally.hpp"

namespace ordalag {

enum class CompareBy { kParty, kMunicipality, kYear };
std::string_view name(CompareBy by);

// Why a side has no passages. Names for JSON: name(Silence).
enum class Silence {
  kNoDocuments,  // nothing of it is in the index (or in the part of it that was asked for)
  kNoMatch,      // its documents do not say it
};
std::string_view name(Silence silence);

struct ComparedSide {
  std::string value;  // party code, name of the municipality, year
  std::string label;
  Tally tally;
  std::optional<Silence> silence;
  std::vector<Hit> hits;  // the best ones, editions collapsed, headings last
};

struct Comparison {
  std::string raw, parsed;
  std::string asked;  // the whole request as one query
  std::vector<UnknownValue> unknown;
  CompareBy by = CompareBy::kParty;
  IndexInfo index;
  Tally all;                        // over all that was asked, on whatever side
  std::vector<ComparedSide> sides;  // parties in the order of the registry, the others by value
  std::uint32_t elsewhere = 0;      // matching passages that stand on no side: by no known party
  double took_ms = 0;
};

// Compares what the request finds; `request.limit` hits a side. Sides are those that the request
// asks for, else all parties of the registry, or the municipalities or years of the index. A
// passage of several parties stands on each one's side. Passages of a theme alone are ranked by how
// much speaks for it. Errors: as of search; kUsage when there is nothing to compare.
Result<Comparison> compare(Searcher& searcher, const SearchRequest& request, CompareBy by);

}  // namespace ordalag
