// A text as a sequence of word hashes, for telling near-copies: letters and digits only, case
// folded, independent of the analyser.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ordalag {

// Hashes of the words of `text` (valid UTF-8), in order: runs of letters and digits, lower-cased in
// ASCII and Latin-1; all punctuation and white space only separates. `words` is cleared first.
void word_sequence(std::string_view text, std::vector<std::uint32_t>& words);

// A hash of the whole sequence: texts that differ in punctuation, case or line breaks alone have
// the same one.
std::uint64_t sequence_key(const std::vector<std::uint32_t>& words);

// A word sequence made ready for comparison.
struct ComparableWords {
  explicit ComparableWords(std::vector<std::uint32_t> words);
  std::vector<std::uint32_t> sequence;
  std::vector<std::uint32_t> sorted;
};

// 2 * LCS(a, b) / (|a| + |b|), LCS being the longest common subsequence; in [0, 1], 1 for two empty
// ones. Returns 0 as soon as the ratio cannot reach `at_least`. Bit-parallel (Hyyrö 2004):
// O(|a| * |b| / 64).
double word_similarity(const ComparableWords& a, const ComparableWords& b, double at_least);

}  // namespace ordalag
