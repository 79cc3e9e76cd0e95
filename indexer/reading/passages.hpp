// Ids and places of passages, and the document that they make.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/document.hpp"
#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Names passages after their text, so that an id survives a re-run and edits elsewhere:
// "<document id>#<8 hex of XXH3-64>", with "-2", "-3" for the same text again in one document.
class PassageNames {
 public:
  explicit PassageNames(const DocumentId& document) : prefix_(document.value + "#") {}
  PassageId next(std::string_view text);

 private:
  std::string prefix_;
  std::unordered_map<std::uint32_t, std::uint32_t> seen_;
};

// Adds a passage with `text` (not empty) to the end of `document`: text, spans and id.
Passage& append_passage(Document& document, std::string_view text, PassageNames& names);

// The document of a finished draft: passages with provenance in source lines and bytes. Moves the
// facts out of the draft. Linear.
Document assemble(Draft& draft, const SourceFile& source);

}  // namespace ordalag::reading
