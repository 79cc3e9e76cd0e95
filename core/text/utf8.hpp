// UTF-8 as bytes and as code points, and the way between the two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ordalag {

// One code point and the bytes it takes; {0, 0} at the end of the text.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 0;
};

// True for a byte that continues a code point, and so begins none.
inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The code point that starts at byte `at` of `text` (valid UTF-8).
CodePoint code_point_at(std::string_view text, std::size_t at);

// The code point that ends before byte `end` of `text` (valid UTF-8).
CodePoint code_point_before(std::string_view text, std::size_t end);

// Appends `value` (a Unicode scalar value) to `out`.
void append_utf8(char32_t value, std::string& out);

// The byte where `text` stops being UTF-8 (overlong forms, surrogates and cut sequences too);
// empty when it is valid throughout. Linear, eight bytes at a time over ASCII.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Number of code points of `text` (valid UTF-8). Linear, eight bytes at a time.
std::uint32_t count_code_points(std::string_view text);

// The byte where code point number `index` of `text` starts; the size of the text beyond its end.
std::size_t byte_of_code_point(std::string_view text, std::uint32_t index);

// The byte `count` code points after byte `at` of `text`, at most its size.
std::size_t step_on(std::string_view text, std::size_t at, std::uint32_t count);

// The byte `count` code points before byte `at` of `text`, at least 0.
std::size_t step_back(std::string_view text, std::size_t at, std::uint32_t count);

// Turns rising byte offsets of one text into code point offsets; linear over all calls together.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  // Code points before byte `byte`. A byte before the last one asked for starts again from 0.
  std::uint32_t at(std::size_t byte);

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::uint32_t count_ = 0;
};

}  // namespace ordalag
