// An index folder as a writer sees it: the lock, the generations, what a killed writer left behind.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "core/base/result.hpp"

namespace ordalag {

// Holds the writer's lock of an index folder for as long as it lives. The kernel lets go of it when
// the process dies, however it dies.
class IndexLock {
 public:
  // Makes the folder when it is missing. Errors: kLocked, kUnreadable.
  static Result<IndexLock> take(const std::filesystem::path& folder);
  ~IndexLock();
  IndexLock(IndexLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  IndexLock& operator=(IndexLock&&) = delete;

 private:
  explicit IndexLock(int fd) : fd_(fd) {}
  int fd_;
};

// Removes every generation but the two named (either may be empty), and unfinished ones.
void remove_other_generations(const std::filesystem::path& folder, const std::string& current,
                              const std::string& previous);

// 32 random hex digits.
std::string random_index_id();
// The present time, ISO 8601 in UTC, to the second.
std::string utc_now();

}  // namespace ordalag
