#include "core/registry/themes.hpp"

#include <algorithm>
#include <sstream>
#include <unordered_set>

#include "core/registry/blanks.hpp"
#include "core/registry/toml_table.hpp"

namespace ordalag {
namespace {

// Reads one term in the notation of themes.toml; empty when it is not one.
std::optional<ThemeTerm> read_term(std::string_view notation, std::size_t tier) {
  ThemeTerm term;
  term.tier = tier;
  if (notation.starts_with('=')) {
    term.scope = TermScope::kForm;
    notation.remove_prefix(1);
  } else if (notation.size() > 2 && notation.starts_with('|') && notation.ends_with('|')) {
    term.scope = TermScope::kWord;
    notation = notation.substr(1, notation.size() - 2);
  } else if (notation.starts_with('-')) {
    term.scope = TermScope::kHead;
    notation.remove_prefix(1);
  } else if (notation.ends_with('-')) {
    term.scope = TermScope::kModifier;
    notation.remove_suffix(1);
  }
  term.text = single_spaced(notation);
  const bool several = term.text.find(' ') != std::string::npos;
  const bool marked = term.text.find_first_of("=|\"") != std::string::npos ||
                      term.text.starts_with('-') || term.text.ends_with('-');
  if (term.text.empty() || marked || (several && term.scope != TermScope::kAnywhere)) return {};
  if (several) term.scope = TermScope::kPhrase;
  return term;
}

// Replaces the terms of one tier by the comma-separated list under its key, when there is one.
Status read_tier(const TomlTable& table, std::size_t tier, std::vector<ThemeTerm>& vocabulary) {
  const std::string key(kThemeTiers[tier].name);
  ORDALAG_TRY(list, table.text(key));
  if (!list) return {};
  std::erase_if(vocabulary, [&](const ThemeTerm& term) { return term.tier == tier; });
  for (std::string_view rest = trim(*list); !rest.empty();) {
    const std::size_t comma = rest.find(',');
    const std::string_view notation = trim(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view() : trim(rest.substr(comma + 1));
    auto term = read_term(notation, tier);
    if (!term)
      return fail(table.error(key, "\"" + std::string(notation) + "\" is not a term",
                              "write skola, |skola|, =skolan, -skola, skola- or several words"));
    vocabulary.push_back(*std::move(term));
  }
  return {};
}

Status check_terms(const TomlTable& table, const std::vector<ThemeTerm>& vocabulary) {
  std::unordered_set<std::string> seen;
  for (const ThemeTerm& term : vocabulary)
    if (!seen.insert(term.notation()).second)
      return fail(table.error(kThemeTiers[term.tier].name,
                              "the term \"" + term.notation() + "\" stands twice",
                              "keep it in one list of the theme"));
  return {};
}

bool is_theme_id(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

void write_text(std::ostream& out, std::string_view key, std::string_view value) {
  out << key << " = \"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out << '\\';
    out << (static_cast<unsigned char>(c) < ' ' ? ' ' : c);
  }
  out << "\"\n";
}

void write_codes(std::ostream& out, std::string_view key, const std::vector<std::string>& codes) {
  out << key << " = [";
  for (const std::string& code : codes) out << '"' << code << "\", ";
  out << "]\n";
}

void write_theme(std::ostream& out, const Theme& theme) {
  out << "[[theme]]\n";
  write_text(out, "id", theme.id.value);
  if (theme.parent) write_text(out, "parent", theme.parent->value);
  write_text(out, "sv", theme.label);
  write_text(out, "en", theme.label_en);
  write_text(out, "definition", theme.definition);
  write_codes(out, "comparative_agendas", theme.comparative_agendas);
  write_codes(out, "manifesto", theme.manifesto);
  for (std::size_t tier = 0; tier < kThemeTiers.size(); ++tier) {
    std::string list;
    for (const ThemeTerm& term : theme.vocabulary)
      if (term.tier == tier) list += (list.empty() ? "" : ", ") + term.notation();
    if (!list.empty()) write_text(out, kThemeTiers[tier].name, list);
  }
  out << '\n';
}

// The fields that `table` gives, over what `theme` holds.
Status read_theme(const TomlTable& table, Theme& theme) {
  for (const auto& [key, field] : {std::pair("sv", &theme.label), std::pair("en", &theme.label_en),
                                   std::pair("definition", &theme.definition)}) {
    ORDALAG_TRY(value, table.text(key));
    if (value) *field = *std::move(value);
  }
  for (const auto& [key, field] : {std::pair("comparative_agendas", &theme.comparative_agendas),
                                   std::pair("manifesto", &theme.manifesto)}) {
    ORDALAG_TRY(values, table.texts(key));
    if (values) *field = *std::move(values);
  }
  ORDALAG_TRY(parent, table.text("parent"));
  if (parent) theme.parent = ThemeId(*std::move(parent));
  for (std::size_t tier = 0; tier < kThemeTiers.size(); ++tier)
    ORDALAG_CHECK(read_tier(table, tier, theme.vocabulary));
  ORDALAG_CHECK(check_terms(table, theme.vocabulary));
  if (theme.label.empty())
    return fail(table.error("sv", "theme " + theme.id.value + " has no label", "add sv = \"…\""));
  if (theme.label_en.empty()) theme.label_en = theme.label;
  return {};
}

}  // namespace

std::string ThemeTerm::notation() const {
  switch (scope) {
    case TermScope::kWord:
      return "|" + text + "|";
    case TermScope::kForm:
      return "=" + text;
    case TermScope::kHead:
      return "-" + text;
    case TermScope::kModifier:
      return text + "-";
    case TermScope::kAnywhere:
    case TermScope::kPhrase:
      break;
  }
  return text;
}

Result<ThemeRegistry> ThemeRegistry::load(const std::filesystem::path& file) {
  ThemeRegistry registry;
  ORDALAG_CHECK(registry.add(file));
  return registry;
}

Result<ThemeRegistry> ThemeRegistry::parse(std::string_view text, const std::string& name) {
  ThemeRegistry registry;
  ORDALAG_CHECK(registry.add_text(text, name));
  return registry;
}

Status ThemeRegistry::add(const std::filesystem::path& file) {
  ORDALAG_TRY(text, read_configuration(file.string()));
  return add_text(text, file.string());
}

Status ThemeRegistry::add_text(std::string_view text, const std::string& name) {
  ORDALAG_TRY(top, TomlTable::parse(text, name));
  ORDALAG_CHECK(top.only({"theme"}));
  ORDALAG_TRY(tables, top.tables("theme"));
  ThemeRegistry changed = *this;
  std::unordered_map<ThemeId, const TomlTable*> seen;
  for (const TomlTable& table : tables) {
    ORDALAG_CHECK(table.only({"id", "parent", "sv", "en", "definition", "comparative_agendas",
                              "manifesto", "decisive", "strong", "supporting", "neutral", "against"}));
    ORDALAG_TRY(id, table.text("id"));
    if (!id) return fail(table.error("", "a theme has no id", "add id = \"bostad\""));
    if (!is_theme_id(*id))
      return fail(table.error("id", "\"" + *id + "\" cannot be the id of a theme",
                              "use a-z, 0-9 and hyphens"));
    const ThemeId theme_id(*id);
    if (!seen.emplace(theme_id, &table).second)
      return fail(table.error("id", "theme \"" + *id + "\" stands twice in the file"));
    const auto [found, is_new] = changed.numbers_.emplace(theme_id, changed.themes_.size());
    if (is_new) changed.themes_.emplace_back().id = theme_id;
    ORDALAG_CHECK(read_theme(table, changed.themes_[found->second]));
  }
  for (const Theme& theme : changed.themes_) {
    if (!theme.parent) continue;
    const Theme* parent = changed.find(*theme.parent);
    if (parent != nullptr && !parent->parent) continue;
    const auto at = seen.find(theme.id);
    const std::string message = "the parent \"" + theme.parent->value + "\" of theme \"" +
                                theme.id.value + "\" is not an area";
    return at != seen.end() ? fail(at->second->error("parent", message))
                            : fail(ErrorCode::kBadConfig, message, name);
  }
  *this = std::move(changed);
  return {};
}

std::string ThemeRegistry::text() const {
  std::ostringstream out;
  for (const Theme& theme : themes_) write_theme(out, theme);
  return std::move(out).str();
}

const Theme* ThemeRegistry::find(const ThemeId& id) const {
  const auto found = numbers_.find(id);
  return found == numbers_.end() ? nullptr : &themes_[found->second];
}

std::optional<std::size_t> ThemeRegistry::parent_of(std::size_t theme) const {
  const auto& parent = themes_[theme].parent;
  if (!parent) return std::nullopt;
  return numbers_.at(*parent);
}

}  // namespace ordalag
