#include "searcher/rank/id_order.hpp"

#include <algorithm>
#include <string_view>

namespace ordalag {

// Compares "a#" with "b#", as the passage ids begin, without joining them.
int IdOrder::compare_documents(PassageNumber a, PassageNumber b) const {
  const DocumentNumber left = columns_[a].document;
  const DocumentNumber right = columns_[b].document;
  if (left == right) return 0;
  const std::string_view x = reader_.document(left).facts.id.value;
  const std::string_view y = reader_.document(right).facts.id.value;
  const std::size_t common = std::min(x.size(), y.size());
  if (const int order = x.substr(0, common).compare(y.substr(0, common)); order != 0) return order;
  const auto next = [common](std::string_view id) {
    return id.size() > common ? static_cast<unsigned char>(id[common]) : '#';
  };
  return next(x) < next(y) ? -1 : 1;
}

bool IdOrder::by_id(PassageNumber a, PassageNumber b) const {
  if (a == b) return false;
  if (const int order = compare_documents(a, b); order != 0) return order < 0;
  return reader_.passage(a).id < reader_.passage(b).id;
}

bool IdOrder::better(const Ranked& a, const Ranked& b) const {
  if (a.tier != b.tier) return a.tier < b.tier;
  if (a.score != b.score) return a.score > b.score;
  return by_id(a.passage, b.passage);
}

bool IdOrder::by_text(PassageNumber a, PassageNumber b) const {
  if (const int order = compare_documents(a, b); order != 0) return order < 0;
  return a < b;
}

}  // namespace ordalag
