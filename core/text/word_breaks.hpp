// Word boundaries as Unicode defines them (UAX 29, Swedish tailoring of CLDR).
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"

namespace ordalag {

// A run of text between two word boundaries that holds a letter or a digit.
struct WordSegment {
  ByteSpan span;             // in the text given
  bool has_letter = false;   // else it holds digits only ("2,3", "1.250")
};

// Finds word boundaries. Swedish keeps a colon inside a word (IOP:er, EU:s) and, as everywhere,
// "t.ex" and "2,3" are one segment; hyphens and slashes divide. Runs of Latin text, digits and
// usual punctuation are divided by a hand-written reading of the rules; a run (between two white
// spaces) with any other character by ICU. Both give the same (tests/unit/text proves it).
// Not shared between threads: ICU's iterator is a mutable object and costly to make.
class WordBreaker {
 public:
  WordBreaker();
  ~WordBreaker();
  WordBreaker(WordBreaker&&) noexcept;
  WordBreaker& operator=(WordBreaker&&) noexcept;

  // The segments of `text` (valid UTF-8, any composition) in order. Linear. Clears `segments`.
  void divide(std::string_view text, std::vector<WordSegment>& segments);

  // The same by ICU alone.
  void divide_by_icu(std::string_view text, std::vector<WordSegment>& segments);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
