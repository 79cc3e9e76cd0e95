// Line numbers that a document prints in its margin: out of the text, and kept beside it.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/pdf/page_words.hpp"

namespace ordalag::extract {

struct PrintedLineNumber {
  std::uint32_t value = 0;
  Box box;
};

// Takes the line numbers out of the words of `pages` and returns them by page, from top to bottom.
// They stand under each other beside the text, rise by a constant step (1, 2, 5 or 10) at a
// constant distance that fits the lines of running text, and begin at the step or 1 or go on from
// the page before; so neither the numbers of a list nor the years of a table are taken.
std::vector<std::vector<PrintedLineNumber>> take_line_numbers(std::vector<PdfPage>& pages,
                                                              float body_size);

}  // namespace ordalag::extract
