// A first look at a text, byte by byte: most passages name no party, and need no more.
#include <algorithm>
#include <array>
#include <cstdint>

#include "core/registry/parties.hpp"

namespace ordalag {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Lead bytes in UTF-8.
constexpr char kLatinLetters = '\xC3';  // À to ÿ
constexpr char kLatinSigns = '\xC2';    // no-break space, §, «, ...
constexpr char kSigns = '\xE2';         // dashes, quotation marks, bullets, €, ...
constexpr char kSoftHyphen = '\xAD';    // after kLatinSigns

enum class Byte : std::uint8_t { kWord, kBetween, kLead };

// Bytes 0x80 to 0xBF follow a lead byte: those of a letter are passed as a part of the word, those
// of a sign are not met.
constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> bytes{};
  for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
    const bool alphanumeric = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= '0' && byte <= '9');
    const bool letter = (byte >= 0x80 && byte < 0xC0) || byte == 0xC3;
    bytes[byte] = alphanumeric || letter ? Byte::kWord
                  : byte < 0x80          ? Byte::kBetween
                                         : Byte::kLead;
  }
  return bytes;
}();

Byte byte_at(std::string_view text, std::size_t at) {
  return kBytes[static_cast<unsigned char>(text[at])];
}

// Bytes of the sign whose lead byte is at `at`; 0 when it is none that stands between words only.
std::size_t sign_size(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  if (text[at] == kLatinSigns) return next == kSoftHyphen ? 0 : 2;
  if (text[at] != kSigns) return 0;
  // Of U+2000 to U+206F some are invisible and may stand inside a word.
  const auto third = static_cast<unsigned char>(at + 2 < text.size() ? text[at + 2] : '\0');
  const bool visible = next == '\x80' ? third < 0x8B || (third > 0x8F && third < 0xAA)
                                      : next != '\x81';
  return visible ? 3 : 0;
}

bool is_all_capitals(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    const bool capital = byte >= 'A' && byte <= 'Z';
    const bool latin = word[i] == kLatinLetters && i + 1 < word.size() &&
                       static_cast<unsigned char>(word[i + 1]) <= 0x9EU;
    if (!capital && !latin) return false;
    if (latin) ++i;
  }
  return true;
}

}  // namespace

bool PartyRegistry::may_be_named_in(std::string_view text) const {
  if (short_opening_) return true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && byte_at(text, at) == Byte::kWord) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    if (at < text.size()) {
      const std::size_t size = byte_at(text, at) == Byte::kBetween ? 1 : sign_size(text, at);
      if (size == 0) return true;
      at += size;
    }
    if (std::all_of(word.begin(), word.end(), is_digit)) continue;
    if (may_end_in_name(word) || (is_all_capitals(word) && resolve(word))) return true;
  }
  return false;
}

}  // namespace ordalag
