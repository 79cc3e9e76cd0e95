#include "core/store/term_counter.hpp"

namespace ordalag {

TermCounter::Term TermCounter::number(const std::string& term) {
  const auto [it, added] = numbers_.emplace(term, static_cast<Term>(terms_.size()));
  if (added) terms_.push_back({term});
  return it->second;
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
