// A TOML table read by key, with file and line in every complaint. The one door to toml++; only the
// sources of this room include it.
#pragma once

#include <toml++/toml.h>

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

class TomlTable {
 public:
  // The top table of `text`. Errors: kBadConfig with "file:line" when it is not TOML.
  static Result<TomlTable> parse(std::string_view text, const std::string& file);

  // Errors: kBadConfig at the line of the first key that is not in `known`, with the nearest known
  // key as hint.
  Status only(std::initializer_list<std::string_view> known) const;

  // Values by key; empty when the key is absent. Errors: kBadConfig for another type.
  Result<std::optional<std::string>> text(std::string_view key) const;
  Result<std::optional<int>> number(std::string_view key) const;
  Result<std::optional<bool>> boolean(std::string_view key) const;
  // A list of strings; a single string counts as a list of one.
  Result<std::optional<std::vector<std::string>>> texts(std::string_view key) const;
  // The tables of `[[key]]` or `key = [{...}, ...]`; none when the key is absent.
  Result<std::vector<TomlTable>> tables(std::string_view key) const;

  int line() const;
  // The error for something wrong in this table, at the line of `key` or (empty) of the table.
  Error error(std::string_view key, std::string message, std::string hint = {}) const;

 private:
  TomlTable(std::shared_ptr<const toml::table> table, std::string file)
      : table_(std::move(table)), file_(std::move(file)) {}

  // Shares ownership of the whole file: toml++ forgets the line of a table that is copied.
  std::shared_ptr<const toml::table> table_;
  std::string file_;
};

// The whole of a file. Errors: kBadConfig when it cannot be read.
Result<std::string> read_configuration(const std::string& file);

}  // namespace ordalag
