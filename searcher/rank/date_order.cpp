#include "searcher/rank/date_order.hpp"

#include <algorithm>
#include <string>

#include "searcher/rank/id_order.hpp"

namespace ordalag {

void sort_by_date(std::vector<Ranked>& hits, std::size_t wanted, SortOrder order,
                  const IndexReader& reader) {
  static const std::string kUndated;
  const IdOrder ids(reader);
  const auto date = [&](const Ranked& hit) -> const std::string& {
    const auto& fact = reader.document(reader.document_of(hit.passage)).facts.date;
    return fact ? fact->value : kUndated;
  };
  const auto middle = hits.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, hits.size()));
  std::partial_sort(hits.begin(), middle, hits.end(), [&](const Ranked& a, const Ranked& b) {
    const std::string& left = date(a);
    const std::string& right = date(b);
    if (left == right) return ids.better(a, b);
    if (left.empty() || right.empty()) return right.empty();
    return order == SortOrder::kOldest ? left < right : left > right;
  });
}

}  // namespace ordalag
