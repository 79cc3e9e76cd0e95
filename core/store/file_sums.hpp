// Sizes and hashes of a generation's files, by which damage to them is told.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

// What to do about an index that cannot be used.
inline constexpr const char* kRebuildHint = "build it anew: ordalag-index --full SOURCE...";

// What is said of a file of an index that is not as it was written: kIndexCorrupt.
Error damaged_file(const std::filesystem::path& file);

// Notes every file below `folder` in `files.json`, but the report of the last run, which is
// replaced where nothing else changes. Reads them all, a megabyte at a time: some gigabytes a
// second from the page cache. Errors: kUnreadable.
Status write_file_sums(const std::filesystem::path& folder);

// What `files.json` says.
class FileSums {
 public:
  // Errors: kIndexCorrupt.
  static Result<FileSums> read(const std::filesystem::path& folder);

  // That every file is there with its size. Reads none of them. Errors: kIndexCorrupt with the
  // file.
  Status check_sizes() const;
  // That every file whose name begins so has its hash. Reads them. Errors: as before.
  Status check_all(std::string_view begins = {}) const;
  // That these are the bytes of the file of this name, if it was noted. One pass over them. Errors:
  // as before.
  Status check(std::string_view name, std::string_view bytes) const;

 private:
  struct Row {
    std::string name;  // below the folder
    std::uint64_t size = 0;
    std::uint64_t hash = 0;  // XXH3
  };
  std::filesystem::path folder_;
  std::vector<Row> rows_;
};

}  // namespace ordalag
