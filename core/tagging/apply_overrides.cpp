#include "core/tagging/apply_overrides.hpp"

#include <algorithm>

namespace ordalag {
namespace {

void add_theme(const ThemeId& id, Passage& passage) {
  std::erase_if(passage.themes, [&](const auto& tag) { return tag.id == id; });
  // Overrides stand first, in the order given; an area before its sub-themes.
  const auto after =
      std::find_if(passage.themes.begin(), passage.themes.end(),
                   [](const auto& tag) { return tag.ground != ThemeGround::kOverride; });
  const auto place = passage.themes.emplace(after);
  place->id = id;
  place->score = 1;
  place->ground = ThemeGround::kOverride;
  place->evidence = {{0, passage.span.size()}};
}

void remove_theme(const ThemeId& id, const ThemeRegistry& themes, Passage& passage) {
  std::erase_if(passage.themes, [&](const auto& tag) {
    const Theme* theme = themes.find(tag.id);
    return tag.id == id || (theme != nullptr && theme->parent == id);
  });
}

void change_themes(const ListChange<ThemeId>& change, const ThemeRegistry& themes,
                   Passage& passage) {
  const auto add = [&](const ThemeId& id) {
    const Theme* theme = themes.find(id);
    const auto has = [&](const ThemeId& wanted) {
      return std::any_of(passage.themes.begin(), passage.themes.end(),
                         [&](const auto& tag) { return tag.id == wanted; });
    };
    if (theme != nullptr && theme->parent && !has(*theme->parent))
      add_theme(*theme->parent, passage);
    add_theme(id, passage);
  };
  if (change.set) {
    passage.themes.clear();
    for (const ThemeId& id : *change.set) add(id);
  }
  for (const ThemeId& id : change.add) add(id);
  for (const ThemeId& id : change.remove) remove_theme(id, themes, passage);
}

void change_party(const ListChange<PartyCode>& change, Attribution& attribution) {
  if (change.empty()) return;
  std::vector<PartyCode>& party = attribution.party;
  if (change.set) party = *change.set;
  party.insert(party.end(), change.add.begin(), change.add.end());
  std::erase_if(party, [&](const PartyCode& code) {
    return std::find(change.remove.begin(), change.remove.end(), code) != change.remove.end();
  });
  std::sort(party.begin(), party.end());
  party.erase(std::unique(party.begin(), party.end()), party.end());
  if (party.empty())
    attribution.party_ground.reset();
  else
    attribution.party_ground = Ground::kOverride;
}

}  // namespace

std::vector<std::size_t> apply_overrides(const Overrides& overrides, const ThemeRegistry& themes,
                                         Document& document) {
  std::vector<std::size_t> applied;
  for (const std::size_t number : overrides.of(document.facts.id)) {
    const Override& entry = overrides.all()[number];
    bool found = !entry.passage && !entry.text;
    if (found) change_party(entry.party, document.facts.attribution);
    for (Passage& passage : document.passages) {
      if (entry.passage && passage.id != *entry.passage) continue;
      if (entry.text && document.text_of(passage) != *entry.text) continue;
      change_themes(entry.themes, themes, passage);
      change_party(entry.party, passage.attribution);
      found = true;
    }
    if (found) applied.push_back(number);
  }
  return applied;
}

}  // namespace ordalag
