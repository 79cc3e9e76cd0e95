#include "core/language/lexicon_builder/irregular_forms.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "core/language/lexicon_builder/letters.hpp"

namespace ordalag {
namespace {

// Prefixes of strong verbs that are no words of their own.
constexpr std::array<std::string_view, 10> kBoundPrefixes = {"an",  "be",  "er", "för", "miss",
                                                             "ned", "sam", "um", "und", "åter"};

std::size_t longest_tail(const StemmerConfig& config) {
  std::size_t longest = 0;
  for (const auto& [form, irregular] : config.irregular) {
    if (irregular.scope == IrregularScope::kTail) longest = std::max(longest, form.size());
  }
  return longest;
}

// The lemma of a word that ends in an irregular tail, when the table knows it.
std::string lemma_by_tail(const std::string& form, std::size_t longest,
                          const StringMap<std::string>& table, const StemmerConfig& config) {
  for (std::size_t n = std::min(longest, form.size() - 1); n >= 3; --n) {
    const std::string_view tail = std::string_view(form).substr(form.size() - n);
    const IrregularForm* irregular = find(config.irregular, tail);
    if (irregular == nullptr || irregular->scope != IrregularScope::kTail) continue;
    std::string lemma = form.substr(0, form.size() - n) + irregular->lemma;
    return letter_count(form) >= letter_count(tail) + 2 && find(table, lemma) != nullptr
               ? lemma
               : std::string();
  }
  return {};
}

// skrevs of skrev, vinns of vinner, görs of gör, ges of ger.
std::string passive_of(const std::string& form, const std::string& infinitive) {
  if (form == infinitive + "r") return infinitive + "s";
  if (form.ends_with("er")) return form.substr(0, form.size() - 2) + "s";
  return form.ends_with('s') ? form : form + "s";
}

// The forms of each irregular infinitive.
StringMap<std::vector<std::string>> forms_of_verbs(const StemmerConfig& config) {
  StringMap<std::vector<std::string>> forms;
  for (const auto& [form, irregular] : config.irregular) {
    const bool prefixed = irregular.scope == IrregularScope::kPrefixed;
    if (irregular.scope != IrregularScope::kVerb && !prefixed) continue;
    std::vector<std::string>& of_verb = forms[irregular.lemma];
    of_verb.push_back(form);
    of_verb.push_back(passive_of(form, irregular.lemma));
  }
  return forms;
}

// True of bedraga: draga is a form of dra.
bool has_newer_name(std::string_view verb, const StemmerConfig& config) {
  constexpr std::size_t kShortest = 4;
  for (std::size_t cut = 0; cut + kShortest <= verb.size(); ++cut) {
    const IrregularForm* row = find(config.irregular, verb.substr(cut));
    if (row != nullptr && row->scope == IrregularScope::kVerb && verb.ends_with('a')) return true;
  }
  return false;
}

// Forms that are of a noun, of an adjective or of a regular verb (handlade) before they are of an
// irregular verb: of participles only the base form and the plural, for ersatte and ersatts are of
// ersätta.
StringSet forms_of_others(const std::vector<InflectionGroup>& groups, const StemmerConfig& config) {
  constexpr std::size_t kConjugated = 5;
  StringSet forms;
  for (const InflectionGroup& group : groups) {
    if (group.is_small()) continue;
    const bool conjugated =
        group.verb && group.forms.size() >= kConjugated && !has_newer_name(group.lemma, config);
    if (group.noun || conjugated) {
      forms.insert(group.forms.begin(), group.forms.end());
    } else if (group.adjective && !group.lemma.ends_with('e')) {
      forms.insert(group.lemma);
      forms.insert(group.lemma + "a");
    }
  }
  return forms;
}

// avgick -> avgå, möjliggjort -> möjliggöra: the irregular forms of a verb, alone and after a
// prefix, for every verb of the dictionary that is such a compound and is not inflected regularly.
// `taken`: forms that are of another word before all else.
void add_irregular_verbs(const std::vector<InflectionGroup>& groups, const StringSet& taken,
                         const StemmerConfig& config, const StringMap<std::string>& table,
                         std::vector<std::pair<std::string, std::string>>& changes) {
  const StringMap<std::vector<std::string>> forms = forms_of_verbs(config);
  const auto add = [&](const std::string& form, const std::string& verb) {
    if (!taken.contains(form) && !config.irregular.contains(form)) changes.emplace_back(form, verb);
  };
  for (const auto& [verb, of_verb] : forms)
    for (const std::string& form : of_verb) add(form, verb);
  for (const InflectionGroup& group : groups) {
    const std::string& verb = group.lemma;
    if (group.noun || group.adjective || group.name || table.contains(verb + "de")) continue;
    for (std::size_t cut = 1; cut + 2 <= verb.size(); ++cut) {
      const auto* irregular = find(forms, std::string_view(verb).substr(cut));
      const std::string prefix = verb.substr(0, cut);
      if (irregular == nullptr) continue;
      const bool bound =
          std::find(kBoundPrefixes.begin(), kBoundPrefixes.end(), prefix) != kBoundPrefixes.end();
      if (!bound && !table.contains(prefix)) continue;
      for (const std::string& form : *irregular) add(prefix + form, verb);
    }
  }
}

}  // namespace

StringSet add_irregular(const std::vector<InflectionGroup>& groups, const StemmerConfig& config,
                        StringMap<std::string>& table) {
  const std::size_t longest = longest_tail(config);
  std::vector<std::pair<std::string, std::string>> changes;
  for (const auto& [form, lemma] : table) {
    if (std::string by_tail = lemma_by_tail(form, longest, table, config); !by_tail.empty()) {
      changes.emplace_back(form, std::move(by_tail));
    }
  }
  for (const auto& [form, irregular] : config.irregular) {
    if (irregular.scope != IrregularScope::kPrefixed) changes.emplace_back(form, irregular.lemma);
    if (!config.irregular.contains(irregular.lemma)) {
      changes.emplace_back(irregular.lemma, irregular.lemma);
    }
  }
  add_irregular_verbs(groups, forms_of_others(groups, config), config, table, changes);
  StringSet of_verbs;
  for (auto& [form, lemma] : changes) {
    const IrregularForm* row = find(config.irregular, form);
    if (row == nullptr || row->scope == IrregularScope::kVerb) of_verbs.insert(form);
    table[form] = std::move(lemma);
  }
  return of_verbs;
}

}  // namespace ordalag
