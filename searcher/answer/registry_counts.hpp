// Parties and themes with what the index holds of each.
#pragma once

#include <cstdint>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/answer/registries.hpp"

namespace ordalag {

struct PartyCount {
  Party party;
  std::uint32_t passages = 0;
  std::uint32_t documents = 0;  // by it as a whole
};

// The parties of the registry in its order, then codes that only the documents have.
std::vector<PartyCount> count_parties(const IndexReader& reader, const PartyRegistry& registry);

struct ThemeCount {
  ThemeId id;
  const Theme* theme = nullptr;  // in the registry; null for an id that only passages have
  std::uint32_t passages = 0;
};

std::vector<ThemeCount> count_themes(const IndexReader& reader, const ThemeRegistry& registry);

}  // namespace ordalag
