// Vertical strips of white space through rows of words.
#pragma once

#include <vector>

#include "indexer/extract/pdf/page_words.hpp"

namespace ordalag::extract {

struct Strip {
  float left = 0, right = 0;
  float width() const { return right - left; }
};

// A row of words that overlap vertically in their middle parts; the words of columns whose lines
// do not align fall into one row.
struct WordRow {
  std::vector<PageWord> words;
  Box box;
  float size = 0;  // the greatest font size
};

// The words as rows from top to bottom. O(n log n).
std::vector<WordRow> split_into_rows(std::vector<PageWord> words);

// What `row` leaves free of [left, right], from left to right.
std::vector<Strip> free_strips(const WordRow& row, float left, float right);

// The parts that both hold, narrower ones than `least` dropped.
std::vector<Strip> intersect(const std::vector<Strip>& a, const std::vector<Strip>& b, float least);

}  // namespace ordalag::extract
