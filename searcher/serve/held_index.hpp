// The index as one worker of a server holds it: always the newest revision.
#pragma once

#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "searcher/answer/searcher.hpp"

namespace ordalag {

// Not shared between threads.
class HeldIndex {
 public:
  HeldIndex(std::filesystem::path folder, std::shared_ptr<const Analyser> analyser);

  // A searcher over the revision that is published now. A look at the manifest each time, and an
  // opening when it has changed. A new revision that cannot be opened leaves the old one in use.
  // Errors: those of Searcher::open, when there is no old one.
  Result<std::shared_ptr<Searcher>> current();

 private:
  // What tells one manifest file from another.
  struct Stamp {
    ino_t inode = 0;
    timespec changed{};
    off_t size = 0;
    bool operator==(const Stamp& other) const {
      return inode == other.inode && size == other.size &&
             changed.tv_sec == other.changed.tv_sec && changed.tv_nsec == other.changed.tv_nsec;
    }
  };
  std::optional<Stamp> stamp() const;
  Status open(const std::optional<Stamp>& now);

  const std::filesystem::path folder_;
  const std::filesystem::path manifest_;
  const std::shared_ptr<const Analyser> analyser_;
  std::shared_ptr<Searcher> searcher_;
  std::optional<Stamp> opened_;
  std::chrono::steady_clock::time_point try_again_;
};

}  // namespace ordalag
