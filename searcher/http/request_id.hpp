// Names of requests, and the time as HTTP writes it.
#pragma once

#include <string>
#include <string_view>

namespace ordalag {

// The id that the client gave when it is up to 64 letters, digits, "-", "_" or "."; else a new one
// of 16 hex digits.
std::string request_id(std::string_view given);

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110), of now.
std::string http_date();

}  // namespace ordalag
