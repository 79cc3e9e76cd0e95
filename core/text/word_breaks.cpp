#include "core/text/word_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace ordalag {
namespace {

// The word-break classes of UAX 29 that the fast path knows; the rest is kForeign.
enum Class : std::uint8_t {
  kOther,
  kSpace,       // ASCII white space: a boundary on both sides under every rule
  kLetter,
  kDigit,
  kUnderscore,  // ExtendNumLet
  kMidLetter,   // between letters: colon (Swedish), middle dot
  kMidNumLet,   // between letters or digits: full stop, apostrophes
  kMidNum,      // between digits: comma, semicolon
  kExtend,      // combining marks and the soft hyphen: part of what stands before
  kForeign,
};

constexpr std::array<Class, 128> kAscii = [] {
  std::array<Class, 128> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = kLetter;
  for (int c = '0'; c <= '9'; ++c) table[c] = kDigit;
  for (int c = 0x00; c < 0x20; ++c) table[c] = kForeign;
  table[0x7F] = kForeign;
  for (char c : {' ', '\t', '\n', '\r', '\f', '\v'}) table[static_cast<int>(c)] = kSpace;
  table['_'] = kUnderscore;
  table[':'] = kMidLetter;
  table['.'] = table['\''] = kMidNumLet;
  table[','] = table[';'] = kMidNum;
  return table;
}();

struct Symbol {
  Class kind = kOther;
  std::uint32_t size = 1;  // bytes
};

Class class_of_two_bytes(unsigned c) {
  if (c >= 0x300 && c <= 0x36F) return kExtend;
  if (c >= 0xC0 && c <= 0x24F) return c == 0xD7 || c == 0xF7 ? kOther : kLetter;
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return kLetter;
  if (c == 0xB7) return kMidLetter;
  if (c == 0xAD) return kExtend;
  return c >= 0xA0 && c <= 0xBF ? kOther : kForeign;
}

Class class_of_three_bytes(unsigned c) {
  if (c == 0x2018 || c == 0x2019) return kMidNumLet;
  if (c >= 0x2010 && c <= 0x2022) return kOther;
  return c == 0x2026 || c == 0x2030 || c == 0x20AC ? kOther : kForeign;
}

struct CodePoint {
  unsigned value = 0;
  std::uint32_t size = 1;  // bytes
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto low = [&](std::size_t k) { return static_cast<unsigned char>(text[at + k]) & 0x3Fu; };
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1Fu) << 6 | low(1), 2};
  if (lead < 0xF0) return {(lead & 0xFu) << 12 | low(1) << 6 | low(2), 3};
  return {(lead & 0x7u) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4};
}

Symbol symbol_at(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  switch (c.size) {
    case 1:
      return {kAscii[c.value], 1};
    case 2:
      return {class_of_two_bytes(c.value), 2};
    case 3:
      return {class_of_three_bytes(c.value), 3};
    default:
      return {kForeign, 4};
  }
}

// Past the combining marks at `at`, which belong to what stands before them (rule WB4).
std::size_t after_marks(std::string_view text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
    const Symbol mark = symbol_at(text, at);
    if (mark.kind != kExtend) break;
    at += mark.size;
  }
  return at;
}

bool is_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < kAscii.size() && kAscii[byte] == kSpace;
}

// The end of the run of usual letters (ASCII and U+00C0 to U+00FF) at `at`: most of a Swedish text.
std::size_t letters_end(std::string_view text, std::size_t at) {
  constexpr unsigned char kLead = 0xC3;  // of U+00C0 to U+00FF
  constexpr unsigned char kTimes = 0x97;
  constexpr unsigned char kDivided = 0xB7;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (kAscii[byte] != kLetter) break;
      ++at;
    } else {
      if (byte != kLead) break;
      const auto second = static_cast<unsigned char>(text[at + 1]);
      if (second == kTimes || second == kDivided) break;
      at += 2;
    }
  }
  return at;
}

bool is_word_class(Class kind) {
  return kind == kLetter || kind == kDigit || kind == kUnderscore;
}

// True when `mid` between `before` and `after` does not divide (rules WB6, WB7, WB11, WB12).
bool bridges(Class before, Class mid, Class after) {
  if (before != after) return false;
  if (before == kLetter) return mid == kMidLetter || mid == kMidNumLet;
  if (before == kDigit) return mid == kMidNum || mid == kMidNumLet;
  return false;
}

