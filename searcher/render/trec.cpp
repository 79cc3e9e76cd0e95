#include "searcher/render/trec.hpp"

#include <array>
#include <charconv>

namespace ordalag {

std::string trec_lines(const std::string& query, const std::vector<RankedId>& ranked) {
  constexpr int kPlaces = 6;
  std::string lines;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    std::array<char, 64> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), ranked[i].score,
                                   std::chars_format::fixed, kPlaces)
                         .ptr;
    lines += query + " Q0 " + ranked[i].id + " " + std::to_string(i + 1) + " " +
             std::string(digits.begin(), end) + " ordalag\n";
  }
  return lines;
}

}  // namespace ordalag
