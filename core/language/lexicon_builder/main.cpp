// ordalag-lexicon: makes sv.lex from hunspell-sv and stemmer-config when Ordalag is built.
#include <iostream>

#include "core/language/compound_splitter.hpp"
#include "core/language/lexicon.hpp"
#include "core/language/lexicon_builder/compound_elements.hpp"
#include "core/language/lexicon_builder/hunspell_dictionary.hpp"
#include "core/language/lexicon_builder/inflection_groups.hpp"
#include "core/language/lexicon_builder/lemma_table.hpp"
#include "core/language/lexicon_builder/lexicon_writer.hpp"
#include "core/language/stemmer_config.hpp"

namespace ordalag {
namespace {

// The listed words that the lexicon at `path` does not divide.
Result<StringSet> simple_words(const std::vector<InflectionGroup>& groups,
                               const StemmerConfig& config, const char* path) {
  ORDALAG_TRY(lexicon, Lexicon::open(path));
  const CompoundSplitter splitter(lexicon, config);
  StringSet simple;
  for (const InflectionGroup& group : groups)
    for (const std::string& form : group.forms)
      if (splitter.is_simple(form)) simple.insert(form);
  return simple;
}

Status build(char** paths) {
  ORDALAG_TRY(dictionary, HunspellDictionary::read(paths[0], paths[1]));
  ORDALAG_TRY(config, load_stemmer_config(paths[2]));
  const std::vector<InflectionGroup> groups = make_inflection_groups(dictionary, config);
  const StringMap<std::string> lemmas = make_lemma_table(groups, config);
  const CompoundElements elements = make_compound_elements(dictionary, groups, lemmas, config);
  LexiconContents contents{&groups, &lemmas, &elements, nullptr, config.lexicon_hash};
  ORDALAG_CHECK(write_lexicon(contents, paths[3]));
  ORDALAG_TRY(simple, simple_words(groups, config, paths[3]));
  contents.simple = &simple;
  ORDALAG_CHECK(write_lexicon(contents, paths[3]));
  std::cout << lemmas.size() << " forms, " << elements.modifiers.size() << " modifiers, "
            << elements.heads.size() << " heads, " << simple.size() << " simple words\n";
  return {};
}

}  // namespace
}  // namespace ordalag

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: ordalag-lexicon SV.aff SV.dic STEMMER-CONFIG SV.lex\n";
    return 2;
  }
  const ordalag::Status done = ordalag::build(argv + 1);
  if (!done) {
    std::cerr << "ordalag-lexicon: " << ordalag::describe(done.error()) << "\n";
    return ordalag::info(done.error().code).exit_status;
  }
  return 0;
}
