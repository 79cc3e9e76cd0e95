// A document as it was given to the index, from what the index holds of it.
#pragma once

#include "core/base/document.hpp"
#include "core/base/result.hpp"
#include "core/store/generation.hpp"

namespace ordalag {

// Errors: kIndexCorrupt. Linear in the document.
Result<Document> restore_document(const Generation& generation, DocumentNumber number);

}  // namespace ordalag
