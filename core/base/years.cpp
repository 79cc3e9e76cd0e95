#include "core/base/years.hpp"

#include <algorithm>
#include <charconv>

namespace ordalag {
namespace {

constexpr std::size_t kDigits = 4;

int year_at(std::string_view date, std::size_t at) {
  int year = 0;
  if (at + kDigits <= date.size())
    std::from_chars(date.data() + at, date.data() + at + kDigits, year);
  return year;
}

}  // namespace

std::optional<Years> years_of(std::string_view date) {
  constexpr int kEarliest = 1000;
  const int first = year_at(date, 0);
  if (first < kEarliest) return std::nullopt;
  const std::size_t slash = date.find('/');
  const int last = slash == std::string_view::npos ? first : year_at(date, slash + 1);
  return Years{first, std::max(first, last)};
}

}  // namespace ordalag
