// A JSONL source that can be read twice: once for its hash, once for its lines.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "core/base/result.hpp"

namespace ordalag {

class Spool {
 public:
  // Hashes a file. Errors: kUnreadable.
  static Result<Spool> of_file(const std::filesystem::path& file);
  // Copies standard input to a temporary file, which goes with the object.
  static Result<Spool> standard_input();
  ~Spool();
  Spool(Spool&& other) noexcept
      : path_(std::move(other.path_)),
        sha256_(std::move(other.sha256_)),
        size_(other.size_),
        temporary_(std::exchange(other.temporary_, false)) {}
  Spool& operator=(Spool&&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::string& sha256() const { return sha256_; }
  std::uint64_t size() const { return size_; }

 private:
  Spool() = default;
  std::filesystem::path path_;
  std::string sha256_;
  std::uint64_t size_ = 0;
  bool temporary_ = false;
};

// A whole file. Errors: kUnreadable; kTooLarge when it grew beyond `at_most` bytes.
Result<std::string> read_whole(const std::filesystem::path& file, std::uint64_t at_most);

}  // namespace ordalag
