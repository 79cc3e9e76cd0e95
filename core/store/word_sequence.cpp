#include "core/store/word_sequence.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace ordalag {
namespace {

enum ByteClass : std::uint8_t { kSeparator, kWordByte, kUpper, kLead };

// What a byte is where a character starts.
constexpr auto kClass = [] {
  std::array<ByteClass, 256> table{};
  for (int c = '0'; c <= '9'; ++c) table[c] = kWordByte;
  for (int c = 'a'; c <= 'z'; ++c) table[c] = kWordByte;
  for (int c = 'A'; c <= 'Z'; ++c) table[c] = kUpper;
  for (int c = 0x80; c <= 0xFF; ++c) table[c] = kLead;
  return table;
}();

std::size_t character_size(unsigned char lead) { return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2; }

// Punctuation outside ASCII: U+0080..U+00BF but ª º, × ÷, and the blocks U+2000..U+2BFF and
// U+3000..U+303F. All else counts as letters.
bool is_letter(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  const auto second = character.size() > 1 ? static_cast<unsigned char>(character[1]) : 0;
  if (first == 0xC2) return second == 0xAA || second == 0xBA;
  if (first == 0xC3) return second != 0x97 && second != 0xB7;
  if (first == 0xE2) return second >= 0xB0;
  return !(first == 0xE3 && second == 0x80);
}

}  // namespace

void word_sequence(std::string_view text, std::vector<std::uint32_t>& words) {
  words.clear();
  std::string word;
  const auto finish = [&] {
    if (!word.empty())
      words.push_back(static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size())));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const ByteClass kind = kClass[byte];
    if (kind != kLead) {
      if (kind == kSeparator)
        finish();
      else
        word.push_back(static_cast<char>(kind == kUpper ? byte + 32 : byte));
      ++at;
      continue;
    }
    const std::string_view character = text.substr(at, character_size(byte));
    at += character.size();
    if (character == "\u00AD") continue;  // a soft hyphen stands inside a word
    if (!is_letter(character)) {
      finish();
      continue;
    }
    word.append(character);
    // À..Þ to à..þ: the second byte of U+00C0..U+00DE is 0x80..0x9E.
    if (byte == 0xC3 && static_cast<unsigned char>(word.back()) < 0x9F)
      word.back() = static_cast<char>(word.back() + 0x20);
  }
  finish();
}

std::uint64_t sequence_key(const std::vector<std::uint32_t>& words) {
  return XXH3_64bits(words.data(), words.size() * sizeof(std::uint32_t));
}

namespace {

std::size_t common_words(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j)
      ++common, ++i, ++j;
    else if (*i < *j)
      ++i;
    else
      ++j;
  }
  return common;
}

// Positions of each distinct word of a sequence as rows of 64-bit blocks.
class PositionMasks {
 public:
  explicit PositionMasks(const std::vector<std::uint32_t>& sequence)
      : blocks_((sequence.size() + 63) / 64), words_(sequence) {
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
    masks_.resize(words_.size() * blocks_);
    for (std::size_t i = 0; i < sequence.size(); ++i)
      masks_[row(sequence[i]) * blocks_ + i / 64] |= std::uint64_t{1} << (i % 64);
  }
  std::size_t blocks() const { return blocks_; }
  // nullptr when the word is not in the sequence.
  const std::uint64_t* find(std::uint32_t word) const {
    const std::size_t at = row(word);
    if (at == words_.size() || words_[at] != word) return nullptr;
    return masks_.data() + at * blocks_;
  }

 private:
  std::size_t row(std::uint32_t word) const {
    return static_cast<std::size_t>(std::lower_bound(words_.begin(), words_.end(), word) -
                                    words_.begin());
  }
  std::size_t blocks_;
  std::vector<std::uint32_t> words_;
  std::vector<std::uint64_t> masks_;
};

std::size_t longest_common_subsequence(const std::vector<std::uint32_t>& a,
                                       const std::vector<std::uint32_t>& b) {
  const PositionMasks masks(a);
  std::vector<std::uint64_t> row(masks.blocks(), ~std::uint64_t{0});
  for (const std::uint32_t word : b) {
    const std::uint64_t* mask = masks.find(word);
    if (mask == nullptr) continue;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::uint64_t both = row[i] & mask[i];
      const std::uint64_t sum = row[i] + both;
      const std::uint64_t with_carry = sum + carry;
      carry = (sum < row[i] || with_carry < sum) ? 1 : 0;
      row[i] = with_carry | (row[i] & ~mask[i]);
    }
  }
  std::size_t length = 0;
  for (std::size_t i = 0; i < a.size(); ++i) length += (row[i / 64] >> (i % 64) & 1) == 0 ? 1 : 0;
  return length;
}

}  // namespace

ComparableWords::ComparableWords(std::vector<std::uint32_t> words)
    : sequence(std::move(words)), sorted(sequence) {
  std::sort(sorted.begin(), sorted.end());
}

double word_similarity(const ComparableWords& a, const ComparableWords& b, double at_least) {
  if (a.sequence == b.sequence) return 1;
  const std::size_t smaller = std::min(a.sequence.size(), b.sequence.size());
  const double total = static_cast<double>(a.sequence.size() + b.sequence.size());
  const auto reaches = [&](std::size_t common) {
    return 2.0 * static_cast<double>(common) >= at_least * total;
  };
  if (!reaches(smaller) || !reaches(common_words(a.sorted, b.sorted))) return 0;
  const std::size_t common = longest_common_subsequence(a.sequence, b.sequence);
  return reaches(common) ? 2.0 * static_cast<double>(common) / total : 0;
}

}  // namespace ordalag
