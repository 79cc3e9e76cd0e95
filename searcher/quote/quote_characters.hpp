// What a character is to a quotation: a letter, a mark, a bullet, or nothing that matters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ordalag {

enum class CharClass : std::uint8_t {
  kLetter,
  kDigit,
  kSpace,      // white space and control characters
  kInvisible,  // soft hyphen, zero-width characters: as if they were not there
  kQuoteMark,  // straight, curly, angled, single or double; inside a word an apostrophe
  kHyphen,     // - U+2010 U+2011
  kDash,       // en dash, em dash, minus sign, ...
  kBullet,     // list marks and ornaments
  kMark,       // punctuation that is compared: , ; : . ! ? ( ) [ ] { } / and the ellipsis
  kSign,       // % § € + and other signs that are read as words
};

CharClass classify(char32_t c);

// Appends `c` in lower case; a typographic ligature (fi, fl, ...) is taken apart.
void append_lower(char32_t c, std::string& out);

bool is_ligature(char32_t c);

}  // namespace ordalag
