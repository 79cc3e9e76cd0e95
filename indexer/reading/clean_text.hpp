// Characters as the canonical text has them.
#pragma once

#include <string>
#include <string_view>

namespace ordalag::reading {

// Appends `text` (valid UTF-8) with each run of white space as one space, invisible characters
// (soft hyphens, zero-width spaces) dropped, and the ends as they are. Runs that need no change
// are copied whole. Linear.
void append_cleaned(std::string_view text, std::string& out);

// A line whose letters are set apart ("1.2 S K O L A") with its words closed up ("1.2 SKOLA");
// wider gaps part the words. Empty for any other line. Linear.
std::string closed_up(std::string_view line);

}  // namespace ordalag::reading
