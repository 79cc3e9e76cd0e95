// Line numbers that a document prints in its margin.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Takes margin numbers off the lines and keeps them in `Line::printed`. They are told by their
// consistency over the whole document: numbers at line ends (or line starts) that rise by one (or
// by five or ten) from line to line, on most lines, also on otherwise empty ones and on lines that
// go on in mid-sentence. A number that breaks the row belongs to the text and stays. Linear.
void remove_margin_numbers(Draft& draft);

}  // namespace ordalag::reading
