#include "core/language/lexicon_builder/lemma_table.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "core/language/lexicon_builder/irregular_forms.hpp"
#include "core/language/lexicon_builder/letters.hpp"

namespace ordalag {
namespace {

bool looks_like_participle(std::string_view lemma) {
  return lemma.ends_with('d') || lemma.ends_with('t') || lemma.ends_with("en");
}

// How likely `form` is to be of `group` rather than of another group that has it: common words
// before names, base forms before inflected ones, nouns before adjectives before verbs, longer
// lemmas before shorter (ställen is of ställe, not of ställ), larger groups before smaller.
// Exceptions: the preterite of a verb before the plural of its participle (delade), the plural of
// an adjective before a noun of the same spelling (svenska, sjuka), the passive of a verb before
// the genitive of a noun (ställs), and entries of one or two forms, which mostly repeat a form of
// another entry, after all else. Measured on the development half of the lemma gold.
int score(const std::string& form, const InflectionGroup& group,
          const StringSet& adjective_plurals) {
  const bool own = form == group.lemma;
  int value = group.noun ? 300 : group.adjective ? 200 : 100;
  value += static_cast<int>(std::min<std::size_t>(group.forms.size(), 20));
  if (group.name) return value - 400 + (own ? 150 : 0);
  if (group.is_small()) return value / 10;
  if (group.noun && form.size() == group.lemma.size() + 1 && form.ends_with('s')) return 90;
  if (group.adjective && !group.noun && !own) {
    if (looks_like_participle(group.lemma)) return 50;
    if (adjective_plurals.contains(form)) return 280;
  }
  if (own && group.noun && adjective_plurals.contains(form)) return 180;
  if (own) value += 150;
  if (group.noun && form.starts_with(group.lemma)) {
    value += 10 * static_cast<int>(std::min<std::size_t>(letter_count(group.lemma), 10));
  }
  return value;
}

// Words with an inflection of their own: their forms stay theirs, even where the base form alone is
// more often a form of another word (klara of klar, but klarar of klara). Of the forms of irregular
// verbs only nouns are: droger is of drog, but draga and such entries as valde are old or odd.
StringSet inflected_words(const std::vector<InflectionGroup>& groups, const StringSet& of_verbs) {
  constexpr std::size_t kDeclined = 5;
  StringSet words;
  for (const InflectionGroup& group : groups) {
    if (group.name || group.is_small()) continue;
    const bool declined = group.noun && group.forms.size() >= kDeclined;
    if (declined || !of_verbs.contains(group.lemma)) words.insert(group.lemma);
  }
  return words;
}

// A lemma that is itself a form of another lemma is replaced by that.
void resolve_chains(const StringSet& inflected, StringMap<std::string>& table) {
  for (auto& [form, lemma] : table) {
    for (int step = 0; step < 4 && !inflected.contains(lemma); ++step) {
      const std::string* next = find(table, lemma);
      if (next == nullptr || *next == lemma || *next == form) break;
      lemma = *next;
    }
  }
}

}  // namespace

GroupChoice::GroupChoice(const std::vector<InflectionGroup>& groups) {
  for (const InflectionGroup& group : groups) {
    if (!group.adjective || group.noun) continue;
    for (const std::string& form : group.forms) {
      if (form == group.lemma + "a" || form == group.lemma + "e") adjective_plurals_.insert(form);
    }
  }
}

int GroupChoice::likelihood(const std::string& form, const InflectionGroup& group) const {
  return score(form, group, adjective_plurals_);
}

StringMap<std::string> make_lemma_table(const std::vector<InflectionGroup>& groups,
                                        const StemmerConfig& config) {
  const GroupChoice choice(groups);
  StringMap<std::string> table;
  StringMap<int> scores;
  for (const InflectionGroup& group : groups) {
    for (const std::string& form : group.forms) {
      const int likelihood = choice.likelihood(form, group);
      const auto [known, fresh] = scores.try_emplace(form, likelihood);
      if (fresh || likelihood > known->second) {
        known->second = likelihood;
        table[form] = group.lemma;
      }
    }
  }
  const StringSet of_verbs = add_irregular(groups, config, table);
  resolve_chains(inflected_words(groups, of_verbs), table);
  return table;
}

}  // namespace ordalag
