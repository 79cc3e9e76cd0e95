// Postings read before, decoded: reading them again costs a twentieth of asking Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/store/stored_document.hpp"

namespace ordalag {

// A term stands on this passage, and speaks for those of its scope (fields.hpp) that follow.
struct Posting {
  PassageNumber passage = 0;
  std::uint32_t wdf = 0;
};
using Postings = std::vector<Posting>;  // in passage-number order

// Holds kMostPostings (32 MB) at most; when they are exceeded, all go.
class PostingCache {
 public:
  static constexpr std::size_t kMostPostings = 4'000'000;

  // Null when the term is not here. Valid until the next `keep`.
  const Postings* find(const std::string& term) const {
    const auto found = terms_.find(term);
    return found == terms_.end() ? nullptr : &found->second;
  }
  void keep(const std::string& term, Postings postings) {
    if (postings.size() > kMostPostings) return;
    if (size_ + postings.size() > kMostPostings) {
      terms_.clear();
      size_ = 0;
    }
    size_ += postings.size();
    terms_.emplace(term, std::move(postings));
  }

 private:
  std::unordered_map<std::string, Postings> terms_;
  std::size_t size_ = 0;
};

}  // namespace ordalag
