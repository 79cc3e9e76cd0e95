// DOC and RTF, by way of an installed LibreOffice.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.hpp"
#include "indexer/extract/worker/extract_file.hpp"

namespace ordalag::extract {

// The file as ODT. LibreOffice runs without network, with limits, and may write in a temporary folder
// alone, which is removed. Errors: kUnsupported without LibreOffice, kBadInput when it cannot read
// the file, kTooLarge when it takes too long. About 4 s.
Result<std::string> convert_to_odt(const FileToExtract& file,
                                   const std::filesystem::path& extract_program);

}  // namespace ordalag::extract
