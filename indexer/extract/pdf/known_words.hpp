// How Swedish a reading is: which of its words the lexicon knows.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"

namespace ordalag::extract {

class KnownWords {
 public:
  // Without an analyser nothing is known. It outlives the object.
  explicit KnownWords(const Analyser* analyser) : analyser_(analyser) {}

  struct Count {
    std::uint32_t words = 0;    // numbers not counted
    std::uint32_t known = 0;
    std::uint64_t weight = 0;   // squared letters of the known words: one whole word weighs more
                                // than its two halves
    float share() const {
      return words == 0 ? 0 : static_cast<float>(known) / static_cast<float>(words);
    }
  };

  // Linear in the text.
  Count count(std::string_view text);
  bool knows_language() const { return analyser_ != nullptr; }

 private:
  const Analyser* analyser_;
  WordCache cache_;
  std::vector<Token> tokens_;
};

}  // namespace ordalag::extract
