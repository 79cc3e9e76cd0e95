#include "core/language/lexicon_builder/element_inventory.hpp"

#include <algorithm>
#include <utility>

#include "core/language/lexicon_builder/lemma_table.hpp"
#include "core/language/lexicon_builder/letters.hpp"
#include "core/text/fold.hpp"

namespace ordalag {
namespace {

std::string without_last(const std::string& word, std::size_t bytes) {
  return word.substr(0, word.size() - bytes);
}

// First elements that the usual linking forms make of a lemma: -s-, -o-, -u-, -e-, -a-, none, and
// the loss of a final vowel.
std::vector<std::string> linking_forms(const std::string& lemma, const InflectionGroup& group) {
  std::vector<std::string> forms;
  if (group.noun) {
    forms = {lemma, lemma + "s"};
    if (lemma.ends_with("are")) {
      forms.push_back(without_last(lemma, 1));
    } else if (lemma.ends_with("ium")) {
      forms.push_back(without_last(lemma, 2) + "e");
    } else if (lemma.ends_with("um")) {
      forms.push_back(without_last(lemma, 2));
    } else if (lemma.ends_with("a")) {
      const std::string stem = without_last(lemma, 1);
      for (const char* link : {"", "o", "u", "e", "s", "es"}) forms.push_back(stem + link);
    } else if (lemma.ends_with("e")) {
      const std::string stem = without_last(lemma, 1);
      for (const char* link : {"", "s", "a", "o"}) forms.push_back(stem + link);
    } else {
      if (lemma.ends_with("er")) forms.push_back(without_last(lemma, 2) + "ra");
      forms.push_back(lemma + "e");
      forms.push_back(lemma + "a");
    }
  }
  if (group.adjective) forms.push_back(lemma);
  if (group.verb && lemma.ends_with("a")) forms.push_back(without_last(lemma, 1));
  std::erase_if(forms, [](const std::string& form) { return letter_count(form) < 3; });
  return forms;
}

void add_licensed(const HunspellDictionary& dictionary, ElementInventory& inventory) {
  StringMap<std::size_t> length;  // of the shortest entry that licenses a first element
  for (const DictionaryEntry& entry : dictionary.entries()) {
    const EntryForms forms = dictionary.unfold(entry);
    for (const auto* list : {&forms.first, &forms.middle}) {
      for (const std::string& form : *list) {
        if (form.ends_with('-')) continue;
        const std::string folded = fold(form);
        inventory.licensed_first.insert(folded);
        const auto [known, fresh] = length.try_emplace(folded, entry.word.size());
        if (fresh || entry.word.size() < known->second) {
          known->second = entry.word.size();
          inventory.licensed_lemma[folded] = fold(entry.word);
        }
      }
    }
    for (const std::string& form : forms.last) inventory.licensed_last.insert(fold(form));
  }
}

void add_groups(const std::vector<InflectionGroup>& groups, ElementInventory& inventory) {
  StringSet common;
  for (const InflectionGroup& group : groups) {
    const auto add_forms = [&](StringSet& set) {
      set.insert(group.forms.begin(), group.forms.end());
    };
    if (group.name) {
      inventory.names.insert(group.lemma);
      continue;
    }
    common.insert(group.lemma);
    if (group.noun) add_forms(inventory.noun_forms);
    if (group.adjective) add_forms(inventory.adjective_forms);
    if (group.verb) add_forms(inventory.verb_forms);
    if (group.noun) inventory.noun_lemmas.insert(group.lemma);
    if (group.adjective) inventory.adjective_lemmas.insert(group.lemma);
    if (!is_alphabetic(group.lemma)) continue;
    if (letter_count(group.lemma) >= 6) inventory.words.push_back(group.lemma);
    for (std::string& form : linking_forms(group.lemma, group)) {
      std::vector<std::string>& sources = inventory.derived[std::move(form)];
      if (std::find(sources.begin(), sources.end(), group.lemma) == sources.end()) {
        sources.push_back(group.lemma);
      }
    }
  }
  std::erase_if(inventory.names, [&](const std::string& name) { return common.contains(name); });
  std::sort(inventory.words.begin(), inventory.words.end());
  inventory.words.erase(std::unique(inventory.words.begin(), inventory.words.end()),
                        inventory.words.end());
}

void add_head_lemmas(const std::vector<InflectionGroup>& groups,
                     const StringMap<std::string>& lemmas, const StemmerConfig& config,
                     ElementInventory& inventory) {
  const GroupChoice choice(groups);
  StringMap<int> ranks;
  std::vector<std::pair<std::string, std::string>> bases;
  for (const InflectionGroup& group : groups) {
    if (group.name) continue;
    for (const std::string& form : group.forms) {
      // Compounds end in nouns before all else, whatever the word alone is likeliest to be.
      const int rank = choice.likelihood(form, group) + (group.noun ? 200 : 0) +
                       (group.ends_compounds ? 100 : 0);
      const auto [known, fresh] = ranks.try_emplace(form, rank);
      if (!fresh && rank <= known->second) continue;
      known->second = rank;
      const std::string* lemma = find(lemmas, group.lemma);
      const bool infinitive = group.verb && group.lemma.ends_with('a');
      inventory.head_lemma[form] =
          (group.noun || infinitive) && lemma != nullptr ? *lemma : group.lemma;
    }
  }
  // budgetmässigt is of -mässig, which is no word of its own.
  for (const std::string& form : inventory.licensed_last) {
    if (form.size() < 2 || inventory.head_lemma.contains(form)) continue;
    const std::string base = without_last(form, 1);
    const bool inflected = form.ends_with('a') || form.ends_with('t') || form.ends_with('e');
    if (inflected && inventory.licensed_last.contains(base) && !inventory.head_lemma.contains(base))
      bases.emplace_back(form, base);
  }
  for (auto& [form, base] : bases) inventory.head_lemma[form] = std::move(base);
  for (const auto& [form, irregular] : config.irregular) {
    if (irregular.scope == IrregularScope::kTail) inventory.head_lemma[form] = irregular.lemma;
  }
}

}  // namespace

FirstElement ElementInventory::first_kind(std::string_view form) const {
  if (rules->particles.contains(form) || rules->not_first.contains(form)) {
    return FirstElement::kNo;
  }
  const std::size_t letters = letter_count(form);
  if (letters < 2 || (letters == 2 && !rules->short_first.contains(form))) {
    return FirstElement::kNo;
  }
  if (licensed_first.contains(form) || rules->also_first.contains(form)) {
    return FirstElement::kLicensed;
  }
  if (derived.contains(form) || rules->short_first.contains(form)) return FirstElement::kDerived;
  return names.contains(form) ? FirstElement::kName : FirstElement::kNo;
}

bool ElementInventory::may_end(std::string_view form) const {
  if (letter_count(form) < 3 && form != "år") return false;
  if (rules->weak_tails.contains(form)) return false;
  return licensed_last.contains(form) || noun_forms.contains(form) ||
         adjective_forms.contains(form) || (verb_forms.contains(form) && letter_count(form) >= 5);
}

const std::string& ElementInventory::head(const std::string& form) const {
  const std::string* lemma = find(head_lemma, form);
  return lemma == nullptr ? form : *lemma;
}

ElementInventory take_inventory(const HunspellDictionary& dictionary,
                                const std::vector<InflectionGroup>& groups,
                                const StringMap<std::string>& lemmas, const StemmerConfig& config) {
  ElementInventory inventory;
  inventory.rules = &config.compound_rules;
  add_licensed(dictionary, inventory);
  add_groups(groups, inventory);
  add_head_lemmas(groups, lemmas, config, inventory);
  return inventory;
}

}  // namespace ordalag
