// Plain text: every line as it stands.
#pragma once

#include "core/text/decode.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::reading {

// The lines of `decoded`, split at "\n", "\r\n" and "\r"; a form feed starts a page. Linear.
ExtractedText extract_plain_text(DecodedText decoded);

}  // namespace ordalag::reading
