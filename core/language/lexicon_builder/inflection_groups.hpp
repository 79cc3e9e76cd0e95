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
  bool name = false;               // written with a capital
  bool ends_compounds = false;     // licensed as last element
};

// The groups of all entries. Derivations that the dictionary keeps inside one entry (agent nouns
// in -are, adjectives in -isk, verbal nouns and participles) become groups of their own: they are
// other words, and one key for them is the commonest wrong match.
std::vector<InflectionGroup> make_inflection_groups(const HunspellDictionary& dictionary);

// Which of several groups a form is likeliest to be of.
class GroupChoice {
 public:
  explicit GroupChoice(const std::vector<InflectionGroup>& groups);

  // Higher is likelier; comparable between groups that have `form`.
  int likelihood(const std::string& form, const InflectionGroup& group) const;

 private:
  StringSet adjective_plurals_;  // of adjectives that are no participles: "svenska", "sjuka"
};

// Form -> lemma over all groups and irregular.tsv. A form of several groups goes to the likeliest:
// the rules and their measurement are beside the code.
StringMap<std::string> make_lemma_table(const std::vector<InflectionGroup>& groups,
                                        const StemmerConfig& config);

}  // namespace ordalag
