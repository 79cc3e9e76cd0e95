// A table of values and their names: an array of pairs. Few rows, so that both ways are a scan.
#pragma once

#include <optional>
#include <string_view>

namespace ordalag {

// The name of `wanted`; empty when the table does not hold it.
template <class Table, class Value>
constexpr std::string_view name_in(const Table& table, Value wanted) {
  for (const auto& [value, name] : table)
    if (value == wanted) return name;
  return {};
}

// The value that is called `wanted`.
template <class Table>
constexpr auto value_in(const Table& table, std::string_view wanted)
    -> std::optional<typename Table::value_type::first_type> {
  for (const auto& [value, name] : table)
    if (name == wanted) return value;
  return std::nullopt;
}

}  // namespace ordalag
