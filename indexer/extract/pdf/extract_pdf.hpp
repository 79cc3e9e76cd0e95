// PDF: from the bytes of a file to lines with pages, boxes, headings and printed line numbers.
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract {

// Passes: words -> margin numbers out -> running headers and footers out -> columns and tables ->
// lines -> the best reading of each page -> paragraphs, headings, notes. `analyser` judges readings
// by the words it knows and may be null: then the own layout is taken unjudged. Pages without text
// are counted under "no_text". Errors: as of read_pdf; kBadInput when no page has text.
Result<reading::ExtractedText> extract_pdf(std::string_view bytes, const Analyser* analyser);

}  // namespace ordalag::extract
