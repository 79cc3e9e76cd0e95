#include "core/language/lexicon_builder/repeated_forms.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "core/language/lexicon_builder/letters.hpp"
#include "core/language/string_map.hpp"

namespace ordalag {
namespace {

// Endings that an entry of its own may add to another entry's word.
struct Ending {
  std::string_view drop;
  std::string_view give_back;
};
constexpr std::array<Ending, 6> kAdjectiveEndings = {
    {{"a", ""}, {"e", ""}, {"t", ""}, {"are", ""}, {"ast", ""}, {"aste", ""}}};
constexpr std::array<Ending, 12> kVerbEndings = {{{"er", "a"},
                                                  {"ar", "a"},
                                                  {"te", "a"},
                                                  {"de", "a"},
                                                  {"t", "a"},
                                                  {"s", "a"},
                                                  {"des", "a"},
                                                  {"tes", "a"},
                                                  {"ts", "a"},
                                                  {"as", "a"},
                                                  {"ade", "a"},
                                                  {"at", "a"}}};
constexpr std::array<Ending, 10> kNounEndings = {{{"et", ""},
                                                  {"en", ""},
                                                  {"t", ""},
                                                  {"n", ""},
                                                  {"ar", ""},
                                                  {"er", ""},
                                                  {"or", "a"},
                                                  {"ar", "e"},
                                                  {"na", ""},
                                                  {"erna", ""}}};

// The lemma among `lemmas` that `word` inflects by one of `endings`, or empty. Doubled consonants
// before the ending are undone: munnar is of mun, gemensamma of gemensam.
template <std::size_t N>
std::string base_of(const std::string& word, const std::array<Ending, N>& endings,
                    const StringSet& lemmas) {
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.drop) || word.size() < ending.drop.size() + 2) continue;
    std::string stem = word.substr(0, word.size() - ending.drop.size());
    if (lemmas.contains(stem + std::string(ending.give_back))) {
      return stem + std::string(ending.give_back);
    }
    const char last = stem.back();
    const bool doubled = (last == 'm' || last == 'n') && stem[stem.size() - 2] == last;
    stem.pop_back();
    if (doubled && ending.give_back.empty() && lemmas.contains(stem)) return stem;
  }
  return {};
}

// The base form of a compound that the dictionary has in the plural or the definite form alone, by
// that of its last element: klimatförhandlingar, mellanstadiet. Empty when it is none.
std::string base_by_tail(const std::string& word, const StringMap<std::string>& noun_of,
                         const StringSet& nouns) {
  constexpr std::size_t kShortestFirst = 4;  // letters
  constexpr std::size_t kShortestTail = 6;
  if (word.ends_with("nde")) return {};  // a participle
  const std::vector<std::size_t> starts = letter_starts(word);
  for (std::size_t i = kShortestFirst; i + kShortestTail < starts.size(); ++i) {
    const std::string* noun = find(noun_of, word.substr(starts[i]));
    if (noun == nullptr || *noun == word.substr(starts[i])) continue;
    std::string first = word.substr(0, starts[i]);
    const bool linked = first.ends_with('s') && nouns.contains(first.substr(0, first.size() - 1));
    if (linked || nouns.contains(first) || nouns.contains(first + "a") ||
        nouns.contains(first + "e"))
      return first + *noun;
  }
  return {};
}

}  // namespace

void attach_repeated_forms(std::vector<InflectionGroup>& groups) {
  constexpr std::size_t kPlurals = 4;  // munnar, munnarna and their genitives
  StringSet nouns, adjectives, verbs;
  StringMap<std::string> noun_of;  // by inflected form
  for (const InflectionGroup& group : groups) {
    if (group.name) continue;
    if (group.lemma.ends_with('a') && !group.noun && !group.adjective) verbs.insert(group.lemma);
    if (group.is_small()) continue;
    if (group.noun && group.forms.size() > kPlurals) {
      nouns.insert(group.lemma);
      for (const std::string& form : group.forms) noun_of.try_emplace(form, group.lemma);
    }
    if (group.adjective && !group.noun) adjectives.insert(group.lemma);
  }
  for (InflectionGroup& group : groups) {
    const std::string& word = group.lemma;
    if (group.name || letter_count(word) < 4) continue;
    const bool small = group.is_small();
    // A politiker may be politikern; munnar, which repeats a plural, has no such form.
    const bool person =
        std::find(group.forms.begin(), group.forms.end(), word + "n") != group.forms.end();
    const bool plural = group.forms.size() <= kPlurals && !person &&
                        (word.ends_with("ar") || word.ends_with("er") || word.ends_with("or"));
    if (!small && !plural) continue;
    std::string base;
    const bool infinitive = group.verb && word.ends_with('a');
    if (small && !infinitive) base = base_of(word, kAdjectiveEndings, adjectives);
    if (small && base.empty()) base = base_of(word, kVerbEndings, verbs);
    if (base.empty()) base = base_of(word, kNounEndings, nouns);
    if (base.empty() && !group.verb && !group.adjective) base = base_by_tail(word, noun_of, nouns);
    if (!base.empty()) group.lemma = std::move(base);
  }
}

void add_plural_genitives(std::vector<InflectionGroup>& groups) {
  StringSet verbs;
  for (const InflectionGroup& group : groups)
    if (group.verb) verbs.insert(group.lemma);
  for (InflectionGroup& group : groups) {
    if (!group.adjective || group.noun || group.verb || group.is_small()) continue;
    const auto has = [&](const std::string& form) {
      return std::find(group.forms.begin(), group.forms.end(), form) != group.forms.end();
    };
    const std::string genitive = group.lemma + "as";
    if (verbs.contains(group.lemma + "a")) continue;
    if (has(group.lemma + "a") && !has(genitive)) group.forms.push_back(genitive);
  }
}

}  // namespace ordalag
