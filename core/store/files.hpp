// Files of an index: read by mapping, written whole, made durable before anybody is told of them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

#include "core/base/result.hpp"

namespace ordalag {

// A file mapped for reading. The bytes stay valid for as long as the object lives, also when the
// file has been unlinked meanwhile.
class MappedFile {
 public:
  MappedFile() = default;
  // Errors: kIndexCorrupt when the file is missing or cannot be mapped.
  static Result<MappedFile> open(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }

  std::string_view bytes() const { return {data_, size_}; }
  // The file as an array of rows; a trailing part of a row is left out.
  template <class Row>
  std::span<const Row> rows() const {
    return {static_cast<const Row*>(static_cast<const void*>(data_)), size_ / sizeof(Row)};
  }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// Writes `bytes` as the whole of `file` and waits until they are on the disk.
// Errors: kUnreadable with the file and the system's reason (disk full, no rights).
Status write_file(const std::filesystem::path& file, std::string_view bytes);

// The same through a temporary neighbour and a rename: a reader sees the old bytes or the new.
Status replace_file(const std::filesystem::path& file, std::string_view bytes);

template <class Row>
Status write_rows(const std::filesystem::path& file, std::span<const Row> rows) {
  return write_file(
      file, {static_cast<const char*>(static_cast<const void*>(rows.data())), rows.size_bytes()});
}

// Makes renames and new names in `folder` durable; `sync_tree` does so for all files below it too.
Status sync_folder(const std::filesystem::path& folder);
Status sync_tree(const std::filesystem::path& folder);

}  // namespace ordalag
