// Forms that the dictionary writes as entries of their own, or leaves out.
#pragma once

#include <vector>

#include "core/language/lexicon_builder/inflection_groups.hpp"

namespace ordalag {

// Entries that repeat an inflected form of another entry (fina beside fin, blåser beside blåsa) are
// given that entry's lemma.
void attach_repeated_forms(std::vector<InflectionGroup>& groups);

// What the rich have is de rikas: the dictionary has the form of some adjectives only. Beside a
// verb (klara) it is the passive.
void add_plural_genitives(std::vector<InflectionGroup>& groups);

}  // namespace ordalag
