// Reading the tables of stemmer-config: UTF-8, tab-separated, "#" begins a comment line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

struct TsvRow {
  std::uint32_t line = 0;  // from 1
  std::vector<std::string> columns;
};

struct TsvTable {
  std::string file;
  std::vector<TsvRow> rows;
  std::string bytes;  // the file as it is, for fingerprints

  // "file:line", for errors.
  std::string where(const TsvRow& row) const;
};

// Reads `path`; every row must have from `least` to `most` columns, none of the first `least`
// empty. Errors: kBadConfig with file and line; kUnreadable.
Result<TsvTable> read_tsv(const std::filesystem::path& path, std::size_t least, std::size_t most);

// `text` divided at `separator`; pieces are trimmed of spaces, empty ones kept.
std::vector<std::string> divide(const std::string& text, char separator);

}  // namespace ordalag
