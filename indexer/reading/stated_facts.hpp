// What a file states about itself before its text: front matter between "---" lines, and comments
// ("<!-- title | antaget 2021-07-05 | https://... -->").
#pragma once

#include "indexer/reading/extracted_text.hpp"

namespace ordalag::reading {

// Moves front matter and leading comments out of `extracted.lines` (the lines become blank) into
// `stated` and `stated_at`. Keys of front matter are kept in lower case; the parts of a comment
// get the keys "url", "date" and "title". Linear.
void take_stated_facts(ExtractedText& extracted);

}  // namespace ordalag::reading
