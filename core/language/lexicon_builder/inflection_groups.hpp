// Dictionary entries as groups of inflected forms, one group a lemma.
#pragma once

#include <string>
#include <vector>

#include "core/language/lexicon_builder/hunspell_dictionary.hpp"
#include "core/language/stemmer_config.hpp"
#include "core/language/string_map.hpp"

namespace ordalag {

struct InflectionGroup {
  std::string lemma;               // folded
  std::vector<std::string> forms;  // folded, unique
  bool noun = false;
  bool adjective = false;
  bool verb = false;
  bool name = false;            // written with a capital
  bool ends_compounds = false;  // licensed as last element

  // Entries of one or two forms mostly repeat a form of another entry.
  bool is_small() const { return forms.size() <= 2; }
};

// The groups of all entries. Derivations that the dictionary keeps inside one entry (agent nouns
// in -are, adjectives in -isk, verbal nouns and participles) become groups of their own: they are
// other words, and one key for them is the commonest wrong match.
std::vector<InflectionGroup> make_inflection_groups(const HunspellDictionary& dictionary,
                                                    const StemmerConfig& config);

}  // namespace ordalag
