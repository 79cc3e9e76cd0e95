// Entity tags: an answer is the same as long as the index, the program and the address are.
#pragma once

#include <string>
#include <string_view>

#include "core/store/manifest.hpp"

namespace ordalag {

// A weak tag of the index's id and revision, the program's version, and `variant` (what decides
// the answer beside the address: format, language).
std::string entity_tag(const IndexInfo& index, std::string_view variant);

// True when an If-None-Match header names `tag`, or is "*". Compared weakly (RFC 9110, 8.8.3.2).
bool matches_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace ordalag
