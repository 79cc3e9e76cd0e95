#include "searcher/render/json_text.hpp"

#include <array>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>

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

void append_string(std::string_view text, std::string& out) {
  // What needs no escape is nearly everything.
  bool plain = true;
  for (const char c : text)
    plain = plain && static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
  if (plain)
    out.append("\"").append(text).append("\"");
  else
    out += json::serialize(json::string_view(text));
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
