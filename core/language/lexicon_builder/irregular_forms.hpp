// The rows of irregular.tsv, unfolded over the words of the dictionary.
#pragma once

#include <vector>

#include "core/language/lexicon_builder/inflection_groups.hpp"
#include "core/language/stemmer_config.hpp"
#include "core/language/string_map.hpp"

namespace ordalag {

// Sets the lemma of every form that a row speaks of, at the end of longer words (tail) and after
// the prefixes of verbs too. Returns the forms of verbs among them. About ten look-ups a form.
StringSet add_irregular(const std::vector<InflectionGroup>& groups, const StemmerConfig& config,
                        StringMap<std::string>& table);

}  // namespace ordalag
