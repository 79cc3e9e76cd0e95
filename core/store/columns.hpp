// The rows of a generation's mapped column files. All are little-endian memory images: an index is
// not moved between machines of different byte order (the schema number would have to tell).
#pragma once

#include <compare>
#include <cstdint>

namespace ordalag {

// passages.col, one row a passage, in passage-number order. 48 bytes.
struct PassageRow {
  std::uint64_t id_hash = 0;     // XXH3 of the passage id
  std::uint32_t document = 0;    // document number
  std::uint32_t text_begin = 0;  // bytes in the document's canonical text
  std::uint32_t text_size = 0;
  std::uint32_t record = 0;   // where its record starts in the document's record
  std::uint32_t docid = 0;    // Xapian's number for it
  std::uint32_t length = 0;   // sum of wdf
  std::uint32_t group = 0;    // near-copy group: the smallest passage number in it
  std::uint32_t section = 0;  // Passage::section
  std::uint32_t themes = 0;   // index in the table of theme sets
  std::uint16_t parties = 0;  // index in the table of party sets
  std::uint16_t words = 0;    // length of its word sequence (word_sequence.hpp), at most 65535
};
static_assert(sizeof(PassageRow) == 48);

// documents.col, one row a document, in document-number order. 48 bytes.
struct DocumentRow {
  std::uint64_t text_begin = 0;  // bytes in its segment
  std::uint64_t record_begin = 0;
  std::uint32_t text_size = 0;
  std::uint32_t record_size = 0;
  std::uint32_t segment = 0;  // index in Generation::segments
  std::uint32_t first_passage = 0;
  std::uint32_t passages = 0;
  std::uint32_t words = 0;     // tokens of its text
  std::uint32_t id_order = 0;  // place of its id, with a # after it, among those of all documents
  std::uint32_t sum = 0;       // of its text and record (records.hpp)
};
static_assert(sizeof(DocumentRow) == 48);

// signatures.col, one row a passage: what near-copies are found by (near_copies.hpp). 40 bytes.
inline constexpr int kBands = 8;
struct SignatureRow {
  std::uint64_t text_key = 0;  // hash of the word sequence: equal texts have equal keys
  std::uint32_t bands[kBands] = {};
};
static_assert(sizeof(SignatureRow) == 40);

// editions.col: the members of every near-copy group of two or more, sorted.
struct EditionRow {
  std::uint32_t group = 0;
  std::uint32_t passage = 0;
  friend auto operator<=>(const EditionRow&, const EditionRow&) = default;
};

}  // namespace ordalag
