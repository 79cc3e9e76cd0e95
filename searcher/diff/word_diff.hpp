// What differs between two texts, word by word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"

namespace ordalag {

enum class DiffOp { kReplace, kDelete, kInsert };
std::string_view name(DiffOp op);

// One difference: what stands in the left text, and in the right one instead. An insertion has an
// empty left span, at the place where the words are missing; a deletion an empty right one.
struct Difference {
  DiffOp op = DiffOp::kReplace;
  ByteSpan left;
  ByteSpan right;
};

// The differences between two texts (valid UTF-8) in order. Words, and every mark of punctuation by
// itself, are compared as written; white space does not count. Texts are first aligned on words
// that occur once in both (patience diff), then between those by shortest edit script. Near-linear
// for texts that are alike.
std::vector<Difference> diff_words(std::string_view left, std::string_view right);

}  // namespace ordalag
