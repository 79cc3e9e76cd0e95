// Which strings may be elements of a compound, what they stand for, and how likely they are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/language/lexicon_builder/hunspell_dictionary.hpp"
#include "core/language/lexicon_builder/inflection_groups.hpp"
#include "core/language/stemmer_config.hpp"
#include "core/language/string_map.hpp"

namespace ordalag {

// Natural logarithms of probabilities; kImpossible: not an element.
inline constexpr double kImpossible = -1e9;
struct ElementScore {
  double in_listed = kImpossible;    // inside a word that is itself in the dictionary
  double in_unlisted = kImpossible;
};

struct Modifier {
  std::string lemma;
  ElementScore score;
};

struct CompoundElements {
  StringMap<Modifier> modifiers;     // first and middle elements as they stand in compounds
  StringMap<ElementScore> heads;     // inflected forms that may end a compound
  StringMap<std::string> head_lemma; // form -> base form as last element, nouns preferred
  std::vector<std::string> wholes;   // names that are never split
};

// Counts, over the words of the dictionary alone, with how many different partners each element
// goes (three rounds of expectation and best split), and scores every element by it. About five
// seconds. `lemmas` is make_lemma_table's result.
CompoundElements make_compound_elements(const HunspellDictionary& dictionary,
                                        const std::vector<InflectionGroup>& groups,
                                        const StringMap<std::string>& lemmas,
                                        const StemmerConfig& config);

}  // namespace ordalag
