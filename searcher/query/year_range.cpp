#include "searcher/query/year_range.hpp"

#include <charconv>

namespace ordalag {
namespace {

constexpr std::string_view kDots = "..";

std::optional<int> parse_year(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || text.size() != 4 || year < 0)
    return std::nullopt;
  return year;
}

}  // namespace

std::optional<YearRange> parse_year_range(std::string_view text) {
  YearRange range;
  const std::size_t dots = text.find(kDots);
  const std::string_view first = text.substr(0, dots);
  const std::string_view last =
      dots == std::string_view::npos ? first : text.substr(dots + kDots.size());
  if (first.empty() && last.empty()) return std::nullopt;
  if (!first.empty()) {
    const auto year = parse_year(first);
    if (!year) return std::nullopt;
    range.first = *year;
  }
  if (!last.empty()) {
    const auto year = parse_year(last);
    if (!year) return std::nullopt;
    range.last = *year;
  }
  if (range.first > range.last) return std::nullopt;
  return range;
}

}  // namespace ordalag
