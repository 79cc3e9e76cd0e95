// Orders hits by the dates of their documents.
#pragma once

#include <cstddef>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/rank/ranked.hpp"

namespace ordalag {

// Puts the first `wanted` hits in order of date (kOldest or kNewest), then of tier, score and id.
// What is undated stands last, whichever way the dates run. Reads every hit's document once.
void sort_by_date(std::vector<Ranked>& hits, std::size_t wanted, SortOrder order,
                  const IndexReader& reader);

}  // namespace ordalag
