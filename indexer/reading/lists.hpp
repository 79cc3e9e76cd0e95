// Lists without bullets, and the line that opens each list.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Makes items of the lines under a lead-in that have no bullets: several short blocks in a row
// that begin in lower case, or alike, or lack a full stop. Linear.
void find_bare_lists(Draft& draft);

// Sets `lead_in` of every list item to the block that opens its list: the paragraph just before
// its first item that ends in a colon or in an open verb ("Vi vill"), or an item of the list
// around it. A list goes on over pages and over paragraphs that belong to an item; a heading, and
// a paragraph after a blank line, end it. Headings must be known. Linear.
void find_lead_ins(Draft& draft);

}  // namespace ordalag::reading
