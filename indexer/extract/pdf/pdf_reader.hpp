// The one place that knows poppler: from the bytes of a PDF to words with boxes.
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "indexer/extract/pdf/page_words.hpp"

namespace ordalag::extract {

// Loads what poppler loads late (character set modules). Call it once before the sandbox closes:
// without them poppler gives empty words and no error.
void prepare_pdf_reader();

// Errors: kBadInput for a file that is broken beyond repair or encrypted; kTooLarge beyond
// kMostPages. Linear in the pages; about 3 ms a page.
Result<PdfContents> read_pdf(std::string_view bytes);

inline constexpr int kMostPages = 10'000;

}  // namespace ordalag::extract
