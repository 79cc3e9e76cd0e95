// How many columns of a terminal a text takes.
#pragma once

#include <cstdint>
#include <string_view>

namespace ordalag {

// Columns of `text` (valid UTF-8): 0 for combining and invisible characters, 2 for East Asian wide
// ones and emoji, 1 for the rest (Unicode's EastAsianWidth, the blocks that are wide throughout).
std::uint32_t display_width(std::string_view text);

}  // namespace ordalag
