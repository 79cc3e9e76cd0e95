// Which reading of a page is taken: the own layout's, or one of poppler's.
#pragma once

#include <vector>

#include "core/base/document.hpp"
#include "indexer/extract/pdf/page_lines.hpp"

namespace ordalag::extract {

// Compares the readings by the share of words that the lexicon knows, first line by line (where
// two readings have the same letters, the spaces of the better one are taken), then as a whole.
// The own layout knows columns, notes and tables, and gives way only to a reading that is better by
// more than kClearlyBetter. Replaces `lines` by the reading taken. Linear in the page.
PageReading choose_reading(const PdfPage& page, std::vector<PageLine>& lines, KnownWords& known);

// One word in a hundred.
inline constexpr float kClearlyBetter = 0.01F;

}  // namespace ordalag::extract
