#include "searcher/diff/word_diff.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <dtl/dtl.hpp>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// Sequences longer than this together are replaced as a whole where nothing anchors them: the
// shortest edit script is quadratic for texts that share nothing.
constexpr std::size_t kLongestScript = 6000;

struct Piece {
  ByteSpan bytes;
  std::uint32_t number;  // the same for equal pieces
};
using Pieces = std::vector<Piece>;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Letters and digits of ASCII, and beyond it everything but General Punctuation and the signs of
// Latin-1 (« » § …), which are two- and three-byte sequences that begin so.
bool is_word_letter(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  const unsigned char next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
  if (c == 0xC2) return false;
  return !(c == 0xE2 && (next == 0x80 || next == 0x81));
}

std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

class Divider {
 public:
  Pieces divide(std::string_view text) {
    Pieces pieces;
    for (std::size_t at = 0; at < text.size();) {
      if (is_space(text[at])) {
        ++at;
        continue;
      }
      std::size_t end = next_character(text, at);
      if (is_word_letter(text, at))
        while (end < text.size() && is_word_letter(text, end)) end = next_character(text, end);
      const auto number =
          numbers_.emplace(text.substr(at, end - at), numbers_.size()).first->second;
      pieces.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                        static_cast<std::uint32_t>(number)});
      at = end;
    }
    return pieces;
  }

 private:
  std::unordered_map<std::string_view, std::size_t> numbers_;
};

struct Range {
  std::size_t begin, end;
  bool empty() const { return begin == end; }
  std::size_t size() const { return end - begin; }
};

class Aligner {
 public:
  Aligner(const Pieces& left, const Pieces& right) : left_(left), right_(right) {}

  // Matched pairs of indices, rising in both.
  std::vector<std::pair<std::size_t, std::size_t>> run() {
    align({0, left_.size()}, {0, right_.size()});
    return std::move(pairs_);
  }

 private:
  void align(Range left, Range right) {
    while (!left.empty() && !right.empty() && same(left.begin, right.begin))
      pairs_.emplace_back(left.begin++, right.begin++);
    std::size_t tail = 0;
    while (!left.empty() && !right.empty() && same(left.end - 1, right.end - 1)) {
      --left.end;
      --right.end;
      ++tail;
    }
    if (!left.empty() && !right.empty()) align_middle(left, right);
    for (std::size_t i = 0; i < tail; ++i) pairs_.emplace_back(left.end + i, right.end + i);
  }

  void align_middle(Range left, Range right) {
    const auto found = anchors(left, right);
    if (found.empty()) return script(left, right);
    for (const auto& [i, j] : found) {
      align({left.begin, i}, {right.begin, j});
      pairs_.emplace_back(i, j);
      left.begin = i + 1;
      right.begin = j + 1;
    }
    align(left, right);
  }

  bool same(std::size_t i, std::size_t j) const { return left_[i].number == right_[j].number; }

  // Pieces that occur once in both ranges: the longest run of them that rises in both.
  std::vector<std::pair<std::size_t, std::size_t>> anchors(Range left, Range right) const {
    struct Seen {
      std::uint32_t in_left = 0, in_right = 0;
      std::size_t at_left = 0, at_right = 0;
    };
    std::unordered_map<std::uint32_t, Seen> seen;
    for (std::size_t i = left.begin; i < left.end; ++i) {
      Seen& piece = seen[left_[i].number];
      ++piece.in_left;
      piece.at_left = i;
    }
    for (std::size_t j = right.begin; j < right.end; ++j) {
      Seen& piece = seen[right_[j].number];
      ++piece.in_right;
      piece.at_right = j;
    }
    std::vector<std::pair<std::size_t, std::size_t>> unique;
    for (std::size_t i = left.begin; i < left.end; ++i) {
      const Seen& piece = seen[left_[i].number];
      if (piece.in_left == 1 && piece.in_right == 1) unique.emplace_back(i, piece.at_right);
    }
    return longest_rising(unique);
  }

  // Patience sorting: linear in memory, n log n in time.
  static std::vector<std::pair<std::size_t, std::size_t>> longest_rising(
      const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
    std::vector<std::size_t> tops;  // of each pile, index in pairs
    std::vector<std::size_t> below(pairs.size());
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      const auto pile =
          std::lower_bound(tops.begin(), tops.end(), pairs[k].second,
                           [&](std::size_t top, std::size_t j) { return pairs[top].second < j; });
      below[k] = pile == tops.begin() ? k : *(pile - 1);
      if (pile == tops.end())
        tops.push_back(k);
      else
        *pile = k;
    }
    std::vector<std::pair<std::size_t, std::size_t>> rising(tops.size());
    if (tops.empty()) return rising;
    std::size_t k = tops.back();
    for (std::size_t n = tops.size(); n-- > 0; k = below[k]) rising[n] = pairs[k];
    return rising;
  }

  void script(Range left, Range right) {
    if (left.size() + right.size() > kLongestScript) return;
    const auto numbers = [](const Pieces& pieces, Range range) {
      std::vector<std::uint32_t> out;
      for (std::size_t i = range.begin; i < range.end; ++i) out.push_back(pieces[i].number);
      return out;
    };
    dtl::Diff<std::uint32_t> diff(numbers(left_, left), numbers(right_, right));
    diff.compose();
    for (const auto& [number, info] : diff.getSes().getSequence())
      if (info.type == dtl::SES_COMMON)
        pairs_.emplace_back(left.begin + static_cast<std::size_t>(info.beforeIdx) - 1,
                            right.begin + static_cast<std::size_t>(info.afterIdx) - 1);
  }

  const Pieces& left_;
  const Pieces& right_;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;
};

// The bytes of a range of pieces; an empty one lies after the piece before it.
ByteSpan bytes_of(const Pieces& pieces, Range range) {
  if (!range.empty()) return {pieces[range.begin].bytes.begin, pieces[range.end - 1].bytes.end};
  const std::uint32_t at = range.begin == 0 ? 0 : pieces[range.begin - 1].bytes.end;
  return {at, at};
}

}  // namespace

std::string_view name(DiffOp op) {
  constexpr std::array<std::string_view, 3> kNames{"replace", "delete", "insert"};
  return kNames[static_cast<std::size_t>(op)];
}

std::vector<Difference> diff_words(std::string_view left, std::string_view right) {
  Divider divider;
  const Pieces left_pieces = divider.divide(left);
  const Pieces right_pieces = divider.divide(right);
  auto pairs = Aligner(left_pieces, right_pieces).run();
  pairs.emplace_back(left_pieces.size(), right_pieces.size());
  std::vector<Difference> differences;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const auto& [next_i, next_j] : pairs) {
    const Range here{i, next_i};
    const Range there{j, next_j};
    if (!here.empty() || !there.empty()) {
      const DiffOp op = here.empty()    ? DiffOp::kInsert
                        : there.empty() ? DiffOp::kDelete
                                        : DiffOp::kReplace;
      differences.push_back({op, bytes_of(left_pieces, here), bytes_of(right_pieces, there)});
    }
    i = next_i + 1;
    j = next_j + 1;
  }
  return differences;
}

}  // namespace ordalag
