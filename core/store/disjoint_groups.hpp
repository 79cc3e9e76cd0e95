// Groups that grow by merging; merging never brings two members of one owner together.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace ordalag {

class DisjointGroups {
 public:
  // Member i (from 0) belongs to owner `owners[i]`; every member starts as a group of its own.
  explicit DisjointGroups(const std::vector<std::uint32_t>& owners)
      : parent_(owners.size()), owners_(owners.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (std::size_t i = 0; i < owners.size(); ++i) owners_[i] = {owners[i]};
  }

  std::uint32_t group(std::uint32_t member) {
    while (parent_[member] != member) {
      parent_[member] = parent_[parent_[member]];
      member = parent_[member];
    }
    return member;
  }

  // Puts lone members into one group, whoever owns them. n log n in the members.
  void unite(std::span<const std::uint32_t> members) {
    auto& owners = owners_[members[0]];
    for (const std::uint32_t member : members.subspan(1)) {
      owners.push_back(owners_[member][0]);
      std::vector<std::uint32_t>().swap(owners_[member]);
      parent_[member] = members[0];
    }
    std::sort(owners.begin(), owners.end());
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
  }

  // Merges the groups of two members unless they have an owner in common.
  void merge(std::uint32_t a, std::uint32_t b) {
    std::uint32_t into = group(a);
    std::uint32_t from = group(b);
    if (into == from) return;
    if (owners_[into].size() < owners_[from].size()) std::swap(into, from);
    auto& large = owners_[into];
    auto& small = owners_[from];
    for (const std::uint32_t owner : small)
      if (std::binary_search(large.begin(), large.end(), owner)) return;
    const auto middle = static_cast<std::ptrdiff_t>(large.size());
    large.insert(large.end(), small.begin(), small.end());
    std::inplace_merge(large.begin(), large.begin() + middle, large.end());
    std::vector<std::uint32_t>().swap(small);
    parent_[from] = into;
  }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> owners_;  // sorted, of each root
};

}  // namespace ordalag
