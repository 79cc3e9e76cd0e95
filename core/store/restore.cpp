#include "core/store/restore.hpp"

#include <string>
#include <utility>

#include "core/store/records.hpp"

namespace ordalag {

Result<Document> restore_document(const Generation& generation, DocumentNumber number) {
  const std::string_view record = generation.record(number);
  auto unpacked = unpack_document(record);
  const auto damaged = [&] {
    return fail(ErrorCode::kIndexCorrupt,
                "the record of document " + std::to_string(number) + " is damaged",
                generation.folder().string());
  };
  if (!unpacked || !generation.is_sound(number)) return damaged();
  Document document;
  document.facts = std::move(unpacked->document.facts);
  document.source = std::move(unpacked->document.source);
  document.sections = std::move(unpacked->document.sections);
  document.left_out = std::move(unpacked->document.left_out);
  document.text = generation.text(number);
  const DocumentRow& row = generation.documents()[number];
  for (std::uint32_t i = 0; i < row.passages; ++i) {
    auto passage = unpack_passage(record, generation.passage(row.first_passage + i).record,
                                  document.facts.id, unpacked->tables);
    if (!passage) return damaged();
    document.passages.push_back(std::move(*passage));
  }
  return document;
}

}  // namespace ordalag
