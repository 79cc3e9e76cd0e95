// What one part of a new revision left behind, to be merged when the revision is published.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/document.hpp"
#include "core/store/columns.hpp"

namespace ordalag {

struct BuiltPart {
  std::uint32_t sequence = 0;
  std::filesystem::path postings;  // a Xapian database with docids 1, 2, ... as `passages`
  // `document` counts from 0 within the part, the sets index those below; docid and group are unset.
  std::vector<PassageRow> passages;
  std::vector<SignatureRow> signatures;  // as `passages`
  std::vector<std::vector<PartyCode>> party_sets;
  std::vector<std::vector<ThemeId>> theme_sets;
  std::vector<DocumentRow> documents;  // offsets in the revision's new segment
  std::vector<DocumentId> ids;
};

}  // namespace ordalag
