// The parties and themes that an index was made with.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/registry/parties.hpp"
#include "core/registry/themes.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/answer/hit.hpp"

namespace ordalag {

struct Registries {
  PartyRegistry parties;
  ThemeRegistry themes;
};

// As the index keeps them; those of this installation where it keeps none. Errors: kBadConfig.
Result<Registries> load_registries(const IndexReader& reader);

// The themes of this installation; none where it has no such file. Errors: kBadConfig.
Result<ThemeRegistry> installed_themes();

// The theme with this id or label (in either language), compared by theme_key; nullptr when there
// is none.
const Theme* theme_named(const Registries& registries, std::string_view name);

// The name to show; the code or id itself when the registry lacks it.
std::string party_label(const Registries& registries, const PartyCode& code, Language language);
std::string theme_label(const Registries& registries, const ThemeId& id, Language language);
std::string theme_label(const ThemeRegistry& themes, const ThemeId& id, Language language);
// As the source writes it, where it is none of those that have a name in the language.
std::string kind_label(const std::string& kind, Language language);

}  // namespace ordalag
