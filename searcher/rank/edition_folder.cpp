#include "searcher/rank/edition_folder.hpp"

namespace ordalag {

void EditionFolder::fold(std::vector<Ranked>& hits,
                         const std::function<bool(const Ranked&, const Ranked&)>& better) {
  slots_.resize(reader_.passage_count() + 1, 0);
  const auto columns = reader_.columns();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    std::uint32_t& slot = slots_[columns[hits[i].passage].edition_group];
    if (slot == 0) {
      hits[kept] = hits[i];
      slot = static_cast<std::uint32_t>(++kept);
    } else if (better(hits[i], hits[slot - 1])) {
      hits[slot - 1] = hits[i];
    }
  }
  hits.resize(kept);
  for (const Ranked& hit : hits) slots_[columns[hit.passage].edition_group] = 0;
}

}  // namespace ordalag