// A word as it is being read.
struct Word {
  Class last = kLetter;  // of its last symbol
  bool letter = false;
  bool digit = false;

  // Takes what belongs to it from `at`; returns its end.
  std::size_t grow(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_space(text[at])) {
      if (const std::size_t run = letters_end(text, at); run > at) {
        at = run;
        last = kLetter;
        letter = true;
        continue;
      }
      const Symbol next = symbol_at(text, at);
      if (is_word_class(next.kind)) {
        last = next.kind;
      } else if (next.kind == kMidLetter || next.kind == kMidNumLet || next.kind == kMidNum) {
        const std::size_t beyond = after_marks(text, at + next.size);
        if (beyond >= text.size() || !bridges(last, next.kind, symbol_at(text, beyond).kind)) break;
        at = beyond;
        continue;
      } else if (next.kind != kExtend) {  // a mark belongs to what stands before it (rule WB4)
        break;
      }
      letter = letter || last == kLetter;
      digit = digit || last == kDigit;
      at += next.size;
    }
    return at;
  }
};

}  // namespace

struct WordBreaker::Impl {
  std::unique_ptr<icu::BreakIterator> iterator;
  UText* utext = nullptr;

  ~Impl() {
    if (utext != nullptr) utext_close(utext);
  }

  icu::BreakIterator& icu_iterator() {
    if (!iterator) {
      UErrorCode status = U_ZERO_ERROR;
      iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale("sv"), status));
    }
    return *iterator;
  }

  // Divides text[begin, end) by ICU and appends what holds a letter or a digit.
  void append_by_icu(std::string_view text, std::uint32_t begin, std::uint32_t end,
                     std::vector<WordSegment>& segments) {
    UErrorCode status = U_ZERO_ERROR;
    utext = utext_openUTF8(utext, text.data() + begin, end - begin, &status);
    icu::BreakIterator& breaks = icu_iterator();
    breaks.setText(utext, status);
    std::int32_t from = breaks.first();
    for (std::int32_t to = breaks.next(); to != icu::BreakIterator::DONE; to = breaks.next()) {
      const ByteSpan span{begin + static_cast<std::uint32_t>(from),
                          begin + static_cast<std::uint32_t>(to)};
      append_if_word(text, span, segments);
      from = to;
    }
  }

  static void append_if_word(std::string_view text, ByteSpan span,
                             std::vector<WordSegment>& segments) {
    bool letter = false;
    bool digit = false;
    for (std::uint32_t i = span.begin; i < span.end;) {
      const CodePoint c = code_point_at(text, i);
      letter = letter || u_isalpha(static_cast<UChar32>(c.value));
      digit = digit || u_isdigit(static_cast<UChar32>(c.value));
      i += c.size;
    }
    if (letter || digit) segments.push_back({span, letter});
  }
};

WordBreaker::WordBreaker() : impl_(std::make_unique<Impl>()) {}
WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

void WordBreaker::divide_by_icu(std::string_view text, std::vector<WordSegment>& segments) {
  segments.clear();
  impl_->append_by_icu(text, 0, static_cast<std::uint32_t>(text.size()), segments);
}

void WordBreaker::divide(std::string_view text, std::vector<WordSegment>& segments) {
  segments.clear();
  const std::size_t size = text.size();
  std::size_t run_start = 0;     // after the last white space
  std::size_t run_segments = 0;  // segments before this run
  std::size_t at = 0;
  while (at < size) {
    if (is_space(text[at])) {
      run_start = ++at;
      run_segments = segments.size();
      continue;
    }
    const std::size_t begin = at;
    at = letters_end(text, at);
    Word word{kLetter, at > begin, false};
    if (!word.letter) {
      const Symbol first = symbol_at(text, at);
      if (first.kind == kForeign) {
        while (at < size && !is_space(text[at])) at += symbol_at(text, at).size;
        segments.resize(run_segments);
        impl_->append_by_icu(text, static_cast<std::uint32_t>(run_start),
                             static_cast<std::uint32_t>(at), segments);
        continue;
      }
      at += first.size;
      if (!is_word_class(first.kind)) continue;
      word = {first.kind, first.kind == kLetter, first.kind == kDigit};
    }
    at = word.grow(text, at);
    if (word.letter || word.digit) {
      segments.push_back(
          {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, word.letter});
    }
  }
}

}  // namespace ordalag
