// Which letters a word has: tells most pairs of words that are no near spellings of one another
// apart without comparing them.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

namespace ordalag {

// A bit for each of a-z, å, ä, ö; one for all digits, one for hyphens, one for the rest.
using LetterSet = std::uint32_t;

// Of a folded word in UTF-8. Linear.
LetterSet letters_of(std::string_view word);

// False only when more than `edits` letters must be added, taken away, replaced or swapped to make
// the one word of the other: each such edit brings at most one new letter and takes at most one.
inline bool may_be_near(LetterSet a, LetterSet b, int edits) {
  return std::popcount(a & ~b) <= edits && std::popcount(b & ~a) <= edits;
}

// may_be_near of `word` and each of `others`: 1 or 0 in `near`, which is as long. Without branches,
// so that several are done at once.
void mark_near(LetterSet word, std::span<const LetterSet> others, int edits,
               std::span<std::uint8_t> near);

}  // namespace ordalag
