#include "searcher/rank/edition_folder.hpp"

namespace ordalag {

void EditionFolder::fold(std::vector<Ranked>& hits,
                         const std::function<bool(const Ranked&, const Ranked&)>& better) {
  slots_.resize(reader_.passage_count() + 1, 0);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    std::uint32_t& slot = slots_[reader_.edition_group(hits[i].passage)];
    if (slot == 0) {
      hits[kept] = hits[i];
      slot = static_cast<std::uint32_t>(++kept);
    } else if (better(hits[i], hits[slot - 1])) {
      hits[slot - 1] = hits[i];
    }
  }
  hits.resize(kept);
  for (const Ranked& hit : hits) slots_[reader_.edition_group(hit.passage)] = 0;
}

}  // namespace ordalag
