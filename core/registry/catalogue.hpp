// What a catalogue.toml says about documents.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/result.hpp"

namespace ordalag {

// One [[document]] table. Everything but the match (path or sha256) may be absent.
struct CatalogueEntry {
  std::filesystem::path path;  // absolute, normalised; empty when matched by sha256
  std::string sha256;          // lower case; empty when matched by path
  std::optional<DocumentId> id;
  std::optional<std::string> title, publisher, municipality, date, kind, url, licence;
  std::optional<std::vector<PartyCode>> party;  // given but empty: by nobody, say the makers
  std::string catalogue;                        // the file it stands in, for messages
  int line = 0;                                 // in that file
};

class Catalogue {
 public:
  Catalogue() = default;
  // Errors: kBadConfig with file:line for TOML errors, an unknown key, a wrong type, an entry
  // without path and sha256, a date that is not ISO 8601, two entries for one path, one id twice.
  static Result<Catalogue> load(const std::filesystem::path& file);
  // The same from text; `file` gives the folder that paths are relative to.
  static Result<Catalogue> parse(std::string_view text, const std::filesystem::path& file);

  // Joins another catalogue (several sources may each have one). The same catalogue again is
  // passed over. Errors as in load.
  Status merge(Catalogue other);

  // The entry for a file, by path first, then by hash; nullptr when there is none. Symbolic links
  // are followed on both sides: one look at the file system.
  const CatalogueEntry* find(const std::filesystem::path& absolute,
                             const std::string& sha256) const;
  const std::vector<CatalogueEntry>& entries() const { return entries_; }

 private:
  Status add(CatalogueEntry entry);

  std::vector<CatalogueEntry> entries_;
  std::unordered_map<std::string, std::size_t> by_path_, by_sha256_, by_id_;
};

// True for "2026", "2021-07", "2021-07-05" and for two of these with "/" between, earlier first.
bool is_iso_date(std::string_view date);

}  // namespace ordalag
