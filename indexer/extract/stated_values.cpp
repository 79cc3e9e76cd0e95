#include "indexer/extract/stated_values.hpp"

#include <algorithm>
#include <array>

#include "core/text/characters.hpp"

namespace ordalag::extract {

bool is_worded_title(std::string_view title) {
  static constexpr std::array<std::string_view, 6> kFromPrograms = {"_",    ".doc", ".indd",
                                                                    ".pdf", ".odt", "Microsoft "};
  return title.find(' ') != std::string_view::npos &&
         std::none_of(
             kFromPrograms.begin(), kFromPrograms.end(),
             [&](std::string_view sign) { return title.find(sign) != std::string_view::npos; });
}

std::string iso_day(std::string_view date_time) {
  constexpr std::size_t kDay = 10;
  if (date_time.size() < kDay) return {};
  const std::string_view day = date_time.substr(0, kDay);
  for (std::size_t i = 0; i < kDay; ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? day[i] != '-' : !is_digit(static_cast<unsigned char>(day[i]))) return {};
  }
  return std::string(day);
}

}  // namespace ordalag::extract
