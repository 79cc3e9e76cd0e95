// Which source files an index was made from: the table that incremental indexing compares with.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/store/index_writer.hpp"

namespace ordalag {

using SourceTable = std::map<std::string, IndexedSource>;  // by file

// Deterministic: equal tables have equal bytes.
std::string pack_sources(const SourceTable& sources);
// Errors: kIndexCorrupt.
Result<SourceTable> unpack_sources(std::string_view bytes);

}  // namespace ordalag
