#include "core/registry/overrides.hpp"

#include "core/registry/blanks.hpp"
#include "core/registry/toml_table.hpp"

namespace ordalag {
namespace {

// Reads the ids under `key`, each of which `exists` must know; none when the key is absent.
template <class Id, class Exists>
Status read_ids(const TomlTable& table, std::string_view key, const Exists& exists,
                std::vector<Id>& ids) {
  ORDALAG_TRY(values, table.texts(key));
  if (!values) return {};
  for (std::string& value : *values) {
    Id& id = ids.emplace_back(std::move(value));
    if (!exists(id))
      return fail(table.error(key, "\"" + id.value + "\" is in no registry",
                              "`ordalag themes` and `ordalag parties` list what there is"));
  }
  return {};
}

template <class Id, class Exists>
Status read_change(const TomlTable& table, const std::string& key, const Exists& exists,
                   ListChange<Id>& change) {
  ORDALAG_TRY(given, table.texts(key));
  if (given) ORDALAG_CHECK(read_ids(table, key, exists, change.set.emplace()));
  ORDALAG_CHECK(read_ids(table, "add_" + key, exists, change.add));
  return read_ids(table, "remove_" + key, exists, change.remove);
}

// Which document and passages an override is for.
Status read_target(const TomlTable& table, Override& entry) {
  ORDALAG_TRY(document, table.text("document"));
  ORDALAG_TRY(passage, table.text("passage"));
  ORDALAG_TRY(text, table.text("text"));
  if (passage) {
    const std::size_t mark = passage->rfind('#');
    if (document || text || mark == std::string::npos || mark == 0)
      return fail(table.error("passage", "\"" + *passage + "\" cannot be the passage of an override",
                              "give passage = \"<document>#<passage>\" alone"));
    entry.document = DocumentId(passage->substr(0, mark));
    entry.passage = PassageId(*std::move(passage));
    return {};
  }
  if (!document)
    return fail(table.error("", "an override says neither document nor passage",
                            "add document = \"…\" or passage = \"…#…\""));
  entry.document = DocumentId(*std::move(document));
  if (text) entry.text = single_spaced(*text);
  return {};
}

Result<Override> read_override(const TomlTable& table, const ThemeRegistry& themes,
                               const PartyRegistry& parties) {
  ORDALAG_CHECK(table.only({"document", "passage", "text", "themes", "add_themes", "remove_themes",
                            "party", "add_party", "remove_party", "reason"}));
  Override entry;
  ORDALAG_CHECK(read_target(table, entry));
  const auto is_theme = [&](const ThemeId& id) { return themes.find(id) != nullptr; };
  const auto is_party = [&](const PartyCode& code) { return parties.find(code) != nullptr; };
  ORDALAG_CHECK(read_change(table, "themes", is_theme, entry.themes));
  ORDALAG_CHECK(read_change(table, "party", is_party, entry.party));
  ORDALAG_TRY(reason, table.text("reason"));
  entry.reason = reason.value_or("");
  entry.where = table.error("", "").where;
  if (entry.themes.empty() && entry.party.empty())
    return fail(table.error("", "an override changes nothing", "add themes or party"));
  return entry;
}

}  // namespace

Result<Overrides> Overrides::load(const std::filesystem::path& file, const ThemeRegistry& themes,
                                  const PartyRegistry& parties) {
  ORDALAG_TRY(text, read_configuration(file.string()));
  return parse(text, file.string(), themes, parties);
}

Result<Overrides> Overrides::parse(std::string_view text, const std::string& name,
                                   const ThemeRegistry& themes, const PartyRegistry& parties) {
  ORDALAG_TRY(top, TomlTable::parse(text, name));
  ORDALAG_CHECK(top.only({"override"}));
  ORDALAG_TRY(tables, top.tables("override"));
  Overrides overrides;
  for (const TomlTable& table : tables) {
    ORDALAG_TRY(entry, read_override(table, themes, parties));
    overrides.push(std::move(entry));
  }
  return overrides;
}

void Overrides::merge(Overrides other) {
  for (Override& entry : other.all_) push(std::move(entry));
}

const std::vector<std::size_t>& Overrides::of(const DocumentId& document) const {
  static const std::vector<std::size_t> kNone;
  const auto found = by_document_.find(document);
  return found == by_document_.end() ? kNone : found->second;
}

void Overrides::push(Override entry) {
  by_document_[entry.document].push_back(all_.size());
  all_.push_back(std::move(entry));
}

}  // namespace ordalag
