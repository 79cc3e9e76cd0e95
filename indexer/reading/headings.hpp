// Headings, the title, and the sections that they open.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Makes headings of the blocks that the format marks as such, and of those that look it: short,
// a capital (or a number) first, no final stop, not the first half of a sentence nor a lead-in, set
// apart from the paragraph before, and followed by text, a list or another heading. A long row of
// such lines is a list or a title page, not headings. Linear.
void find_headings(Draft& draft);

// Gives the headings that open the text, before its first paragraph and before the heading of
// that paragraph, the role kTitle. `stated` is true when the title is known already.
void find_title_blocks(Draft& draft, const ReadContext& context);

// Fills `sections` and every block's `section`. Levels come from the format, else from numbering
// ("2.1", "KAPITEL 2"), else capitals above small letters; where nothing tells, one level. Titles
// open no section, unless the text follows them directly. Linear.
void find_sections(Draft& draft);

}  // namespace ordalag::reading
