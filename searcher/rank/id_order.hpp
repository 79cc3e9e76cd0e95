// The order of ties: by passage id, so that it does not depend on when a passage was indexed.
#pragma once

#include <span>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/rank/ranked.hpp"

namespace ordalag {

class IdOrder {
 public:
  explicit IdOrder(const IndexReader& reader) : reader_(reader), columns_(reader.columns()) {}

  // True when the id of passage `a` sorts before that of `b`.
  bool by_id(PassageNumber a, PassageNumber b) const;

  // By tier, then score, then id.
  bool better(const Ranked& a, const Ranked& b) const;

  // By document id, then in text order.
  bool by_text(PassageNumber a, PassageNumber b) const;

 private:
  const IndexReader& reader_;
  std::span<const IndexReader::Columns> columns_;
};

// All documents, sorted by id.
std::vector<DocumentNumber> documents_by_id(const IndexReader& reader);

}  // namespace ordalag
