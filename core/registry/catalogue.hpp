// What a catalogue.toml says about documents.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/result.hpp"

namespace ordalag {

// One [[document]] table. Everything but the match (path or sha256) may be absent.
struct CatalogueEntry {
  std::filesystem::path path;         // absolute, normalised; empty when matched by sha256
  std::string sha256;                 // lower case; empty when matched by path
  std::optional<DocumentId> id;
  std::optional<std::string> title, publisher, municipality, date, kind, url, licence;
  std::optional<std::vector<PartyCode>> party;  // given but empty: by nobody, say the makers
  int line = 0;                       // in the catalogue, for messages
};

class Catalogue {
 public:
  Catalogue() = default;
  // Errors: kBadConfig with file:line for TOML errors, an unknown key, a wrong type, an entry
  // without path and sha256, a date that is not ISO 8601, two entries for one path, one id twice.
  static Result<Catalogue> load(const std::filesystem::path& file);

  // Joins another catalogue (several sources may each have one). Errors as in load.
  Status merge(Catalogue other);

  // The entry for a file, by path first, then by hash; nullptr when there is none.
  const CatalogueEntry* find(const std::filesystem::path& absolute, const std::string& sha256) const;
  const std::vector<CatalogueEntry>& entries() const { return entries_; }

 private:
  std::vector<CatalogueEntry> entries_;
};

}  // namespace ordalag
