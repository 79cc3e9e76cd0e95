// What the dictionary says about compound elements, before any counting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language/lexicon_builder/hunspell_dictionary.hpp"
#include "core/language/lexicon_builder/inflection_groups.hpp"
#include "core/language/stemmer_config.hpp"
#include "core/language/string_map.hpp"

namespace ordalag {

// How a string may serve as first element.
enum class FirstElement {
  kNo,
  kLicensed,  // the dictionary marks it so
  kDerived,   // made from a lemma by the usual linking forms
  kName,      // a proper name of the dictionary
};

// Sets of folded forms and lemmas, all from the dictionary.
struct ElementInventory {
  StringSet licensed_first;
  StringSet licensed_last;
  StringMap<std::string> licensed_lemma;          // licensed first element -> its word
  StringMap<std::vector<std::string>> derived;    // derived first element -> lemmas
  StringSet names;                                // written with a capital only
  StringSet noun_forms, adjective_forms, verb_forms;
  StringSet noun_lemmas, adjective_lemmas;
  StringMap<std::string> head_lemma;              // see CompoundElements
  std::vector<std::string> words;                 // lemmas of six letters or more, sorted
  const CompoundRules* rules = nullptr;

  FirstElement first_kind(std::string_view form) const;
  bool may_end(std::string_view form) const;
  // The base form of `form` as last element.
  const std::string& head(const std::string& form) const;
};

ElementInventory take_inventory(const HunspellDictionary& dictionary,
                                const std::vector<InflectionGroup>& groups,
                                const StringMap<std::string>& lemmas,
                                const StemmerConfig& config);

}  // namespace ordalag
