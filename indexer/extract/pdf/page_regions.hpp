// The order in which a page is read: bands from top to bottom, and within a band columns from left
// to right or a table row by row.
#pragma once

#include <vector>

#include "indexer/extract/pdf/page_words.hpp"

namespace ordalag::extract {

enum class RegionKind { kText, kTable };

struct PageRegion {
  RegionKind kind = RegionKind::kText;
  std::vector<PageWord> words;     // kText: of one column
  std::vector<std::vector<PageWord>> cells;  // kTable: the words of each column of one row
};

// Regions in reading order. A band is a run of rows that one or more vertical strips of white space
// go through; it is a table when its cells start together row by row or leave most of their width
// empty, else its columns are read one after the other. After Nagy & Seth's recursive XY-cut
// (1984), with bands found by the strips instead of by the widest gap. O(n log n) for n words.
std::vector<PageRegion> order_regions(std::vector<PageWord> words, float body_size);

}  // namespace ordalag::extract
