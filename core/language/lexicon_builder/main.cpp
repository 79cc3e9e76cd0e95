// ordalag-lexicon: makes sv.lex from hunspell-sv and stemmer-config when Ordalag is built.
#include <iostream>
#include <limits>

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

// nödgas is of nödga, which has no room for gas: the division is an accident.
bool keeps_division(std::string_view form, const StringMap<std::string>& lemmas,
                    const std::vector<std::uint32_t>& cuts) {
  const std::string* lemma = find(lemmas, form);
  const std::size_t cut = cuts.back();
  const bool restored = form[cut - 1] == form[cut - 2];  // straff|fri, written straffri
  const std::size_t shortest_head = restored ? 2 : 3;    // bytes
  return lemma == nullptr || lemma->size() >= cut + shortest_head;
}

// Adds to `simple` the listed words of up to `most_parts` elements that the lexicon at `path` does
// not divide, or rightly should not.
Status add_simple_words(const std::vector<InflectionGroup>& groups,
                        const StringMap<std::string>& lemmas, const StemmerConfig& config,
                        const char* path, std::size_t most_parts, StringSet& simple) {
  ORDALAG_TRY(lexicon, Lexicon::open(path));
  const CompoundSplitter splitter(lexicon, config);
  for (const InflectionGroup& group : groups) {
    for (const std::string& form : group.forms) {
      const auto cuts = splitter.split(form);
      if (cuts.size() >= most_parts) continue;
      if (cuts.empty() ? splitter.is_simple(form) : !keeps_division(form, lemmas, cuts))
        simple.insert(form);
    }
  }
  return {};
}

Status build(char** paths) {
  ORDALAG_TRY(dictionary, HunspellDictionary::read(paths[0], paths[1]));
  ORDALAG_TRY(config, load_stemmer_config(paths[2]));
  const std::vector<InflectionGroup> groups = make_inflection_groups(dictionary, config);
  const StringMap<std::string> lemmas = make_lemma_table(groups, config);
  const CompoundElements elements = make_compound_elements(dictionary, groups, lemmas, config);
  LexiconContents contents{&groups, &lemmas, &elements, nullptr, config.lexicon_hash};
  ORDALAG_CHECK(write_lexicon(contents, paths[3]));
  // First those of two elements: kapital|vin|sten is one of the others for as long as vin|sten is.
  StringSet simple;
  contents.simple = &simple;
  for (const std::size_t most_parts : {std::size_t{2}, std::numeric_limits<std::size_t>::max()}) {
    ORDALAG_CHECK(add_simple_words(groups, lemmas, config, paths[3], most_parts, simple));
    ORDALAG_CHECK(write_lexicon(contents, paths[3]));
  }
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
