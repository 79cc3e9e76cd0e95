// Addresses at the end of a text: who sends it, not what it says.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Leaves out postal addresses, telephone numbers, e-mail and web addresses that stand together near
// the end, at least two. The line right above them is kept, and marked as the sender ("sender").
void leave_out_contact_lines(Draft& draft);

}  // namespace ordalag::reading
