// Folds near-copies into one hit.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/rank/ranked.hpp"

namespace ordalag {

// Keeps a slot for every near-copy group of the index (4 bytes a passage) from search to search.
class EditionFolder {
 public:
  explicit EditionFolder(const IndexReader& reader) : reader_(reader) {}

  // Leaves the best hit of each near-copy group, as `better` says. Linear.
  void fold(std::vector<Ranked>& hits,
            const std::function<bool(const Ranked&, const Ranked&)>& better);

 private:
  const IndexReader& reader_;
  std::vector<std::uint32_t> slots_;  // group -> place in the present hits + 1; 0: none yet
  std::vector<std::uint32_t> used_;   // groups whose slot is not 0
};

}  // namespace ordalag
