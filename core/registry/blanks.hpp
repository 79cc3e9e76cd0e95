// White space in configuration, which people break and indent as they like.
#pragma once

#include <string>
#include <string_view>

namespace ordalag {

// `text` without ASCII white space at its ends.
std::string_view trim(std::string_view text);

// The words of `text` with one blank between. Linear.
std::string single_spaced(std::string_view text);

}  // namespace ordalag
