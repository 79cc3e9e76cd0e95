// Great initials that reach over several lines, given back to the words that they open.
#pragma once

#include "indexer/extract/pdf/known_words.hpp"
#include "indexer/extract/pdf/page_words.hpp"

namespace ordalag::extract {

// A single capital letter at least twice as large as the body, with smaller words to its right, goes
// to the first of them: into the word, where the lexicon knows the two together or nothing tells
// otherwise, else before it as a word of its own ("I", "Å").
void join_drop_caps(PdfPage& page, float body_size, KnownWords& known);

}  // namespace ordalag::extract
