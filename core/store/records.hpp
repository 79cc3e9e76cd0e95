// The stored form of a document and of its passages, packed one after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/document.hpp"
#include "core/store/stored_document.hpp"

namespace ordalag {

// What passages share and refer to by index.
struct RecordTables {
  std::vector<Attribution> attributions;
  std::vector<std::string> page_labels;
  std::vector<ThemeId> themes;
};

// A document's record: the document itself, then its passages.
struct PackedDocument {
  std::string bytes;
  std::vector<std::uint32_t> passages;  // where each passage's record starts in `bytes`
};
PackedDocument pack(const Document& document);

// A hash of a document's text and record, by which damage to either is told.
std::uint32_t document_sum(std::string_view text, std::string_view record);

// The id alone, which comes first in the record; empty on damage.
std::string_view packed_document_id(std::string_view record);
// What follows the # in the id of the passage at `at`; empty on damage.
std::string_view packed_passage_id(std::string_view record, std::uint32_t at);

// Both give nothing on damage. `tables` receives what unpack_passage needs.
struct UnpackedDocument {
  StoredDocument document;  // without passages, first_passage and words, which are columns
  RecordTables tables;
};
std::optional<UnpackedDocument> unpack_document(std::string_view record);
std::optional<Passage> unpack_passage(std::string_view record, std::uint32_t at,
                                      const DocumentId& document, const RecordTables& tables);

}  // namespace ordalag
