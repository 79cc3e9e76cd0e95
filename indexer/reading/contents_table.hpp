// Tables of contents.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Leaves out a table of contents with its heading: rows that end in a page number after dots, a
// tab or wide space; and rows without page numbers that follow a heading such as "Innehåll" (or
// stand together near the start) and recur as lines of their own further on. Linear.
void leave_out_contents_table(Draft& draft);

}  // namespace ordalag::reading
