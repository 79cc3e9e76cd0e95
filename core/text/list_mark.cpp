#include "core/text/list_mark.hpp"

#include <algorithm>
#include <cstddef>

namespace ordalag {

std::string_view without_list_mark(std::string_view line) {
  constexpr std::size_t kLongestMark = 6;  // "xviii)"
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  const std::size_t space = line.find_first_of(" \t");
  return space <= kLongestMark ? line.substr(space) : line;
}

}  // namespace ordalag
