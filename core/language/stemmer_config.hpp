// How Swedish words behave, kept by hand in the folder stemmer-config.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/string_map.hpp"

namespace ordalag {

// How far a row of irregular.tsv reaches.
enum class IrregularScope {
  kFull,      // the whole word only
  kTail,      // also the end of a longer word ("huvudstäder")
  kVerb,      // also after a particle, when the lexicon has the infinitive so ("avgick")
  kPrefixed,  // after a particle only: the form alone is rather another word ("drog")
};

struct IrregularForm {
  std::string lemma;
  IrregularScope scope = IrregularScope::kFull;
};

// Which strings may not, or may exceptionally, be elements of a compound.
struct CompoundRules {
  StringSet particles;    // never a first element (in, ut, för ...)
  StringSet not_first;    // letter strings that look like first elements and are none
  StringSet also_first;   // first elements that the dictionary does not mark as such
  StringSet weak_tails;   // never a last element: they look like endings (ring, het, logisk)
  StringSet short_first;  // first elements of two or three letters that are allowed
  StringSet short_last;   // lemmas of three letters that may stand last
  StringSet degrees;      // first elements that measure what follows them (låg, hög, medel)
};

struct Abbreviation {
  std::string form;                    // as the table writes it, folded ("t.ex.")
  std::vector<std::string> expansion;  // folded words
  bool names_a_thing = false;          // a law or an organisation, not a turn of phrase or a unit
};

struct SynonymTerm {
  std::vector<std::string> words;  // folded, as written; their lemmas make the key
};

struct SynonymGroup {
  std::string id;
  bool one_way = false;  // the first term finds the others, not the reverse
  double weight = 0;
  std::vector<SynonymTerm> terms;
};

struct StemmerConfig {
  StringSet stop_words;
  StringSet weak_words;  // in any form
  StringMap<IrregularForm> irregular;
  StringMap<std::string> variants;                  // form or lemma -> normal form or lemma
  StringMap<std::vector<std::uint32_t>> compounds;  // lemma -> bytes where it divides; none: never
  CompoundRules compound_rules;
  std::vector<Abbreviation> abbreviations;
  std::vector<SynonymGroup> synonyms;
  std::uint64_t lexicon_hash = 0;  // of the files that the lexicon is built with
  std::uint64_t hash = 0;          // of all files
};

// Reads every table of `folder`; all words are folded. Errors: kBadConfig with file and line.
Result<StemmerConfig> load_stemmer_config(const std::filesystem::path& folder);

}  // namespace ordalag
