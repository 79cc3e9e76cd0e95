// The years that a date covers.
#pragma once

#include <optional>
#include <string_view>

namespace ordalag {

struct Years {
  int first = 0, last = 0;  // first <= last
};

// Of an ISO date or period: "2022/2026" covers five years, "2021-07-05" one. Empty when it begins
// with no year of four digits.
std::optional<Years> years_of(std::string_view date);

}  // namespace ordalag
