// The canonical text of each block.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Fills Block::text: the contents of its lines, cleaned, joined by a space or by what a line-end
// hyphen calls for, in NFC. Linear.
void compose_texts(Draft& draft, const ReadContext& context);

}  // namespace ordalag::reading
