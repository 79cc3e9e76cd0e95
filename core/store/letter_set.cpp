#include "core/store/letter_set.hpp"

namespace ordalag {
namespace {

enum Bit : unsigned { kARing = 26, kADots, kODots, kDigit, kHyphen, kOther };

// Of a letter outside ASCII, by the last byte of å, ä and ö, whose first is 0xC3.
Bit bit_of(unsigned char first, unsigned char second) {
  if (first != 0xC3U) return kOther;
  if (second == 0xA5U) return kARing;
  if (second == 0xA4U) return kADots;
  return second == 0xB6U ? kODots : kOther;
}

// Clears the lowest bits, which needs no instruction for counting bits.
template <int kEdits>
std::uint8_t within(LetterSet a, LetterSet b) {
  LetterSet only_a = a & ~b;
  LetterSet only_b = b & ~a;
  for (int i = 0; i < kEdits; ++i) {
    only_a &= only_a - 1;
    only_b &= only_b - 1;
  }
  return (only_a | only_b) == 0 ? 1 : 0;
}

template <int kEdits>
void mark(LetterSet word, std::span<const LetterSet> others, std::span<std::uint8_t> near) {
  for (std::size_t i = 0; i < others.size(); ++i) near[i] = within<kEdits>(word, others[i]);
}

}  // namespace

LetterSet letters_of(std::string_view word) {
  LetterSet set = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    unsigned bit = kOther;
    if (byte >= 'a' && byte <= 'z')
      bit = byte - 'a';
    else if (byte >= '0' && byte <= '9')
      bit = kDigit;
    else if (byte == '-')
      bit = kHyphen;
    else if (byte >= 0xC0U && i + 1 < word.size())
      bit = bit_of(byte, static_cast<unsigned char>(word[i + 1]));
    else if (byte >= 0x80U)
      continue;  // the rest of a letter whose first byte has been read
    set |= LetterSet{1} << bit;
  }
  return set;
}

void mark_near(LetterSet word, std::span<const LetterSet> others, int edits,
               std::span<std::uint8_t> near) {
  if (edits == 1) return mark<1>(word, others, near);
  if (edits == 2) return mark<2>(word, others, near);
  for (std::size_t i = 0; i < others.size(); ++i)
    near[i] = may_be_near(word, others[i], edits) ? 1 : 0;
}

}  // namespace ordalag
