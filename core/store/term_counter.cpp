#include "core/store/term_counter.hpp"

namespace ordalag {

TermCounter::Term TermCounter::number(const std::string& term) {
  if (const auto known = numbers_.find(term); known != numbers_.end()) return known->second;
  const auto fresh = static_cast<Term>(terms_.size());
  terms_.push_back({});
  numbers_.emplace(texts_.emplace_back(term), fresh);
  return fresh;
}

void TermCounter::add(Term term, std::uint32_t wdf) {
  Entry& entry = terms_[term];
  if (entry.passage != passage_) {
    entry.passage = passage_;
    entry.slot = static_cast<std::uint32_t>(counts_.size());
    counts_.push_back({term, 0});
  }
  counts_[entry.slot].wdf += wdf;
}

void TermCounter::next_passage() {
  ++passage_;
  counts_.clear();
}

}  // namespace ordalag
