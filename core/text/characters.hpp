// What kind of character a code point is, as far as reading a text needs to know.
#pragma once

#include <string>
#include <string_view>

namespace ordalag {

bool is_upper(char32_t c);   // an upper-case or title-case letter
bool is_lower(char32_t c);   // a lower-case letter
bool is_letter(char32_t c);
bool is_digit(char32_t c);   // 0 to 9
bool is_space(char32_t c);   // white space of any width, line and page breaks, no-break spaces
bool is_hyphen(char32_t c);  // "-" and the Unicode hyphens, not the dashes
bool is_dash(char32_t c);    // en dash, em dash, minus

// Characters that print nothing and carry no meaning in running text: soft hyphen, zero-width
// space and joiners, byte order mark, directional marks, control characters that are not space.
bool is_invisible(char32_t c);

// `text` (valid UTF-8) in lower case, code point by code point. Accents stay.
std::string lower_case(std::string_view text);

}  // namespace ordalag
