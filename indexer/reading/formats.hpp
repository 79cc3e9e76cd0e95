// Which format a file has, by its first bytes and its name.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace ordalag::reading {

enum class Format { kPlainText, kMarkdown };

// The format of a text file that this build reads (indexer/extract knows the others). A signature counts for more than the name. Errors:
// kUnsupported, naming the format, for the formats that are known and not read.
Result<Format> detect_format(std::string_view bytes, const std::string& file);

}  // namespace ordalag::reading
