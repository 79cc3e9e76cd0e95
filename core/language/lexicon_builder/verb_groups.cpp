#include "core/language/lexicon_builder/verb_groups.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace ordalag {
namespace {

bool has(const InflectionGroup& group, const std::string& form) {
  return std::binary_search(group.forms.begin(), group.forms.end(), form);
}

// Takes those of `wanted` out of the group that it has.
std::vector<std::string> take(InflectionGroup& group, const std::vector<std::string>& wanted) {
  std::vector<std::string> taken;
  for (const std::string& form : wanted) {
    if (std::erase(group.forms, form) > 0) taken.push_back(form);
  }
  return taken;
}

bool is_infinitive(const InflectionGroup& group) {
  return group.verb && !group.name && group.lemma.ends_with('a');
}

class VerbGatherer {
 public:
  VerbGatherer(const StringSet& words, const StemmerConfig& config,
               std::vector<InflectionGroup>& groups)
      : words_(words), config_(config), groups_(groups) {
    for (const InflectionGroup& group : groups) {
      if (is_infinitive(group)) infinitives_.insert(group.lemma);
    }
  }

  void gather() {
    const std::size_t count = groups_.size();  // those that are added are right
    for (std::size_t i = 0; i < count; ++i) {
      InflectionGroup& group = groups_[i];
      if (group.name || group.lemma.ends_with('a')) continue;
      std::sort(group.forms.begin(), group.forms.end());
      const std::string infinitive = group.lemma + "a";
      if (is_hidden(infinitive, group)) {
        uncover(infinitive, group);
      } else if (infinitives_.contains(infinitive)) {
        free_noun(infinitive, group);
      } else {
        name_passive(group);
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (!groups_[i].name && !is_infinitive(groups_[i])) free_passives(groups_[i]);
    }
    for (auto& [infinitive, forms] : found_) {
      InflectionGroup& group = groups_.emplace_back();
      group.lemma = infinitive;
      group.forms = std::move(forms);
      group.verb = true;
    }
  }

 private:
  static bool is_declined(const InflectionGroup& group) {
    return group.noun && (has(group, group.lemma + "en") || has(group, group.lemma + "et"));
  }

  // Its present tense shows that ersätta is a verb: ersätter stands in the dictionary, and ersätt
  // has the flag of verbs; undviker stands in irregular.tsv.
  bool is_hidden(const std::string& infinitive, const InflectionGroup& group) const {
    if (words_.contains(infinitive) || !has(group, infinitive)) return false;
    const std::string present = group.lemma + "er";
    const IrregularForm* irregular = find(config_.irregular, present);
    return irregular != nullptr ? irregular->lemma == infinitive
                                : group.verb && words_.contains(present);
  }

  // dyk is a noun beside dyka, ersätt only the imperative of ersätta.
  void uncover(const std::string& infinitive, InflectionGroup& group) {
    infinitives_.insert(infinitive);
    if (is_declined(group)) {
      found_.emplace_back(infinitive, take(group, {infinitive, infinitive + "s"}));
      return;
    }
    group.lemma = infinitive;
    group.verb = true;
    group.noun = group.adjective = false;
  }

  // A noun has no plural skydda; an adjective that is compared has (rena).
  void free_noun(const std::string& infinitive, InflectionGroup& group) {
    const bool compared = has(group, group.lemma + "are") || has(group, group.lemma + "e");
    if (is_declined(group) && !compared) take(group, {infinitive, infinitive + "s"});
  }

  // fälls, fälldes and fällts are of fälla, friades and friats of fria. Verbs that only have such
  // forms (hoppas, minnas) are kept apart by irregular.tsv.
  void name_passive(InflectionGroup& group) {
    const bool passive = group.lemma.ends_with('s') && !group.noun && !group.adjective &&
                         std::all_of(group.forms.begin(), group.forms.end(),
                                     [](const std::string& form) { return form.ends_with('s'); });
    if (!passive) return;
    const std::string active = group.lemma.substr(0, group.lemma.size() - 1);
    for (const std::string& infinitive : {active, active + "a"}) {
      if (!infinitives_.contains(infinitive)) continue;
      group.lemma = infinitive;
      group.verb = true;
      return;
    }
  }

  // drivas of driv, dödas of död, nämnas of nämen.
  void free_passives(InflectionGroup& group) {
    std::vector<std::string> passives;
    for (const std::string& form : group.forms) {
      if (!form.ends_with("as")) continue;
      const std::string infinitive = form.substr(0, form.size() - 1);
      if (infinitive != group.lemma && infinitives_.contains(infinitive)) passives.push_back(form);
    }
    for (const std::string& form : take(group, passives)) {
      found_.emplace_back(form.substr(0, form.size() - 1), std::vector<std::string>{form});
    }
  }

  const StringSet& words_;
  const StemmerConfig& config_;
  std::vector<InflectionGroup>& groups_;
  StringSet infinitives_;
  std::vector<std::pair<std::string, std::vector<std::string>>> found_;  // by infinitive
};

}  // namespace

void gather_verbs(const StringSet& words, const StemmerConfig& config,
                  std::vector<InflectionGroup>& groups) {
  VerbGatherer(words, config, groups).gather();
}

}  // namespace ordalag
