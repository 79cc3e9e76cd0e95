#include "searcher/http/answer_cache.hpp"

namespace ordalag {
namespace {

constexpr std::size_t kLargestShare = 8;

}  // namespace

std::optional<std::string> AnswerCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void AnswerCache::keep(const std::string& key, const std::string& answer) {
  const std::size_t size = key.size() + answer.size();
  if (size > most_ / kLargestShare) return;
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;  // two workers were asked at once
  while (size_ + size > most_) {
    size_ -= entries_.back().size();
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
  entries_.push_front({key, answer});
  by_key_.emplace(entries_.front().key, entries_.begin());
  size_ += size;
}

}  // namespace ordalag
