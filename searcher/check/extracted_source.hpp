// A source of a format that a library reads (PDF, Word, web pages, ...), extracted anew.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/text/extraction_proof.hpp"

namespace ordalag {

// Runs the helper program ordalag-extract, behind its sandbox, on the bytes of a file of `format`
// (SourceInfo::format) and reads its JSON lines; nothing in them is trusted. Errors: what the helper
// reports; kUnsupported when this machine cannot read the format (DOC and RTF without LibreOffice);
// kInternal when the helper cannot be started or its output is cut. One process.
Result<std::vector<ExtractedLineText>> extract_again(const std::string& format,
                                                     std::string_view bytes);

}  // namespace ordalag
