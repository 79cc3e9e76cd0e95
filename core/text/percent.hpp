// Percent-encoding, as URLs have it.
#pragma once

#include <string>
#include <string_view>

namespace ordalag {

// What beside letters and digits RFC 3986 never needs encoded.
inline constexpr std::string_view kUnreservedMarks = "-._~";

// Every byte but ASCII letters, digits and those in `plain` as "%XX".
std::string percent_encoded(std::string_view text, std::string_view plain = kUnreservedMarks);

}  // namespace ordalag
