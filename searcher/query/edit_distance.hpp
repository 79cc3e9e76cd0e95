// How many edits lie between two words, for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace ordalag {

// Optimal string alignment distance (insert, delete, replace, swap of neighbours) in code points
// of two UTF-8 strings; `limit` + 1 when it is more than `limit`. Cost: length × `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace ordalag
