// Numbers the terms of a batch of documents, and counts each one's occurrences in a passage.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ordalag {

class TermCounter {
 public:
  using Term = std::uint32_t;
  struct Count {
    Term term = 0;
    std::uint32_t wdf = 0;
  };

  // The number of `term`, the same for the life of the counter.
  Term number(const std::string& term);
  const std::string& text(Term term) const { return texts_[term]; }
  // Adds `wdf` (0: the term is present and counts nothing) to the present passage.
  void add(Term term, std::uint32_t wdf);
  std::span<const Count> counts() const { return counts_; }
  void next_passage();

 private:
  struct Entry {
    std::uint32_t passage = 0;  // the last passage that had it, from 1
    std::uint32_t slot = 0;     // its place in counts_ then
  };
  std::vector<Entry> terms_;
  std::deque<std::string> texts_;  // addresses stay: the keys of numbers_ look into them
  std::unordered_map<std::string_view, Term> numbers_;
  std::vector<Count> counts_;
  std::uint32_t passage_ = 1;
};

}  // namespace ordalag
