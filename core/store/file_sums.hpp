// Sizes and hashes of a generation's files, by which damage to them is told.
#pragma once

#include <filesystem>

#include "core/base/result.hpp"

namespace ordalag {

// What is said of a file of an index that is not as it was written: kIndexCorrupt.
Error damaged_file(const std::filesystem::path& file);

// Notes every file below `folder` but the attachments, one of which may be replaced, in
// `files.json`. Reads them all, a megabyte at a time: some gigabytes a second from the page cache.
// Errors: kUnreadable.
Status write_file_sums(const std::filesystem::path& folder);

// That every file is there with its size. Reads none of them. Errors: kIndexCorrupt with the file.
Status check_file_sizes(const std::filesystem::path& folder);

// That every file has its hash too. Reads them all. Errors: as before.
Status check_file_sums(const std::filesystem::path& folder);

}  // namespace ordalag
