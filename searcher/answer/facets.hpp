// Counts of hits by what they have in common.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/registries.hpp"

namespace ordalag {

struct FacetCount {
  std::string value;
  std::string label;
  std::uint32_t count = 0;
};

// Each list falls by count, then by value; years rise. A hit by several parties counts for each.
struct Facets {
  std::vector<FacetCount> party, theme, municipality, kind, year;
};

struct FacetContext {
  const IndexReader& reader;
  const Registries& registries;
  Language language = Language::kSwedish;
};

// What a number of hits are.
enum class Counted { kPassages, kDocuments };

// Counts passages, or the documents that they stand for. Linear in the passages; reads each of
// their documents once in the life of the reader.
Facets count_facets(std::span<const PassageNumber> passages, Counted counted,
                    const FacetContext& context);

}  // namespace ordalag
