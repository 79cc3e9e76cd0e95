#include "searcher/rank/id_order.hpp"

namespace ordalag {

bool IdOrder::by_id(PassageNumber a, PassageNumber b) const {
  if (a == b) return false;
  const DocumentNumber left = columns_[a].document, right = columns_[b].document;
  if (left != right) return reader_.id_order(left) < reader_.id_order(right);
  return reader_.id_ending(a) < reader_.id_ending(b);
}

bool IdOrder::better(const Ranked& a, const Ranked& b) const {
  if (a.tier != b.tier) return a.tier < b.tier;
  if (a.score != b.score) return a.score > b.score;
  return by_id(a.passage, b.passage);
}

bool IdOrder::by_text(PassageNumber a, PassageNumber b) const {
  const DocumentNumber left = columns_[a].document, right = columns_[b].document;
  return left != right ? reader_.id_order(left) < reader_.id_order(right) : a < b;
}

std::vector<DocumentNumber> documents_by_id(const IndexReader& reader) {
  std::vector<DocumentNumber> numbers(reader.document_count());
  for (DocumentNumber i = 0; i < numbers.size(); ++i) numbers[reader.id_order(i)] = i;
  return numbers;
}

}  // namespace ordalag
