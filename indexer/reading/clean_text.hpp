// Characters as the canonical text has them.
#pragma once

#include <string>
#include <string_view>

namespace ordalag::reading {

// Appends `text` (valid UTF-8) with each run of white space as one space, invisible characters
// (soft hyphens, zero-width spaces) dropped, and the ends as they are. Runs that need no change
// are copied whole. Linear.
void append_cleaned(std::string_view text, std::string& out);

}  // namespace ordalag::reading
