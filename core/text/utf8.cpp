#include "core/text/utf8.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace ordalag {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

std::uint64_t eight_bytes(const char* from) {
  std::uint64_t block = 0;
  std::memcpy(&block, from, sizeof block);
  return block;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80U) return {first, 1};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto next = static_cast<std::int64_t>(at);
  UChar32 value = 0;
  U8_NEXT_OR_FFFD(bytes, next, static_cast<std::int64_t>(text.size()), value);
  return {static_cast<char32_t>(value), static_cast<std::uint32_t>(next - static_cast<std::int64_t>(at))};
}

CodePoint code_point_before(std::string_view text, std::size_t end) {
  if (end == 0) return {};
  std::size_t begin = end - 1;
  while (begin > 0 && is_continuation(text[begin])) --begin;
  return code_point_at(text, begin);
}

void append_utf8(char32_t value, std::string& out) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(value));
  out.append(bytes.data(), static_cast<std::size_t>(size));
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  std::int64_t at = 0;
  while (at < size) {
    if (at + 8 <= size && (eight_bytes(text.data() + at) & kHighBits) == 0) {
      at += 8;
      continue;
    }
    const std::int64_t begin = at;
    UChar32 value = 0;
    U8_NEXT(bytes, at, size, value);
    if (value < 0) return static_cast<std::size_t>(begin);
  }
  return std::nullopt;
}

std::uint32_t count_code_points(std::string_view text) {
  std::size_t continuations = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t block = eight_bytes(text.data() + at);
    // A continuation byte has its highest bit set and the next one clear.
    continuations += static_cast<std::size_t>(std::popcount(block & kHighBits & (~block << 1U)));
  }
  for (; at < text.size(); ++at) continuations += is_continuation(text[at]) ? 1U : 0U;
  return static_cast<std::uint32_t>(text.size() - continuations);
}

std::size_t byte_of_code_point(std::string_view text, std::uint32_t index) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (is_continuation(text[at])) continue;
    if (index == 0) return at;
    --index;
  }
  return at;
}

std::size_t step_on(std::string_view text, std::size_t at, std::uint32_t count) {
  for (; count > 0 && at < text.size(); --count) {
    ++at;
    while (at < text.size() && is_continuation(text[at])) ++at;
  }
  return at;
}

std::size_t step_back(std::string_view text, std::size_t at, std::uint32_t count) {
  for (; count > 0 && at > 0; --count) {
    --at;
    while (at > 0 && is_continuation(text[at])) --at;
  }
  return at;
}

std::uint32_t CodePointCounter::at(std::size_t byte) {
  if (byte < byte_) {
    byte_ = 0;
    count_ = 0;
  }
  count_ += count_code_points(text_.substr(byte_, byte - byte_));
  byte_ = std::min(byte, text_.size());
  return count_;
}

}  // namespace ordalag
