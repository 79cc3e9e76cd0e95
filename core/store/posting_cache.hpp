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

// Holds kMostPostings (32 MB) at most, in two halves: when the half of those asked for lately is
// full it becomes the other, and what was in that and has not been asked for since goes.
class PostingCache {
 public:
  static constexpr std::size_t kMostPostings = 4'000'000;

  // Null when the term is not here. Valid until the next call.
  const Postings* find(const std::string& term) {
    if (const auto found = recent_.find(term); found != recent_.end()) return &found->second;
    const auto found = older_.find(term);
    if (found == older_.end()) return nullptr;
    Postings postings = std::move(found->second);
    older_.erase(found);
    return &keep(term, std::move(postings));
  }
  // Valid until the next call. Of a term with more postings than there is room for, no other stays.
  const Postings& keep(const std::string& term, Postings postings) {
    if (size_ > 0 && size_ + postings.size() > kMostPostings / 2) {
      older_ = std::move(recent_);
      recent_.clear();
      size_ = 0;
    }
    size_ += postings.size();
    return recent_.insert_or_assign(term, std::move(postings)).first->second;
  }

 private:
  using Terms = std::unordered_map<std::string, Postings>;
  Terms recent_, older_;
  std::size_t size_ = 0;  // postings of recent_
};

}  // namespace ordalag
