// HTML: the content of a web page as paragraphs, headings, list items and table rows.
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "indexer/extract/text_builder.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract {

// Content alone: navigation, menus, cookie notices and footers are left out and counted. Lines are
// paragraphs (headings, list items, table rows) that have text, numbered from 1. States title, date,
// url and publisher where the markup does. Errors: as of decode_html and parse_html; kBadInput
// without text. Linear.
Result<reading::ExtractedText> extract_html(std::string_view bytes);

// Adds the paragraphs of a chapter of a book: all of it is content. Errors: as above, but no text
// is no error.
Status add_chapter(std::string_view bytes, TextBuilder& builder);

}  // namespace ordalag::extract
