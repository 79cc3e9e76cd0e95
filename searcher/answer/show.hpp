// A passage with its surroundings, or a document, as they stand in the index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/hit_builder.hpp"

namespace ordalag {

struct PassageAnswer {
  IndexInfo index;
  Hit passage;
  std::vector<Hit> before, after;  // the nearest passages of the document, in text order
};

// Errors: kNotFound, with what to do.
Result<PassageNumber> require_passage(const IndexReader& reader, const PassageId& id);

// Errors: kNotFound, kIndexCorrupt.
Result<PassageAnswer> show_passage(const IndexReader& reader, const HitBuilder& hits,
                                   const PassageId& id, std::uint32_t surroundings);

struct DocumentAnswer {
  IndexInfo index;
  StoredDocument document;
  std::vector<Hit> passages;
};

// Errors: kNotFound, kIndexCorrupt. Linear in the document.
Result<DocumentAnswer> show_document(const IndexReader& reader, const HitBuilder& hits,
                                     const DocumentId& id);

}  // namespace ordalag
