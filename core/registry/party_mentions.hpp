// Which parties a running text names, and where.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/span.hpp"
#include "core/registry/parties.hpp"
#include "core/text/word_breaks.hpp"

namespace ordalag {

struct NamedParty {
  PartyCode code;
  ByteSpan span;  // of the name in the text
  friend bool operator==(const NamedParty&, const NamedParty&) = default;
};

// The parties that `text` names, in text order, each time: by name in any form that the registry
// has (also "Västeråsmoderaterna", "Moderata samlingspartiet"), by an abbreviation of several
// capitals ("KD"), and by one letter where it cannot mean another thing: in brackets ("(S)") or
// among other abbreviations of parties ("S, V och MP"). `year` of the text, when known, tells whose
// an old abbreviation is. Linear in the text.
std::vector<NamedParty> find_parties(std::string_view text, const PartyRegistry& parties,
                                     std::optional<int> year, WordBreaker& breaker);

}  // namespace ordalag
