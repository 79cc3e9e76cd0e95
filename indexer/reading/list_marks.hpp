// Bullets and numbers that open list items.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Finds the lines that open a list item, and takes the bullet ("•", "-", "–", "*", "·", "o", ...)
// or number ("1.", "1)", "a)") off their content into `Line::mark`. A number that opens a heading
// or goes on a sentence, a dash that opens speech or goes on a sentence, and a hyphen of another
// kind stay. A bullet alone on a line goes to the line after it. Linear.
void find_list_marks(Draft& draft);

}  // namespace ordalag::reading
