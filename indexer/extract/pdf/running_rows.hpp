// Running headers and footers, found by their repetition across pages, and the page numbers in them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/document.hpp"
#include "indexer/extract/pdf/page_words.hpp"

namespace ordalag::extract {

struct RunningRows {
  std::vector<std::string> labels;  // by page: the number printed on it; empty when none is known
  std::vector<LeftOut> left_out;    // `at` counts pages
};

// Takes the rows at the top and bottom of the pages that repeat at the same height on at least
// three pages near each other (two, in a document of up to six), digits apart, and rows of a page number
// alone. A label is the printed number; a page between numbered ones gets the number it would have;
// other pages get the file's own label where the file numbers its pages otherwise than from 1.
RunningRows take_running_rows(std::vector<PdfPage>& pages);

}  // namespace ordalag::extract
