#include "core/registry/catalogue.hpp"

#include <algorithm>
#include <array>

#include "core/registry/toml_table.hpp"

namespace ordalag {
namespace {

// Follows symbolic links as far as the path exists, so that a folder reached through a link has the
// same entries.
std::filesystem::path without_links(const std::filesystem::path& path) {
  std::error_code failed;
  auto found = std::filesystem::weakly_canonical(path, failed);
  return failed ? path.lexically_normal() : found;
}

// `text` as a number when it is `digits` digits long, else -1.
int number_of(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_day(std::string_view date) {
  constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = number_of(date.substr(0, 4), 4);
  if (year < 1) return false;
  if (date.size() == 4) return true;
  if (date[4] != '-') return false;
  const int month = number_of(date.substr(5, 2), 2);
  if (month < 1 || month > 12) return false;
  if (date.size() == 7) return true;
  if (date[7] != '-') return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int day = number_of(date.substr(8), 2);
  return day >= 1 && day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

struct TextKey {
  std::string_view key;
  std::optional<std::string> CatalogueEntry::*field;
};

constexpr std::array kTextKeys{
    TextKey{"title", &CatalogueEntry::title},
    TextKey{"publisher", &CatalogueEntry::publisher},
    TextKey{"municipality", &CatalogueEntry::municipality},
    TextKey{"date", &CatalogueEntry::date},
    TextKey{"kind", &CatalogueEntry::kind},
    TextKey{"url", &CatalogueEntry::url},
    TextKey{"licence", &CatalogueEntry::licence},
};

Status read_match(const TomlTable& table, const std::filesystem::path& folder,
                  CatalogueEntry& entry) {
  ORDALAG_TRY(path, table.text("path"));
  ORDALAG_TRY(sha256, table.text("sha256"));
  if (!path && !sha256)
    return fail(table.error("", "a document has neither path nor sha256",
                            "say which file the entry is about"));
  if (path && path->empty()) return fail(table.error("path", "the path is empty"));
  if (path) entry.path = without_links(folder / *path);
  if (sha256) {
    std::transform(sha256->begin(), sha256->end(), sha256->begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
    if (!is_sha256(*sha256))
      return fail(table.error("sha256", "not a SHA-256", "64 hexadecimal digits"));
    entry.sha256 = *std::move(sha256);
  }
  return {};
}

Result<CatalogueEntry> read_entry(const TomlTable& table, const std::filesystem::path& folder) {
  ORDALAG_CHECK(table.only({"path", "sha256", "id", "title", "publisher", "party", "municipality",
                            "date", "kind", "url", "licence"}));
  CatalogueEntry entry;
  entry.line = table.line();
  ORDALAG_CHECK(read_match(table, folder, entry));
  ORDALAG_TRY(id, table.text("id"));
  if (id && (id->empty() || id->find_first_of("# \t\n") != std::string::npos))
    return fail(table.error("id", "\"" + *id + "\" cannot be the id of a document",
                            "an id has no blanks and no \"#\""));
  if (id) entry.id = DocumentId(*std::move(id));
  for (const TextKey& row : kTextKeys) {
    ORDALAG_TRY(value, table.text(row.key));
    if (value && value->empty())
      return fail(table.error(row.key, "\"" + std::string(row.key) + "\" is empty",
                              "leave the key out when the fact is not known"));
    entry.*row.field = std::move(value);
  }
  if (entry.date && !is_iso_date(*entry.date))
    return fail(table.error("date", "\"" + *entry.date + "\" is not a date",
                            "write 2026, 2026-05, 2026-05-01 or 2022/2026"));
  ORDALAG_TRY(party, table.texts("party"));
  if (party) {
    entry.party.emplace();
    for (std::string& code : *party) entry.party->emplace_back(std::move(code));
    std::sort(entry.party->begin(), entry.party->end());
    entry.party->erase(std::unique(entry.party->begin(), entry.party->end()), entry.party->end());
  }
  return entry;
}

}  // namespace

bool is_iso_date(std::string_view date) {
  const auto slash = date.find('/');
  if (slash == std::string_view::npos) return is_day(date);
  const auto from = date.substr(0, slash), to = date.substr(slash + 1);
  const auto common = std::min(from.size(), to.size());
  return is_day(from) && is_day(to) && from.substr(0, common) <= to.substr(0, common);
}

Result<Catalogue> Catalogue::load(const std::filesystem::path& file) {
  ORDALAG_TRY(text, read_configuration(file.string()));
  return parse(text, file);
}

Result<Catalogue> Catalogue::parse(std::string_view text, const std::filesystem::path& file) {
  ORDALAG_TRY(top, TomlTable::parse(text, file.string()));
  ORDALAG_CHECK(top.only({"document"}));
  ORDALAG_TRY(tables, top.tables("document"));
  const auto folder = std::filesystem::absolute(file).parent_path();
  Catalogue catalogue;
  for (const TomlTable& table : tables) {
    ORDALAG_TRY(entry, read_entry(table, folder));
    entry.catalogue = without_links(std::filesystem::absolute(file)).string();
    ORDALAG_CHECK(catalogue.add(std::move(entry)));
  }
  return catalogue;
}

Status Catalogue::add(CatalogueEntry entry) {
  const std::size_t number = entries_.size();
  const auto put = [&](auto& index, const std::string& key, std::string_view what) -> Status {
    if (key.empty()) return {};
    const auto [found, added] = index.emplace(key, number);
    if (added) return {};
    const CatalogueEntry& other = entries_[found->second];
    return fail(ErrorCode::kBadConfig,
                "two documents have the " + std::string(what) + " \"" + key + "\"",
                entry.catalogue + ":" + std::to_string(entry.line),
                "the other stands at " + other.catalogue + ":" + std::to_string(other.line));
  };
  ORDALAG_CHECK(put(by_path_, entry.path.string(), "path"));
  ORDALAG_CHECK(put(by_sha256_, entry.sha256, "sha256"));
  ORDALAG_CHECK(put(by_id_, entry.id ? entry.id->value : std::string(), "id"));
  entries_.push_back(std::move(entry));
  return {};
}

Status Catalogue::merge(Catalogue other) {
  std::unordered_map<std::string, bool> present;
  for (const CatalogueEntry& entry : entries_) present[entry.catalogue] = true;
  for (CatalogueEntry& entry : other.entries_)
    if (!present.contains(entry.catalogue)) ORDALAG_CHECK(add(std::move(entry)));
  return {};
}

const CatalogueEntry* Catalogue::find(const std::filesystem::path& absolute,
                                      const std::string& sha256) const {
  if (entries_.empty()) return nullptr;
  if (const auto found = by_path_.find(without_links(absolute).string()); found != by_path_.end())
    return &entries_[found->second];
  if (const auto found = by_sha256_.find(sha256); found != by_sha256_.end())
    return &entries_[found->second];
  return nullptr;
}

}  // namespace ordalag
