// Makes the postings of a new revision out of the old ones and the new parts.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

struct PostingsPlan {
  struct Input {
    std::filesystem::path database;
    std::uint32_t passages = 0;  // it has the docids 1 to this
  };
  std::vector<Input> inputs;      // the old database, if any, then the parts
  std::filesystem::path target;   // made here
  std::filesystem::path scratch;  // an existing folder for what lies in between
};

// Compacts the inputs into one database, in which the docids of an input follow those of the one
// before. Some 200 MB of postings a second. Errors: kIndexCorrupt, kUnreadable.
Status merge_postings(const PostingsPlan& plan);

}  // namespace ordalag
