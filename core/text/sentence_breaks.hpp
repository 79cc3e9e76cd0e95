// Sentence boundaries as Unicode defines them (UAX 29, Swedish), corrected for abbreviations.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"

namespace ordalag {

// Finds sentences. Not shared between threads (ICU's iterator is a mutable object).
class SentenceBreaker {
 public:
  // `abbreviations`: words with their full stop ("t.ex.", "bl.a.") that do not end a sentence,
  // lower case.
  explicit SentenceBreaker(std::vector<std::string> abbreviations = {});
  ~SentenceBreaker();
  SentenceBreaker(SentenceBreaker&&) noexcept;
  SentenceBreaker& operator=(SentenceBreaker&&) noexcept;

  // The sentences of `text` (valid UTF-8) in order, without white space around them. Linear.
  std::vector<ByteSpan> divide(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
