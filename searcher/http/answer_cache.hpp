// Answers kept in memory for whoever asks the same again.
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ordalag {

// The answer asked for longest ago goes first. Thread-safe; a look-up costs the copy of the answer.
class AnswerCache {
 public:
  // Keys and answers take `bytes` at most, beside some 200 bytes each; 0: nothing is kept.
  explicit AnswerCache(std::size_t bytes) : most_(bytes) {}

  std::optional<std::string> find(const std::string& key);
  // An answer of more than an eighth of all is not kept: it would push out too many others.
  void keep(const std::string& key, const std::string& answer);

 private:
  struct Entry {
    std::string key;
    std::string answer;
    std::size_t size() const { return key.size() + answer.size(); }
  };
  using Entries = std::list<Entry>;  // asked for last first

  const std::size_t most_;
  std::mutex mutex_;  // guards what follows
  std::size_t size_ = 0;
  Entries entries_;
  std::unordered_map<std::string_view, Entries::iterator> by_key_;  // keys are those of entries_
};

}  // namespace ordalag
