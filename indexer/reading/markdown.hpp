// Markdown: lines without their markup, and the headings and table rows that it marks.
#pragma once

#include "core/text/decode.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::reading {

// Headings (both ways to mark them), tables, quotations, rules, code fences, emphasis, links,
// images and inline tags. Bullets stay: all formats write them alike. Linear.
ExtractedText extract_markdown(DecodedText decoded);

// `line` without emphasis, links, images, inline code and tags.
std::string without_inline_markup(std::string_view line);

}  // namespace ordalag::reading
