// What differs between two documents, with the place of each difference in both.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/diff/word_diff.hpp"

namespace ordalag {

// One side of a difference.
struct DiffSide {
  std::string text;           // empty where the words are missing
  std::string before, after;  // a few words of the document on each side
  CodePointSpan span;         // in the canonical text
  PassageId passage;          // that it begins in
  Provenance provenance;      // of that passage
};

struct DocumentDifference {
  DiffOp op = DiffOp::kReplace;
  DiffSide left, right;
};

struct DiffAnswer {
  IndexInfo index;
  DocumentFacts left, right;
  SourceInfo left_source, right_source;
  std::vector<DocumentDifference> differences;
};

// Errors: kNotFound naming the document. Near-linear for editions of one text.
Result<DiffAnswer> diff_documents(const IndexReader& reader, const DocumentId& left,
                                  const DocumentId& right);

// The document of this id. Errors: kNotFound, with the nearest ids as hint.
Result<DocumentNumber> require_document(const IndexReader& reader, const DocumentId& id);

}  // namespace ordalag
