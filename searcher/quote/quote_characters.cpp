#include "searcher/quote/quote_characters.hpp"

#include <algorithm>
#include <array>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

struct Range {
  char32_t first;
  char32_t last;
  CharClass what;
};

// Characters from U+0080 that are not letters, in order. What is between them is a letter.
constexpr std::array kRanges = {
    Range{0x80, 0xA0, CharClass::kSpace},        // C1 controls, no-break space
    Range{0xA1, 0xA1, CharClass::kMark},         // inverted exclamation mark
    Range{0xA2, 0xA7, CharClass::kSign},         // currency, section sign
    Range{0xA8, 0xA9, CharClass::kBullet},
    Range{0xAB, 0xAB, CharClass::kQuoteMark},    // angled
    Range{0xAC, 0xAC, CharClass::kSign},
    Range{0xAD, 0xAD, CharClass::kInvisible},    // soft hyphen
    Range{0xAE, 0xAF, CharClass::kBullet},
    Range{0xB0, 0xB1, CharClass::kSign},         // degree, plus-minus
    Range{0xB4, 0xB4, CharClass::kQuoteMark},
    Range{0xB6, 0xB8, CharClass::kBullet},       // pilcrow, middle dot
    Range{0xBB, 0xBB, CharClass::kQuoteMark},
    Range{0xBF, 0xBF, CharClass::kMark},
    Range{0xD7, 0xD7, CharClass::kSign},         // times
    Range{0xF7, 0xF7, CharClass::kSign},
    Range{0x2000, 0x200A, CharClass::kSpace},
    Range{0x200B, 0x200F, CharClass::kInvisible},
    Range{0x2010, 0x2011, CharClass::kHyphen},
    Range{0x2012, 0x2015, CharClass::kDash},
    Range{0x2016, 0x2017, CharClass::kBullet},
    Range{0x2018, 0x201F, CharClass::kQuoteMark},
    Range{0x2020, 0x2025, CharClass::kBullet},
    Range{0x2026, 0x2026, CharClass::kMark},     // ellipsis
    Range{0x2027, 0x2027, CharClass::kBullet},
    Range{0x2028, 0x2029, CharClass::kSpace},
    Range{0x202A, 0x202E, CharClass::kInvisible},
    Range{0x202F, 0x202F, CharClass::kSpace},
    Range{0x2030, 0x2031, CharClass::kSign},
    Range{0x2032, 0x2037, CharClass::kQuoteMark},
    Range{0x2038, 0x2038, CharClass::kBullet},
    Range{0x2039, 0x203A, CharClass::kQuoteMark},
    Range{0x203B, 0x2043, CharClass::kBullet},
    Range{0x2044, 0x2044, CharClass::kMark},     // fraction slash
    Range{0x2045, 0x205E, CharClass::kBullet},
    Range{0x205F, 0x205F, CharClass::kSpace},
    Range{0x2060, 0x206F, CharClass::kInvisible},
    Range{0x207A, 0x207E, CharClass::kSign},
    Range{0x20A0, 0x20CF, CharClass::kSign},     // currency
    Range{0x2190, 0x2211, CharClass::kSign},     // arrows, mathematics
    Range{0x2212, 0x2212, CharClass::kDash},     // minus
    Range{0x2213, 0x22FF, CharClass::kSign},
    Range{0x2300, 0x245F, CharClass::kBullet},
    Range{0x2500, 0x2BFF, CharClass::kBullet},   // boxes, geometry, dingbats
    Range{0x3000, 0x3000, CharClass::kSpace},
    Range{0x3001, 0x303F, CharClass::kBullet},
    Range{0xE000, 0xF8FF, CharClass::kBullet},   // private use: bullets of symbol fonts
    Range{0xFE00, 0xFE0F, CharClass::kInvisible},
    Range{0xFEFF, 0xFEFF, CharClass::kInvisible},
    Range{0xFFF0, 0xFFFF, CharClass::kBullet},
    Range{0x1F000, 0x1FAFF, CharClass::kBullet},  // pictographs
    Range{0xE0000, 0x10FFFF, CharClass::kInvisible},
};

constexpr CharClass classify_ascii(unsigned char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::kLetter;
  if (c >= '0' && c <= '9') return CharClass::kDigit;
  if (c <= ' ' || c == 0x7F) return CharClass::kSpace;
  switch (c) {
    case '"': case '\'': case '`': return CharClass::kQuoteMark;
    case '-': return CharClass::kHyphen;
    case ',': case ';': case ':': case '.': case '!': case '?': case '(': case ')': case '[':
    case ']': case '{': case '}': case '/': return CharClass::kMark;
    case '%': case '$': case '+': case '<': case '>': case '=': case '&': case '@': case '~':
      return CharClass::kSign;
    default: return CharClass::kBullet;  // # * | \ _ ^
  }
}

constexpr auto kLow = [] {  // U+0000 to U+00FF
  std::array<CharClass, 256> table{};
  for (unsigned c = 0; c < 128; ++c) table[c] = classify_ascii(static_cast<unsigned char>(c));
  for (unsigned c = 128; c < 256; ++c) {
    table[c] = CharClass::kLetter;
    for (const Range& range : kRanges) {
      if (c >= range.first && c <= range.last) table[c] = range.what;
    }
  }
  return table;
}();

constexpr std::array<std::string_view, 7> kLigatures = {"ff",  "fi", "fl", "ffi",
                                                        "ffl", "st", "st"};  // U+FB00 on

}  // namespace

CharClass classify(char32_t c) {
  if (c < kLow.size()) return kLow[c];
  const auto* range = std::ranges::lower_bound(kRanges, c, {}, &Range::last);
  return range != kRanges.end() && c >= range->first ? range->what : CharClass::kLetter;
}

void append_lower(char32_t c, std::string& out) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  } else if (c < 0x100) {
    append_utf8(c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c, out);
  } else if (is_ligature(c)) {
    out += kLigatures[c - 0xFB00];
  } else {
    std::string letter;
    append_utf8(c, letter);
    out += lower_case(letter);
  }
}

bool is_ligature(char32_t c) { return c >= 0xFB00 && c <= 0xFB06; }

}  // namespace ordalag
