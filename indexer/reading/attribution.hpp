// Who speaks in each passage.
#pragma once

#include <vector>

#include "indexer/reading/draft.hpp"
#include "indexer/reading/signatures.hpp"

namespace ordalag::reading {

// Gives every block its attribution: signatures speak for the text above them (back to the
// signatures before, or to where a reply opens), a byline for the text below it, and everything
// else is the document's. A reply is by nobody unless it is signed. A line of speech is its
// speaker's. In minutes only what is put on record ("Reservation") is its signatories', and the rest
// nobody's. A document that is known by its signatures alone gets their parties. Linear.
void attribute(Draft& draft, const std::vector<SignedBlock>& signatures,
               const ReadContext& context);

}  // namespace ordalag::reading
