// Page numbers that stand alone on their lines.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Leaves out "12", "- 12 -", "sida 12 av 40" and, in a row that rises, "iv". Numbers on lines in a
// row are the cells of a table and stay.
void leave_out_page_numbers(Draft& draft);

}  // namespace ordalag::reading
