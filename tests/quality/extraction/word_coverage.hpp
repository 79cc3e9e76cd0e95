// How much of a text is found, in order, in another.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ordalag::quality {

// The words of `text` (valid UTF-8), in lower case, with ligatures taken apart; a hyphen before a
// line end, and any other, joins. Numbers alone are no words: they are pages and margins.
std::vector<std::string> comparable_words(std::string_view text);

struct Coverage {
  std::size_t words = 0;  // of the reference
  std::size_t found = 0;  // of them, in order in the other
  std::vector<std::string> missing;
  double share() const {
    return words == 0 ? 1 : static_cast<double>(found) / static_cast<double>(words);
  }
};

// By the longest common subsequence. Where the two differ, words that are the same letters when
// written together count as found: both may have been divided wrongly.
Coverage coverage(const std::vector<std::string>& reference, const std::vector<std::string>& other);

}  // namespace ordalag::quality
