// EPUB (ISO/IEC 23736): the chapters of a book in reading order.
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract {

// The chapters in the order of the spine, each read as HTML; the navigation document is left out and
// counted. Lines are paragraphs that have text, numbered from 1 through the book. States title, date
// and publisher. Errors: as of open_package; kBadInput without a package document or text.
Result<reading::ExtractedText> extract_epub(std::string_view bytes);

}  // namespace ordalag::extract
