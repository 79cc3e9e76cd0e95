#include "searcher/render/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ordalag {
namespace {

namespace json = boost::json;

void append(const json::value& value, std::string& out);

template <class Number>
void append_number(Number number, std::string& out) {
  std::array<char, 64> digits;
  const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
  out.append(digits.begin(), end);
}

void append_escape(char c, std::string& out) {
  constexpr std::string_view kEscaped = "\"\\\b\f\n\r\t";
  constexpr std::string_view kLetters = "\"\\bfnrt";
  if (const std::size_t at = kEscaped.find(c); at != std::string_view::npos) {
    out.append({'\\', kLetters[at]});
  } else {
    constexpr std::string_view kHex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out.append("\\u00").append({kHex[byte / 16], kHex[byte % 16]});
  }
}

// True when one of eight bytes is a control character, a quotation mark or a backslash. Each term
// is the usual test for a byte that is zero, or below a limit, in a word of eight.
bool needs_escape(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHigh = 0x80 * kOnes;
  const auto has_zero = [](std::uint64_t word) { return (word - kOnes) & ~word & kHigh; };
  const std::uint64_t controls = (bytes - 0x20 * kOnes) & ~bytes & kHigh;
  return (controls | has_zero(bytes ^ '"' * kOnes) | has_zero(bytes ^ '\\' * kOnes)) != 0;
}

// How many bytes of `text` from `at` on need no escape, which is nearly all.
std::size_t plain_bytes(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if (needs_escape(bytes)) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x20 && text[at] != '"' &&
         text[at] != '\\')
    ++at;
  return at - begin;
}

void append_string(std::string_view text, std::string& out) {
  out += '"';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t plain = plain_bytes(text, at);
    out.append(text, at, plain);
    at += plain;
    if (at < text.size()) append_escape(text[at], out);
  }
  out += '"';
}

void append_array(const json::array& array, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < array.size(); ++i) {
    if (i > 0) out += ',';
    append(array[i], out);
  }
  out += ']';
}

void append_object(const json::object& object, std::string& out) {
  out += '{';
  bool first = true;
  for (const auto& [key, member] : object) {
    if (!first) out += ',';
    first = false;
    append_string(key, out);
    out += ':';
    append(member, out);
  }
  out += '}';
}

void append(const json::value& value, std::string& out) {
  switch (value.kind()) {
    case json::kind::object:
      return append_object(value.get_object(), out);
    case json::kind::array:
      return append_array(value.get_array(), out);
    case json::kind::string:
      return append_string(value.get_string(), out);
    case json::kind::double_:
      if (!std::isfinite(value.get_double())) break;
      return append_number(value.get_double(), out);
    case json::kind::int64:
      return append_number(value.get_int64(), out);
    case json::kind::uint64:
      return append_number(value.get_uint64(), out);
    case json::kind::bool_:
      out += value.get_bool() ? "true" : "false";
      return;
    case json::kind::null:
      break;
  }
  out += "null";
}

}  // namespace

std::string to_text(const boost::json::value& value) {
  std::string out;
  append(value, out);
  return out;
}

}  // namespace ordalag
