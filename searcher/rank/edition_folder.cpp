#include "searcher/rank/edition_folder.hpp"

namespace ordalag {

void EditionFolder::fold(std::vector<Ranked>& hits,
                         const std::function<bool(const Ranked&, const Ranked&)>& better) {
  slots_.resize(reader_.passage_count() + 1, 0);
  const auto groups = reader_.edition_groups();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const std::uint32_t group = groups[hits[i].passage];
    if (group == 0) {
      hits[kept++] = hits[i];
      continue;
    }
    std::uint32_t& slot = slots_[group];
    if (slot == 0) {
      hits[kept] = hits[i];
      slot = static_cast<std::uint32_t>(++kept);
      used_.push_back(group);
    } else if (better(hits[i], hits[slot - 1])) {
      hits[slot - 1] = hits[i];
    }
  }
  hits.resize(kept);
  for (const std::uint32_t group : used_) slots_[group] = 0;
  used_.clear();
}

}  // namespace ordalag
