// The synonym table by lemma.
#pragma once

#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/language/morphology.hpp"
#include "core/language/stemmer_config.hpp"

namespace ordalag {

// Synonyms of words and of phrases (keyed by their lemmas with a space between), from
// synonyms.tsv, and law and authority abbreviations with their names from abbreviations.tsv.
class SynonymTable {
 public:
  SynonymTable(const StemmerConfig& config, const Morphology& morphology);

  // Those of `lemma`; empty when there is none. A lemma of several groups has the union, each
  // synonym once with its highest weight.
  std::vector<Analyser::Synonym> of(std::string_view lemma) const;

 private:
  void add(std::string_view lemma, Analyser::Synonym synonym);

  StringMap<std::vector<Analyser::Synonym>> table_;
};

}  // namespace ordalag
