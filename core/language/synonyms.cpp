#include "core/language/synonyms.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/language/snowball.hpp"
#include "core/text/join.hpp"

namespace ordalag {
namespace {

// How much an abbreviation and what it stands for are worth to each other.
constexpr double kAbbreviationWeight = 0.5;

}  // namespace

SynonymTable::SynonymTable(const StemmerConfig& config, const Morphology& morphology) {
  const Snowball snowball;
  const auto lemmas_of = [&](const std::vector<std::string>& words) {
    std::vector<std::string> lemmas;
    for (const std::string& word : words) {
      lemmas.push_back(morphology.analyse(word, snowball).lemma);
    }
    return lemmas;
  };
  for (const SynonymGroup& group : config.synonyms) {
    std::vector<std::vector<std::string>> terms;
    for (const SynonymTerm& term : group.terms) terms.push_back(lemmas_of(term.words));
    for (std::size_t from = 0; from < (group.one_way ? 1 : terms.size()); ++from) {
      for (std::size_t to = 0; to < terms.size(); ++to) {
        if (to != from) add(joined(terms[from], " "), {terms[to], group.weight});
      }
    }
  }
  for (const Abbreviation& abbreviation : config.abbreviations) {
    if (!abbreviation.names_a_thing) continue;
    const std::vector<std::string> lemmas = lemmas_of(abbreviation.expansion);
    const std::string short_lemma = morphology.analyse(abbreviation.form, snowball).lemma;
    add(short_lemma, {lemmas, kAbbreviationWeight});
    add(joined(lemmas, " "), {{short_lemma}, kAbbreviationWeight});
  }
}

void SynonymTable::add(std::string_view lemma, Analyser::Synonym synonym) {
  if (joined(synonym.lemmas, " ") == lemma) return;
  std::vector<Analyser::Synonym>& known = table_[std::string(lemma)];
  const auto same = std::find_if(known.begin(), known.end(), [&](const Analyser::Synonym& other) {
    return other.lemmas == synonym.lemmas;
  });
  if (same == known.end()) {
    known.push_back(std::move(synonym));
  } else {
    same->weight = std::max(same->weight, synonym.weight);
  }
}

std::vector<Analyser::Synonym> SynonymTable::of(std::string_view lemma) const {
  const auto* known = find(table_, lemma);
  return known == nullptr ? std::vector<Analyser::Synonym>{} : *known;
}

}  // namespace ordalag
