// Blocks that say themselves who speaks in them: "Anna Ek (S): Vi vill bygga.", "Anf. 12 Anna Ek (S):".
#pragma once

#include "core/registry/parties.hpp"
#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Gives such a block, and the items of a list that it opens, to its speaker; a label that stands alone
// ("Anna Ek (L) och Bo Ask (L) anför:" is one, too) all blocks up to the next label, signature or heading. A name that has stood with a party needs none
// later on. The sign of a party that no registry knows gives the speaker alone. Linear.
void attribute_labelled(Draft& draft, const PartyRegistry& parties);

}  // namespace ordalag::reading
