#include "searcher/render/figures.hpp"

#include <cmath>
#include <string_view>

namespace ordalag {

std::string rate_text(const Tally& tally, Language language) {
  const auto rate = tally.rate();
  if (!rate) return "–";
  constexpr double kTenth = 10;
  const auto tenths = static_cast<std::uint64_t>(std::llround(*rate * kTenth));
  return grouped(tenths / 10, language) + (language == Language::kSwedish ? "," : ".") +
         std::to_string(tenths % 10);
}

std::string grouped(std::uint64_t number, Language language) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0)
      text += language == Language::kSwedish ? "\u00A0" : ",";
    text += digits[i];
  }
  return text;
}

}  // namespace ordalag
