// Finds and ranks passages.
#pragma once

#include <cstdint>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/match/text_view.hpp"
#include "searcher/rank/edition_folder.hpp"
#include "searcher/rank/ranked.hpp"
#include "searcher/rank/weights.hpp"

namespace ordalag {

struct PassageSearchOptions {
  MatchMode match = MatchMode::kAuto;
  SortOrder sort = SortOrder::kRelevance;
  EditionMode editions = EditionMode::kCollapse;
  std::uint32_t sorted = 10;                // so many hits are wanted in final order
  std::uint32_t counted = kCountedMatches;  // so many matches are counted
};

// What a search works with; kept from one search to the next.
struct SearchTools {
  const IndexReader& reader;
  TextView& view;
  EditionFolder& folder;
};

// Passages that match, in the order of tier, score (or date) and id; those of a pure filter in the
// order of the documents and their text. Cost: of the index's matches, and of analysing
// kReranked passages (all candidates of a phrase, form or wildcard).
Ranking search_passages(const ResolvedQuery& query, const PassageSearchOptions& options,
                        const SearchTools& tools);

}  // namespace ordalag
