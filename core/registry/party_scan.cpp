// A first look at a text, byte by byte: most passages name no party, and need no more.
#include "core/registry/parties.hpp"

namespace ordalag {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Lead bytes in UTF-8.
constexpr char kLatinLetters = '\xC3';  // À to ÿ
constexpr char kLatinSigns = '\xC2';    // no-break space, §, «, ...
constexpr char kSigns = '\xE2';         // dashes, quotation marks, bullets, €, ...
constexpr char kSoftHyphen = '\xAD';    // after kLatinSigns

enum class Byte { kWord, kBetween, kStrange };

// `text` at `at`, where a letter or sign begins; `size` receives its bytes.
Byte read(std::string_view text, std::size_t at, std::size_t& size) {
  const char c = text[at];
  size = 1;
  if (is_ascii_letter(c) || is_digit(c)) return Byte::kWord;
  if (static_cast<unsigned char>(c) < 0x80U) return Byte::kBetween;
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  size = 2;
  if (c == kLatinLetters) return Byte::kWord;
  if (c == kLatinSigns && next != kSoftHyphen) return Byte::kBetween;
  size = 3;
  // Of U+2000 to U+206F some are invisible and may stand inside a word.
  const auto third = static_cast<unsigned char>(at + 2 < text.size() ? text[at + 2] : '\0');
  const bool visible = next == '\x80' ? third < 0x8B || (third > 0x8F && third < 0xAA)
                                      : next != '\x81';
  return c == kSigns && visible ? Byte::kBetween : Byte::kStrange;
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
    std::size_t size = 0;
    const Byte first = read(text, at, size);
    if (first == Byte::kStrange) return true;
    const std::size_t begin = at;
    at += size;
    if (first == Byte::kBetween) continue;
    bool has_letter = !is_digit(text[begin]);
    for (; at < text.size(); at += size) {
      const Byte byte = read(text, at, size);
      if (byte == Byte::kStrange) return true;
      if (byte == Byte::kBetween) break;
      has_letter = has_letter || !is_digit(text[at]);
    }
    if (!has_letter) continue;
    const std::string_view word = text.substr(begin, at - begin);
    if (may_end_in_name(word) || (is_all_capitals(word) && resolve(word))) return true;
  }
  return false;
}

}  // namespace ordalag
