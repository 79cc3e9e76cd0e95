// Verbs that the dictionary hides among the endings of other words.
#pragma once

#include <vector>

#include "core/language/lexicon_builder/inflection_groups.hpp"
#include "core/language/stemmer_config.hpp"
#include "core/language/string_map.hpp"

namespace ordalag {

// The dictionary is made for spelling, where it does not matter whose form a form is: it writes
// ersätta as a plural of ersätt, nämnas as a plural of nämen, skydda as a plural of skydd, and
// fälls as a word of its own. Gives such forms to the group of the infinitive. `words`: all
// entries, folded. Linear in the forms.
void gather_verbs(const StringSet& words, const StemmerConfig& config,
                  std::vector<InflectionGroup>& groups);

}  // namespace ordalag
