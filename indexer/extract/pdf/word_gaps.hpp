// Which gaps of a line are spaces. Letter-spaced headings and fonts with wrong widths have gaps within
// words.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/pdf/known_words.hpp"
#include "indexer/extract/pdf/page_words.hpp"

namespace ordalag::extract {

// The usual distance between two words of a page, in parts of the font size; the space of common
// fonts where the page has too few words to tell. Linear in the words.
float usual_word_space(const std::vector<PageWord>& words);

// The type of a line: what its gaps are measured against.
struct LineType {
  float size = 0;        // of most of its letters, points
  float word_space = 0;  // of its page, parts of the size
};

// The words of a line, from left to right, as text. A gap is closed where it is clearly narrower
// than the spaces of its line (of its page, when the line has none), some words of the line are
// pieces, and the lexicon knows more of the letters so. A page number at either end of a line
// with a wide gap beside it is set apart by a tab. Empty `words` give an empty text.
std::string text_of_words(const std::vector<PageWord>& words, const LineType& type,
                          KnownWords& known);

}  // namespace ordalag::extract
