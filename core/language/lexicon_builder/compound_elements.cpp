#include "core/language/lexicon_builder/compound_elements.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "core/language/lexicon_builder/element_inventory.hpp"
#include "core/language/lexicon_builder/letters.hpp"

namespace ordalag {
namespace {

// One way to divide a word in two.
struct Division {
  std::string first;
  std::string head;  // the base form of the last element
  double penalty = 0;
};

// With how many partners each element goes.
struct Productivity {
  StringMap<double> first;
  StringMap<double> last;
  double first_sum = 0;
  double last_sum = 0;

  double of_first(std::string_view form) const { return value(first, form); }
  double of_last(std::string_view head) const { return value(last, head); }

  static double value(const StringMap<double>& map, std::string_view key) {
    const double* count = find(map, key);
    return count == nullptr ? 0 : *count;
  }
};

// An unlicensed element is this much less likely (nats); found on the development half of our
// compound gold, flat between 1 and 2.
constexpr double kUnlicensed = 1.5;

std::vector<std::vector<Division>> all_divisions(const ElementInventory& inventory) {
  std::vector<std::vector<Division>> divisions;
  divisions.reserve(inventory.words.size());
  for (const std::string& word : inventory.words) {
    std::vector<Division>& of_word = divisions.emplace_back();
    const std::vector<std::size_t> starts = letter_starts(word);
    for (std::size_t i = 2; i + 2 < starts.size(); ++i) {
      const std::string last = word.substr(starts[i]);
      if (!inventory.may_end(last)) continue;
      std::string first = word.substr(0, starts[i]);
      const FirstElement kind = inventory.first_kind(first);
      if (kind == FirstElement::kNo || kind == FirstElement::kName) continue;
      if (kind == FirstElement::kDerived && letter_count(last) < 4) continue;
      double penalty = kind == FirstElement::kLicensed ? 0 : kUnlicensed;
      if (!inventory.licensed_last.contains(last)) penalty += kUnlicensed;
      of_word.push_back({std::move(first), inventory.head(last), penalty});
    }
  }
  return divisions;
}

// Counts distinct partners over the divisions that `chosen` picks of each word.
template <class Choose>
Productivity count_partners(const std::vector<std::vector<Division>>& divisions, Choose chosen) {
  std::set<std::pair<std::string_view, std::string_view>> pairs;
  for (const std::vector<Division>& of_word : divisions) {
    for (const Division* division : chosen(of_word)) pairs.emplace(division->first, division->head);
  }
  Productivity counts;
  for (const auto& [first, head] : pairs) {
    counts.first[std::string(first)] += 1;
    counts.last[std::string(head)] += 1;
  }
  counts.first_sum = counts.last_sum = static_cast<double>(pairs.size());
  return counts;
}

Productivity count_productivity(const ElementInventory& inventory) {
  const std::vector<std::vector<Division>> divisions = all_divisions(inventory);
  Productivity counts = count_partners(divisions, [](const std::vector<Division>& of_word) {
    std::vector<const Division*> all;
    for (const Division& division : of_word) all.push_back(&division);
    return all;
  });
  for (int round = 0; round < 3; ++round) {
    const Productivity before = std::move(counts);
    counts = count_partners(divisions, [&](const std::vector<Division>& of_word) {
      const Division* best = nullptr;
      double best_score = kImpossible;
      for (const Division& division : of_word) {
        const double score = std::log((before.of_first(division.first) + .1) / before.first_sum) +
                             std::log((before.of_last(division.head) + .1) / before.last_sum) -
                             division.penalty;
        if (score > best_score) {
          best_score = score;
          best = &division;
        }
      }
      return best == nullptr ? std::vector<const Division*>{} : std::vector<const Division*>{best};
    });
  }
  return counts;
}

// A particle and one or two letters ("uts", "fört"): an accident of the alphabet, not an element.
bool looks_like_a_particle(std::string_view form) {
  constexpr std::array<std::string_view, 24> kParticles = {
      "för", "be",  "ut",   "in",   "upp", "av",   "an",    "till", "om", "över", "under", "sam",
      "med", "mot", "åter", "fram", "ned", "från", "efter", "på",   "ur", "er",   "ge",    "genom"};
  return std::any_of(kParticles.begin(), kParticles.end(), [&](std::string_view particle) {
    if (!form.starts_with(particle)) return false;
    const std::size_t rest = letter_count(form) - letter_count(particle);
    return rest == 1 || rest == 2;
  });
}

ElementScore score_first(const std::string& form, const ElementInventory& inventory,
                         const Productivity& counts) {
  const double count = counts.of_first(form);
  const std::size_t letters = letter_count(form);
  switch (inventory.first_kind(form)) {
    case FirstElement::kNo:
      return {};
    case FirstElement::kLicensed: {
      const double score = std::log((count + .3) / counts.first_sum);
      return {score, score};
    }
    case FirstElement::kName:
      if (letters < 4) return {};
      return {kImpossible, std::log(.5 / counts.first_sum) - .5};
    case FirstElement::kDerived:
      break;
  }
  if (looks_like_a_particle(form)) return {};
  const double score = std::log((count + .1) / counts.first_sum) - .5;
  ElementScore result;
  const bool allowed_short = inventory.rules->short_first.contains(form);
  if (letters == 3 && !allowed_short) {
    if (count >= 15) result.in_unlisted = score - 2;
    return result;
  }
  if (count >= 10) result.in_listed = score - (letters == 4 ? 1 : 0);
  // A noun of middling length may begin a compound although the dictionary has none such; longer
  // ones are mostly compounds, which begin others by their elements.
  const bool plain_noun = inventory.noun_lemmas.contains(form) && letters >= 5 && letters <= 9;
  if (count >= 1 || plain_noun) result.in_unlisted = score - (letters == 4 ? .5 : 0);
  return result;
}

ElementScore score_last(const std::string& form, const ElementInventory& inventory,
                        const Productivity& counts) {
  const std::size_t letters = letter_count(form);
  if ((letters < 3 && form != "år") || inventory.rules->weak_tails.contains(form)) return {};
  const std::string& head = inventory.head(form);
  const double count = counts.of_last(head);
  if (inventory.licensed_last.contains(form)) {
    const double score = std::log((count + .3) / counts.last_sum);
    return {score, score};
  }
  const double score = std::log((count + .1) / counts.last_sum);
  if (inventory.rules->short_last.contains(head)) return {score - .3, score - .3};
  const bool nominal =
      inventory.noun_forms.contains(form) || inventory.adjective_forms.contains(form);
  ElementScore result;
  if (letters == 3) {
    if (inventory.noun_forms.contains(form) && count >= 30) result.in_unlisted = score - 2;
    return result;
  }
  if (!nominal && !(inventory.verb_forms.contains(form) && letters >= 5)) return result;
  const double unlicensed = score - kUnlicensed - (letters == 4 ? 1 : 0);
  const bool short_head = letter_count(head) < 4;
  const bool frequent = count >= (letters >= 5 ? 3 : 8);
  if (frequent && !short_head) result.in_listed = unlicensed;
  if (!short_head || count >= 30) result.in_unlisted = unlicensed;
  return result;
}

// The word that a first element stands for: itself, without -s-, or a word that makes it.
std::string lemma_of_first(const std::string& form, const ElementInventory& inventory,
                           const Productivity& counts) {
  if (inventory.rules->also_first.contains(form)) return form;
  std::vector<std::string> candidates;
  const auto is_nominal = [&](const std::string& word) {
    return inventory.noun_lemmas.contains(word) || inventory.adjective_lemmas.contains(word);
  };
  if (is_nominal(form)) candidates.push_back(form);
  const bool linked = form.ends_with('s') && !form.ends_with("ss");  // mass is not of mas
  if (linked && inventory.noun_lemmas.contains(form.substr(0, form.size() - 1))) {
    candidates.push_back(form.substr(0, form.size() - 1));
  }
  if (const auto* sources = find(inventory.derived, form)) {
    candidates.insert(candidates.end(), sources->begin(), sources->end());
  }
  if (const std::string* word = find(inventory.licensed_lemma, form); word && is_nominal(*word)) {
    candidates.push_back(*word);
  }
  if (candidates.empty()) {
    const bool genitive = form.ends_with('s') && letter_count(form) > 4;
    const std::string bare = genitive ? form.substr(0, form.size() - 1) : form;
    return inventory.names.contains(form) ? form : bare;
  }
  const auto score = [&](const std::string& lemma) {
    double value = inventory.noun_lemmas.contains(lemma)        ? 2
                   : inventory.adjective_lemmas.contains(lemma) ? 1.5
                                                                : 1;
    if (lemma == form) value *= 4;
    if (linked && lemma + "s" == form) value *= 3;
    // How often the word ends compounds says which of two homonyms is the common one.
    return value * std::log(3 + counts.of_last(lemma));
  };
  return *std::max_element(candidates.begin(), candidates.end(),
                           [&](const std::string& a, const std::string& b) {
                             return std::pair(score(a), b) < std::pair(score(b), a);
                           });
}

}  // namespace

CompoundElements make_compound_elements(const HunspellDictionary& dictionary,
                                        const std::vector<InflectionGroup>& groups,
                                        const StringMap<std::string>& lemmas,
                                        const StemmerConfig& config) {
  const ElementInventory inventory = take_inventory(dictionary, groups, lemmas, config);
  const Productivity counts = count_productivity(inventory);
  CompoundElements elements;
  const auto add_modifier = [&](const std::string& form) {
    if (elements.modifiers.contains(form) || !is_alphabetic(form)) return;
    const ElementScore score = score_first(form, inventory, counts);
    if (score.in_listed == kImpossible && score.in_unlisted == kImpossible) return;
    elements.modifiers.emplace(form, Modifier{lemma_of_first(form, inventory, counts), score});
  };
  for (const std::string& form : inventory.licensed_first) add_modifier(form);
  for (const auto& [form, sources] : inventory.derived) add_modifier(form);
  for (const std::string& form : config.compound_rules.short_first) add_modifier(form);
  for (const std::string& form : config.compound_rules.also_first) add_modifier(form);
  for (const std::string& name : inventory.names) {
    add_modifier(name);
    add_modifier(name + "s");
  }
  const auto add_head = [&](const std::string& form) {
    if (elements.heads.contains(form) || !is_alphabetic(form)) return;
    const ElementScore score = score_last(form, inventory, counts);
    if (score.in_listed == kImpossible && score.in_unlisted == kImpossible) return;
    elements.heads.emplace(form, score);
  };
  for (const StringSet* set : {&inventory.licensed_last, &inventory.noun_forms,
                               &inventory.adjective_forms, &inventory.verb_forms}) {
    for (const std::string& form : *set) add_head(form);
  }
  elements.head_lemma = inventory.head_lemma;
  for (const std::string& name : inventory.names) elements.wholes.push_back(name);
  std::sort(elements.wholes.begin(), elements.wholes.end());
  return elements;
}

}  // namespace ordalag
