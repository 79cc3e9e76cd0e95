// What a printed page puts around its text: page numbers, running headers and footers, ornaments.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Leaves out page numbers that stand alone on a line ("12", "– 12 –", "Sida 3 av 10", "3 (10)")
// and lines that recur with the pages: with a rising number ("PARTIPROGRAM | 7"), or word for word
// where they stand at page breaks or cut sentences in two. Headings and lead-ins that recur in
// the text itself do neither, and stay. Ornaments go too. The line after one of them has `page_before`. Linear.
void leave_out_page_furniture(Draft& draft);

// Leaves out lines of signs without a letter or number ("***").
void leave_out_ornaments(Draft& draft);

}  // namespace ordalag::reading
