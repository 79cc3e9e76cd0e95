#include "searcher/query/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// Code points of valid UTF-8, each packed as its bytes: equality is all that is asked of them.
void unpack(std::string_view text, std::vector<std::uint32_t>& out) {
  out.clear();
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_continuation(c) && !out.empty())
      out.back() = (out.back() << 8U) | byte;
    else
      out.push_back(byte);
  }
}

struct Rows {
  std::vector<std::uint32_t> left, right;
  std::array<std::vector<std::size_t>, 3> costs;
};

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  thread_local Rows rows;
  auto& [left, right, costs] = rows;
  unpack(a, left);
  unpack(b, right);
  const std::size_t longer = std::max(left.size(), right.size());
  if (longer - std::min(left.size(), right.size()) > limit) return limit + 1;
  for (auto& row : costs) row.assign(right.size() + 1, 0);
  for (std::size_t j = 0; j <= right.size(); ++j) costs[1][j] = j;
  // costs[0] is the row before the last, costs[1] the last, costs[2] the one being filled.
  for (std::size_t i = 1; i <= left.size(); ++i) {
    costs[2][0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = costs[1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      std::size_t cost = std::min({costs[1][j] + 1, costs[2][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        cost = std::min(cost, costs[0][j - 2] + 1);
      costs[2][j] = cost;
      best = std::min(best, cost);
    }
    if (best > limit) return limit + 1;
    std::rotate(costs.begin(), costs.begin() + 1, costs.end());
  }
  return std::min(costs[1][right.size()], limit + 1);
}

}  // namespace ordalag
