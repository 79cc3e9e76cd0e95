// Words of which the file shows the letters and does not say which characters they are: set in a
// font without a code table, or with a wrong one. What a reader gets of them is noise.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/pdf/known_words.hpp"
#include "indexer/extract/pdf/page_words.hpp"

namespace ordalag::extract {

// Takes such words off the pages; gives the number of lines they stood on, by page.
// A font is noise when less than half of its words (of three letters or more) are written as words
// are and the lexicon knows less than a tenth; a line of one font too, when it has besides two letters or
// signs that stand in no word of Swedish, nor in a name.
// Linear in the words; of fonts that look as they should nothing is looked up.
std::vector<std::uint32_t> take_unreadable_words(std::vector<PdfPage>& pages, KnownWords& known);

}  // namespace ordalag::extract
