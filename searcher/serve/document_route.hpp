// The text of a document by itself.
#pragma once

#include "searcher/commands/command.hpp"

namespace ordalag {

// Writes the canonical text of the document that the call's argument names: what spans count in.
// Errors: kNotFound.
Result<int> run_document_text(const Call& call);

}  // namespace ordalag
