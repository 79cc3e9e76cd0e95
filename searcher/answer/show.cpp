#include "searcher/answer/show.hpp"

#include <algorithm>

#include "searcher/answer/document_diff.hpp"

namespace ordalag {

Result<PassageNumber> require_passage(const IndexReader& reader, const PassageId& id) {
  if (const auto number = reader.find_passage(id)) return *number;
  ORDALAG_CHECK(reader.health());
  return fail(ErrorCode::kNotFound, "there is no passage \"" + id.value + "\"", {},
              "the text of a passage may have changed since its id was noted; search for it");
}

Result<PassageAnswer> show_passage(const IndexReader& reader, const HitBuilder& hits,
                                   const PassageId& id, std::uint32_t surroundings) {
  ORDALAG_TRY(number, require_passage(reader, id));
  const StoredDocument& document = reader.document(reader.document_of(number));
  const PassageNumber first = document.first_passage;
  const PassageNumber last = first + document.passages - 1;
  const PassageNumber from = number - std::min(surroundings, number - first);
  const PassageNumber to = number + std::min(surroundings, last - number);
  PassageAnswer answer{reader.info(), hits.build(number), {}, {}};
  for (PassageNumber i = from; i < number; ++i) answer.before.push_back(hits.build(i));
  for (PassageNumber i = number + 1; i <= to; ++i) answer.after.push_back(hits.build(i));
  ORDALAG_CHECK(reader.health());
  return answer;
}

Result<DocumentAnswer> show_document(const IndexReader& reader, const HitBuilder& hits,
                                     const DocumentId& id) {
  ORDALAG_TRY(number, require_document(reader, id));
  DocumentAnswer answer{reader.info(), reader.document(number), {}};
  for (std::uint32_t i = 0; i < answer.document.passages; ++i)
    answer.passages.push_back(hits.build(answer.document.first_passage + i));
  ORDALAG_CHECK(reader.health());
  return answer;
}

}  // namespace ordalag
