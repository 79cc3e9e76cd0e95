// The mark that opens the line of a list item.
#pragma once

#include <string_view>

namespace ordalag {

// "- item", "• item", "2. item", "b) item" from the blank after the mark on, blanks before the mark
// passed over: what stands first counts as a mark when it is at most six bytes long. Without one
// the line itself.
std::string_view without_list_mark(std::string_view line);

}  // namespace ordalag
