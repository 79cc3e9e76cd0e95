// What is known of the document as a whole, each fact with its ground.
#pragma once

#include "indexer/reading/draft.hpp"
#include "indexer/reading/signatures.hpp"

namespace ordalag::reading {

// Fills `draft.facts`: the catalogue's word first, then what the file states about itself, then
// title, headings and lead-ins, signatures, and the file's name. Evidence of one strength that
// contradicts itself gives nothing. Needs headings, titles and signatures. Linear.
void find_facts(Draft& draft, const std::vector<SignedBlock>& signatures, const std::string& file,
                const ReadContext& context);

}  // namespace ordalag::reading
