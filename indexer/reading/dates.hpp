// Dates as Swedish texts write them, as ISO 8601.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ordalag::reading {

struct FoundDate {
  std::string iso;       // "2021-07-05", "2021-07", "2021", "2022/2026"
  std::size_t begin = 0; // bytes of the text that it stands in
  std::size_t end = 0;
};

// The date that starts at byte `at`: "2021-07-05", "2021-07", "5 juli 2021", "den 5 juli 2021",
// "juli 2021", "5/7 2021". Empty when none does. Months beyond 12 and days beyond 31 are no dates.
std::optional<FoundDate> date_at(std::string_view text, std::size_t at);

// The first such date of `text` (not a bare year). Linear.
std::optional<FoundDate> find_date(std::string_view text);

// The first period of years ("2022 - 2026", "2022–2026", "2022/2026", rising), else empty.
std::optional<FoundDate> find_period(std::string_view text);

// The only year (1900 to 2099, standing alone) of `text`; empty when there is none or several.
std::optional<FoundDate> find_year(std::string_view text);

}  // namespace ordalag::reading
