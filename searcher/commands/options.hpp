// Options of the command line, parsed low into plain values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

enum class Takes { kNothing, kOne, kSeveral };

struct OptionRow {
  const char* name;  // long, then "," and the short one
  Takes takes;
  const char* argument;  // its name in the help
  const char* help;
  const char* values = "";  // all that it may be, with blanks between; "": anything
};

using NamedValues = std::vector<std::pair<std::string, std::string>>;

// The long name of a row.
std::string long_name(const OptionRow& row);
// The words of `values`.
std::vector<std::string> values_of(const OptionRow& row);

// What was given on the command line, or as parameters.
class Options {
 public:
  bool on(const std::string& name) const { return values_.contains(name); }
  std::optional<std::string> text(const std::string& name) const;
  std::vector<std::string> texts(const std::string& name) const;
  // Errors: kUsage when it is given and no whole number from `least` to `most`.
  Result<std::uint32_t> number(const std::string& name, std::uint32_t fallback, std::uint32_t least,
                               std::uint32_t most) const;
  void add_argument(std::string argument) { arguments_.push_back(std::move(argument)); }
  const std::vector<std::string>& arguments() const { return arguments_; }

 private:
  friend Result<Options> parse_options(const std::vector<std::string>& words,
                                       std::span<const OptionRow> rows);
  friend Result<Options> options_from(const NamedValues& values, std::span<const OptionRow> rows);
  std::map<std::string, std::vector<std::string>> values_;  // by long name
  std::vector<std::string> arguments_;
};

// `--opt=v` and `--opt v`; `--` ends options; none is abbreviated. Errors: kUsage with the option.
Result<Options> parse_options(const std::vector<std::string>& words,
                              std::span<const OptionRow> rows);

// The same options by their long names, without dashes, as HTTP and MCP give them; a flag takes
// "true" or "false". Empty values count as not given. Errors: kUsage with the name.
Result<Options> options_from(const NamedValues& values, std::span<const OptionRow> rows);

// The rows as lines of a help text, at most 80 columns wide.
std::string options_help(std::span<const OptionRow> rows);

// The value whose name is `text` in a table of pairs (name, value). Errors: kUsage naming `option`
// and the names.
template <class Table>
auto choose(const Table& table, const std::string& text, const std::string& option)
    -> Result<typename Table::value_type::second_type> {
  std::string names;
  for (const auto& [name, value] : table) {
    if (name == text) return value;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  return fail(ErrorCode::kUsage, "\"" + text + "\" is none of " + names, option);
}

}  // namespace ordalag
