// Dates that a text puts before itself.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Takes date marks off the lines into `draft.marks` (key "date") and counts them as left-out
// metadata: a line that is only a date or "Publicerad 5 juli 2021 kl 12:00", and a mark such as
// "date 2021-07" before the first words of a paragraph. Linear.
void take_date_marks(Draft& draft);

}  // namespace ordalag::reading
