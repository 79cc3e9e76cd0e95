// Paths and query strings of requests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// Percent escapes decoded. Empty optional: a broken escape, a NUL, or what is not valid UTF-8.
std::optional<std::string> percent_decoded(std::string_view text);

// "a=1&b=x+y" in order, as HTML forms send it ("+" is a blank). Errors: kBadRequest naming the
// parameter.
Result<Parameters> parse_parameters(std::string_view query);

// The reverse of it.
std::string format_parameters(const Parameters& parameters);

// The segments of a path, decoded: "/v1/passages/a%23b" -> {"v1","passages","a#b"}. Empty optional:
// a broken escape, or a segment "." or "..".
std::optional<std::vector<std::string>> path_segments(std::string_view path);

}  // namespace ordalag
