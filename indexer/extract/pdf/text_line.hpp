// Words that stand on one line, and the line as text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/extract/pdf/known_words.hpp"
#include "indexer/extract/pdf/page_words.hpp"

namespace ordalag::extract {

struct TextLine {
  std::string text;
  Box box;
  float size = 0;      // of most of its letters, points
  bool bold = false;   // all its letters
  bool bullet = false; // opens with a picture that stands for a bullet
  std::vector<std::string> note_marks;  // references to notes, not in `text`
};

// The words of one column grouped into lines from top to bottom, each from left to right. Words
// are on a line when they share half of the smaller height. O(n log n).
std::vector<std::vector<PageWord>> group_into_lines(std::vector<PageWord> words);

// The words as a line, its text after `text_of_words`; `word_space` is that of the page, in parts of
// the font size. Empty `words` give an empty line.
TextLine make_line(const std::vector<PageWord>& words, float word_space, KnownWords& known);

}  // namespace ordalag::extract
