#include "searcher/serve/entity_tag.hpp"

#include <algorithm>

namespace ordalag {
namespace {

std::string_view opaque(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

std::string entity_tag(const IndexInfo& index, std::string_view variant) {
  constexpr std::size_t kShortId = 12;
  return "W/\"" + index.id.substr(0, kShortId) + "-" + std::to_string(index.revision) + "-" +
         ORDALAG_VERSION + "-" + std::string(variant) + "\"";
}

bool matches_tag(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    const std::size_t end = std::min(if_none_match.find(','), if_none_match.size());
    std::string_view item = if_none_match.substr(0, end);
    if_none_match.remove_prefix(std::min(end + 1, if_none_match.size()));
    const std::size_t first = item.find_first_not_of(" \t");
    if (first == std::string_view::npos) continue;
    item = item.substr(first, item.find_last_not_of(" \t") + 1 - first);
    if (item == "*" || opaque(item) == opaque(tag)) return true;
  }
  return false;
}

}  // namespace ordalag
