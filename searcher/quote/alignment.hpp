// Aligns the words of a quotation with a stretch of source text: the one door to edlib.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ordalag {

enum class EditOp : std::uint8_t {
  kEqual,
  kReplace,
  kDelete,  // a word of the source that the quotation lacks
  kInsert,  // a word of the quotation that the source lacks
};

// One step; `quote` and `source` are word numbers (for kDelete and kInsert the missing side is the
// number of the word that follows there).
struct Edit {
  EditOp op = EditOp::kEqual;
  std::uint32_t quote = 0;
  std::uint32_t source = 0;
  friend bool operator==(const Edit&, const Edit&) = default;
};

struct Alignment {
  std::vector<Edit> edits;     // in order; covers all words of the quotation
  std::uint32_t distance = 0;  // edits that are not kEqual
};

// The best place of `quote` inside `source` (what stands before and after it costs nothing), each a
// sequence of word keys; a word that only changed place at an end of it is taken in. Of equally near stretches the one with the most equal words is taken. Time is
// O(|quote| / 64 * |source|).
Alignment align_words(std::span<const std::uint64_t> quote, std::span<const std::uint64_t> source);

}  // namespace ordalag
