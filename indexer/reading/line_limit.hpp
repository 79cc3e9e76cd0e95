// How long a line of a text file may be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace ordalag {

// The longest line of a text, bytes: some twenty thousand pages. What is longer is no text for
// readers, and a passage of that size would take memory and time from all others.
inline constexpr std::size_t kMaxLine = 16U << 20U;

// The error of a line that is longer; `hint` says what to do about it in this kind of file.
tl::unexpected<Error> too_long_line(const std::string& file, std::uint32_t line, std::string hint);

namespace reading {

// Refuses a text (in any charset) with a line over the limit, by file and line. Errors: kTooLarge.
// Linear, without copying.
Status check_line_lengths(std::string_view bytes, const std::string& file);

}  // namespace reading
}  // namespace ordalag
