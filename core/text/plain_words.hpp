// A quick first look at a text: its words, as long as they are of the usual letters. Told from the
// words of a WordBreaker, it keeps nothing together ("EU:s", "2,3" are two words each) and knows
// little; but it costs a few instructions a byte, and says where it knows nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ordalag {

// The bytes of a-z, å, ä and ö in UTF-8, and what makes their capitals small; 0 for any other.
inline constexpr std::array<std::uint8_t, 256> kSmallBytes = [] {
  std::array<std::uint8_t, 256> small{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) small[c] = small[c - 32] = static_cast<std::uint8_t>(c);
  for (const std::size_t second : {0xA5, 0xA4, 0xB6})
    small[second] = small[second - 32] = static_cast<std::uint8_t>(second);
  small[0xC3] = 0xC3;
  return small;
}();

class PlainWords {
 public:
  // Of `text` in valid UTF-8, which outlives the object.
  explicit PlainWords(std::string_view text) : text_(text) {}

  // To the next run of a-z, å, ä, ö, their capitals and digits. False when there is none, or when
  // a character comes before its end that may stand in a word or be folded into one.
  bool next() {
    for (; end_ < text_.size(); ++end_) {
      begin_ = end_;
      pass_letters();
      const std::size_t sign = end_ < text_.size() ? sign_size() : 1;
      strange_ = sign == 0;
      if (strange_) return false;
      if (end_ > begin_) return true;
      end_ += sign - 1;
    }
    return false;
  }
  // In `text`.
  std::string_view word() const { return text_.substr(begin_, end_ - begin_); }
  // It may be part of a longer word: a hyphen or dash stands at its beginning or end, or another
  // sign than white space with a letter or digit right beyond it ("EU:s", "t.ex.").
  bool is_joined() const {
    return ends_in_hyphen(begin_) || joins(begin_ - 1, begin_ - 2) || ends_in_hyphen(end_ + 3) ||
           joins(end_, end_ + 1);
  }
  // next() was false because of a character that it does not know.
  bool is_strange() const { return strange_; }

 private:
  static constexpr std::array<bool, 256> kAlphanumeric = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x80; ++c)
      table[c] = kSmallBytes[c] != 0 || (c >= '0' && c <= '9');
    return table;
  }();

  unsigned char byte(std::size_t at) const {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
  }
  // Passes the letters and digits from `end_` on.
  void pass_letters() {
    for (;;) {
      while (end_ < text_.size() && kAlphanumeric[static_cast<unsigned char>(text_[end_])]) ++end_;
      if (byte(end_) != 0xC3 || kSmallBytes[byte(end_ + 1)] < 0x80) return;
      end_ += 2;
    }
  }
  // Bytes of the sign at `end_` (not a letter); 0 when it is none that stands between words only.
  std::size_t sign_size() const {
    constexpr unsigned char kLatinSigns = 0xC2;  // no-break space, §, «, ...
    constexpr unsigned char kSoftHyphen = 0xAD;  // after kLatinSigns
    constexpr unsigned char kSigns = 0xE2;       // dashes, quotation marks, bullets, €, ...
    const unsigned char first = byte(end_);
    const unsigned char second = byte(end_ + 1);
    const unsigned char third = byte(end_ + 2);
    if (first < 0x80) return 1;
    if (first == kLatinSigns) return second == kSoftHyphen ? 0 : 2;
    if (first != kSigns) return 0;
    // Of U+2000 to U+206F some are invisible and may stand inside a word.
    const bool visible =
        second == 0x80 ? third < 0x8B || (third > 0x8F && third < 0xAA) : second != 0x81;
    return visible ? 3 : 0;
  }
  // The three bytes before `at` are a Unicode hyphen or a dash (U+2010 to U+2015).
  bool ends_in_hyphen(std::size_t at) const {
    return at >= 3 && byte(at - 1) >= 0x90 && byte(at - 1) <= 0x95 && byte(at - 2) == 0x80 &&
           byte(at - 3) == 0xE2;
  }
  // The sign at `at` is a hyphen, or has a letter or digit at `beyond`.
  bool joins(std::size_t at, std::size_t beyond) const {
    if (byte(at) == '-') return true;
    return byte(at) > ' ' && byte(at) < 0x80 && (kAlphanumeric[byte(beyond)] || byte(beyond) >= 0x80);
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool strange_ = false;
};

}  // namespace ordalag
