// Proves that every passage of an index stands in its source as the index says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/index_reader.hpp"

namespace ordalag {

struct CheckFailure {
  DocumentId document;
  PassageId passage;  // empty when the whole document is meant
  std::string file;
  std::string reason;
};

struct CheckAnswer {
  IndexInfo index;
  std::uint32_t sources = 0;  // files read again
  std::uint32_t documents = 0;
  std::uint32_t passages = 0;
  std::uint32_t proved = 0;  // of the passages
  // Passages of documents that this machine cannot read again (DOC and RTF without LibreOffice): their
  // file is unchanged, but nothing of it was compared with them.
  std::uint32_t unchanged_only = 0;
  std::vector<CheckFailure> failures;
};

// Reads every source file again and proves, for each document: the file's hash is the one noted;
// for each passage: its span of code points and its bytes in the canonical text give its text; its
// bytes of the file (or, of a JSONL source, its record) give its text by core/text/slice_proof; of
// a format that a library reads, the page rectangles or paragraphs of the file, extracted anew, give
// it by core/text/extraction_proof.
// Also the index's own integrity: passages in order, ids that find their passage. Linear in the
// sources, one of which is held in memory at a time.
CheckAnswer check_index(const IndexReader& reader);

}  // namespace ordalag
