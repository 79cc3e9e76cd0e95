// ODT (OpenDocument text, ISO/IEC 26300): paragraphs with headings, lists, tables and notes.
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract {

// The text as it stands with all changes accepted. Comments are no text; text boxes follow their
// paragraph; a table of contents, headers and footers are left out and counted. Lines are paragraphs
// that have text, numbered from 1. Errors: as of open_package; kBadInput without content or text.
Result<reading::ExtractedText> extract_odt(std::string_view bytes);

}  // namespace ordalag::extract
