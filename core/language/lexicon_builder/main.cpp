// ordalag-lexicon: makes sv.lex from hunspell-sv and stemmer-config when Ordalag is built.
#include <iostream>

#include "core/language/lexicon_builder/compound_elements.hpp"
#include "core/language/lexicon_builder/hunspell_dictionary.hpp"
#include "core/language/lexicon_builder/inflection_groups.hpp"
#include "core/language/lexicon_builder/lexicon_writer.hpp"
#include "core/language/stemmer_config.hpp"

namespace ordalag {
namespace {

Status build(char** paths) {
  ORDALAG_TRY(dictionary, HunspellDictionary::read(paths[0], paths[1]));
  ORDALAG_TRY(config, load_stemmer_config(paths[2]));
  const std::vector<InflectionGroup> groups = make_inflection_groups(dictionary);
  const StringMap<std::string> lemmas = make_lemma_table(groups, config);
  const CompoundElements elements = make_compound_elements(dictionary, groups, lemmas, config);
  ORDALAG_CHECK(write_lexicon({&groups, &lemmas, &elements, config.lexicon_hash}, paths[3]));
  std::cout << lemmas.size() << " forms, " << elements.modifiers.size() << " modifiers, "
            << elements.heads.size() << " heads\n";
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
