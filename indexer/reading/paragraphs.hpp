// From lines to blocks: which lines make one paragraph or one list item.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Drops blank lines and those that are left out, and keeps of them that they stood there
// (`blank_before`, `page_before`). After it every line has text. Linear.
void gather_lines(Draft& draft);

// Joins lines to blocks. A text whose lines are wrapped (many go on in lower case) is told from one
// with a paragraph a line; in the first, a line that was filled to the width of its surroundings
// goes on, in the second only one that ends in mid-sentence does. A sentence also goes on over
// blank lines and pages. After it the blocks tile the lines, items have their kind, and no block
// is a heading yet. Linear but for a window of constant size.
void join_lines(Draft& draft);

}  // namespace ordalag::reading
