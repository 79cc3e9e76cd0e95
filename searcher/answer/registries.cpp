#include "searcher/answer/registries.hpp"

#include <filesystem>
#include <utility>

#include "core/base/installation.hpp"
#include "core/registry/theme_key.hpp"
#include "core/store/attachment_names.hpp"
#include "searcher/match/kind_names.hpp"

namespace ordalag {
namespace {

// The installation's registry of this name, or an empty one.
template <class Registry>
Result<Registry> load_installed(const char* name) {
  const auto file = share_folder() / "corpus" / name;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return Registry();
  return Registry::load(file);
}

// The registry that the index keeps under `name`, else the installation's.
template <class Registry>
Result<Registry> load_one(const IndexReader& reader, const char* name) {
  const std::string kept = reader.attachment(name);
  if (!kept.empty()) return Registry::parse(kept, name);
  return load_installed<Registry>(name);
}

}  // namespace

Result<Registries> load_registries(const IndexReader& reader) {
  ORDALAG_TRY(parties, load_one<PartyRegistry>(reader, attachment_names::kParties));
  ORDALAG_TRY(themes, load_one<ThemeRegistry>(reader, attachment_names::kThemes));
  return Registries{std::move(parties), std::move(themes)};
}

Result<ThemeRegistry> installed_themes() {
  return load_installed<ThemeRegistry>(attachment_names::kThemes);
}

const Theme* theme_named(const Registries& registries, std::string_view name) {
  const std::string key = theme_key(name);
  for (const Theme& theme : registries.themes.themes())
    for (const std::string& known : {theme.id.value, theme.label, theme.label_en})
      if (theme_key(known) == key) return &theme;
  return nullptr;
}

std::string party_label(const Registries& registries, const PartyCode& code, Language language) {
  const Party* party = registries.parties.find(code);
  if (party == nullptr) return code.value;
  const std::string& english = party->label_en;
  return language == Language::kEnglish && !english.empty() ? english : party->label;
}

std::string theme_label(const Registries& registries, const ThemeId& id, Language language) {
  return theme_label(registries.themes, id, language);
}

std::string theme_label(const ThemeRegistry& themes, const ThemeId& id, Language language) {
  const Theme* theme = themes.find(id);
  if (theme == nullptr) return id.value;
  const std::string& english = theme->label_en;
  return language == Language::kEnglish && !english.empty() ? english : theme->label;
}

std::string kind_label(const std::string& kind, Language language) {
  if (language == Language::kEnglish) return kind;
  for (const KindName& name : kind_names())
    if (name.kind == kind) return std::string(name.swedish);
  return kind;
}

}  // namespace ordalag
