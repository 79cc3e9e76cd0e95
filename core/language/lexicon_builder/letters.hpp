// Letters (code points) of valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/utf8.hpp"

namespace ordalag {

// The code points of `text`.
inline std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x80) {
      letters.push_back(value);
    } else if (value < 0xC0) {
      letters.back() = (letters.back() << 6) | (value & 0x3Fu);
    } else {
      letters.push_back(value < 0xE0 ? value & 0x1Fu : value < 0xF0 ? value & 0xFu : value & 0x7u);
    }
  }
  return letters;
}

// How many letters `text` has.
inline std::size_t letter_count(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += !is_continuation(byte);
  return count;
}

// The byte at which each letter begins, and the size of `text` last.
inline std::vector<std::size_t> letter_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_continuation(text[i])) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

// True when `text` has only letters of the Latin alphabet (and at least one).
inline bool is_alphabetic(std::string_view text) {
  for (const char c : text) {
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!ascii && static_cast<unsigned char>(c) < 0x80) return false;
  }
  return !text.empty();
}

}  // namespace ordalag
