#include "core/text/characters.hpp"

#include <unicode/uchar.h>

#include "core/text/utf8.hpp"

namespace ordalag {

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_islower(static_cast<UChar32>(c));
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_upper(c) || is_lower(c);
  return u_isalpha(static_cast<UChar32>(c));
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_space(char32_t c) {
  if (c <= 0x20) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xA0 || c == 0x85 || (c > 0xFF && u_isUWhiteSpace(static_cast<UChar32>(c)));
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool is_dash(char32_t c) { return c == 0x2013 || c == 0x2014 || c == 0x2212; }

bool is_invisible(char32_t c) {
  if (c < 0x20) return !is_space(c);
  if (c < 0x7F) return false;
  return c == 0x7F || (c > 0x7F && c < 0xA0 && c != 0x85) || c == 0xAD || c == 0xFEFF ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064);
}

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    append_utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))), out);
    at += c.bytes;
  }
  return out;
}

}  // namespace ordalag
