// What one part of a new revision left behind, to be merged when the revision is published.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/document.hpp"
#include "core/store/columns.hpp"

namespace ordalag {

// A passage's row before the revision's tables of party and theme sets exist.
struct BuiltPassage {
  PassageRow row;  // `document` counts from 0 within the part; docid, group and sets are unset
  SignatureRow signature;
  std::vector<PartyCode> parties;
  std::vector<ThemeId> themes;
};

struct BuiltPart {
  std::uint32_t sequence = 0;
  std::filesystem::path postings;  // a Xapian database with docids 1, 2, ... as `passages`
  std::vector<BuiltPassage> passages;
  std::vector<DocumentRow> documents;  // offsets in the revision's new segment
  std::vector<DocumentId> ids;
};

}  // namespace ordalag
