// DOCX (Office Open XML, ECMA-376): paragraphs with headings, lists, tables and notes.
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract {

// The text as it stands with all changes accepted: deleted and moved-away text is gone, a paragraph
// whose mark is deleted goes on in the next. Hidden text, comments and field codes are no text;
// text boxes follow their paragraph. Headers and footers are left out and counted. Lines are
// paragraphs that have text, numbered from 1. Errors: as of open_package; kBadInput without a
// document part or text.
Result<reading::ExtractedText> extract_docx(std::string_view bytes);

}  // namespace ordalag::extract
