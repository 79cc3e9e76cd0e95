// Which word each form of the dictionary is of.
#pragma once

#include <string>
#include <vector>

#include "core/language/lexicon_builder/inflection_groups.hpp"
#include "core/language/stemmer_config.hpp"
#include "core/language/string_map.hpp"

namespace ordalag {

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
