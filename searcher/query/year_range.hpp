// "2018", "2018..2022", "2018..", "..2022": the value of år: and of --year.
#pragma once

#include <limits>
#include <optional>
#include <string_view>

namespace ordalag {

// Both ends included; an open end is the smallest or largest int.
struct YearRange {
  int first = std::numeric_limits<int>::min();
  int last = std::numeric_limits<int>::max();
  friend bool operator==(const YearRange&, const YearRange&) = default;
};

// Empty when `text` is no year or range, or runs backwards.
std::optional<YearRange> parse_year_range(std::string_view text);

}  // namespace ordalag
