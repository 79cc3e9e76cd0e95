#include "indexer/reading/list_marks.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

// Signs that are bullets wherever they open a line.
constexpr std::u32string_view kBullets = U"•‣▪●○◦■□➢➤✓✔→►▶∙⁃·";
// Signs that are bullets before white space only; the dashes among them may open speech.
constexpr std::u32string_view kSpacedBullets = U"-–—*+";

constexpr std::size_t kFewestOs = 2;           // lines with "o " that make it a bullet
constexpr std::uint32_t kLongestHeading = 80;  // code points, of "1. Heading"

// What is said, in the words that newspapers and press releases put after speech.
constexpr std::array<std::string_view, 6> kSpeech = {", säger ",   ", menar ",       ", berättar ",
                                                     ", skriver ", ", konstaterar ", " säger "};

struct Found {
  ItemMark mark;
  std::size_t bytes = 0;  // of the mark and the white space after it
};

std::size_t with_space(std::string_view content, std::size_t at) {
  const std::string_view rest = content.substr(at);
  return at + static_cast<std::size_t>(trimmed(rest).data() - rest.data());
}

bool is_private_bullet(char32_t c) { return c >= 0xF000 && c <= 0xF0FF; }  // Wingdings out of PDF

std::optional<Found> bullet_of(std::string_view content) {
  const CodePoint c = code_point_at(content, 0);
  if (c.bytes == 0) return std::nullopt;
  const CodePoint next = code_point_at(content, c.bytes);
  const bool alone = next.bytes == 0;
  const bool spaced = !alone && is_space(next.value);
  if (kBullets.find(c.value) != std::u32string_view::npos || is_private_bullet(c.value) ||
      ((spaced || alone) && kSpacedBullets.find(c.value) != std::u32string_view::npos) ||
      (spaced && c.value == 'o'))
    return Found{{c.value, 0}, alone ? c.bytes : with_space(content, c.bytes)};
  return std::nullopt;
}

// The kinds of numbers that items bear: 1, a, i. "i)" may be a letter or a Roman number.
constexpr std::array<char32_t, 3> kNumberings = {'1', 'a', 'i'};

bool is_numbering(char32_t sign) {
  return std::find(kNumberings.begin(), kNumberings.end(), sign) != kNumberings.end();
}

// The number of this kind at the start of `content`; its letters or digits are taken off. 0: none.
std::uint32_t take_number(std::string_view& content, char32_t kind) {
  constexpr std::size_t kMostDigits = 3;
  std::size_t end = 0;
  const auto is_of_kind = [&](char c) {
    if (kind == '1') return is_digit(static_cast<unsigned char>(c));
    return kind == 'a' ? c >= 'a' && c <= 'z' && end == 0 : c == 'i' || c == 'v' || c == 'x';
  };
  while (end < content.size() && is_of_kind(content[end])) ++end;
  const std::string_view number = content.substr(0, end);
  content.remove_prefix(end);
  if (number.empty()) return 0;
  if (kind == 'a') return static_cast<std::uint32_t>(number.front() - 'a') + 1;
  if (kind == 'i') return roman_number(number);
  if (end > kMostDigits) return 0;
  std::uint32_t value = 0;
  for (const char c : number) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

std::optional<Found> number_of(std::string_view content, char32_t kind) {
  const bool bracket = content.starts_with('(');
  std::string_view rest = content.substr(bracket ? 1 : 0);
  const bool zero = kind == '1' && rest.starts_with('0');
  const ItemMark mark{kind, take_number(rest, kind)};
  if (mark.value == 0 && !zero) return std::nullopt;
  const std::size_t at = content.size() - rest.size();
  if (at + 1 >= content.size()) return std::nullopt;
  const char after = content[at];
  const bool letter_stop = kind != '1' && after == '.';
  if ((after != ')' && (after != '.' || bracket)) || letter_stop) return std::nullopt;
  if (!is_space(code_point_at(content, at + 1).value)) return std::nullopt;
  return Found{mark, with_space(content, at + 1)};
}

bool is_speech(std::string_view text) {
  return std::any_of(kSpeech.begin(), kSpeech.end(), [&](std::string_view said) {
    return text.find(said) != std::string_view::npos;
  });
}

class Marker {
 public:
  explicit Marker(Draft& draft) : draft_(draft) {
    std::size_t os = 0;
    for (const Line& line : draft.lines) {
      if (line.content.starts_with("o ")) ++os;
    }
    o_is_bullet_ = os >= kFewestOs;
  }

  void run() {
    for (std::size_t i = 0; i < draft_.lines.size(); ++i) {
      Line& line = draft_.lines[i];
      if (line.style == LineStyle::kHeading || line.style == LineStyle::kTableRow ||
          line.leaving != Leaving::kStays || draft_.blank(line))
        continue;
      if (const auto bullet = bullet_of(line.content); bullet && is_item(i, *bullet)) {
        take(i, *bullet);
        continue;
      }
      for (const char32_t kind : kNumberings) {
        const auto number = number_of(line.content, kind);
        if (!number || !is_item(i, *number)) continue;
        take(i, *number);
        break;
      }
    }
  }

 private:
  Line* filled(std::size_t i, int step) const {
    for (auto n = static_cast<std::ptrdiff_t>(i) + step;
         n >= 0 && n < static_cast<std::ptrdiff_t>(draft_.lines.size()); n += step) {
      Line& line = draft_.lines[static_cast<std::size_t>(n)];
      if (!draft_.blank(line) && line.leaving == Leaving::kStays) return &line;
    }
    return nullptr;
  }

  bool adjacent_before(std::size_t i) const {
    return i > 0 && !draft_.blank(draft_.lines[i - 1]) &&
           draft_.lines[i - 1].leaving == Leaving::kStays;
  }

  // The line before goes on into this one: it ends in mid-sentence and is no item of a list.
  bool goes_on(std::size_t i) const {
    if (!adjacent_before(i)) return false;
    const Line& before = draft_.lines[i - 1];
    return !before.mark && before.style == LineStyle::kUnknown && !ends_sentence(before.content) &&
           !opens_list(before.content) && before.content.size() > 25;
  }

  bool is_item(std::size_t i, const Found& found) {
    const Line& line = draft_.lines[i];
    const std::string_view rest = line.content.substr(found.bytes);
    const char32_t sign = found.mark.sign;
    if (sign == 'o') return o_is_bullet_;
    if (is_numbering(sign)) return is_number(i, found, rest);
    if (rest.empty()) return sign != '-' && !is_dash(sign) && sign != '+' && sign != '*';
    if (!is_dash(sign) && sign != '-') return true;
    if (is_speech(rest)) return false;
    const Line* next = filled(i, 1);
    const Line* before = filled(i, -1);
    const bool same_after =
        next != nullptr && bullet_of(next->content) && bullet_of(next->content)->mark.sign == sign;
    const bool same_before = before != nullptr && before->mark.sign == sign;
    if (same_after || same_before) return true;
    if (goes_on(i)) return false;
    if (sign == '-' || before == nullptr) return true;
    // A dash alone: a list of one item, or a line of speech or a second half of a heading.
    return opens_list(before->content) || (before->mark && !is_dash(before->mark.sign));
  }

  bool is_number(std::size_t i, const Found& found, std::string_view rest) {
    const auto follows = [&](const Line* line, std::uint32_t value) {
      if (line == nullptr) return false;
      const auto other = number_of(line->content, found.mark.sign);
      return other && other->mark.value == value;
    };
    const bool second =
        last_number(found.mark.sign) + 1 == found.mark.value && last_number(found.mark.sign) > 0;
    const Line* next = filled(i, 1);
    const bool more = follows(next, found.mark.value + 1) || found_within(i, found);
    if (goes_on(i) && !second && !(found.mark.value == 1 && more)) return false;
    if (found.mark.value == 1 && !more) return false;
    if (found.mark.value != 1 && !second) return false;
    if (second) return true;
    // "1. Inledning" and then text is a heading; a row of such lines is a list.
    const bool heading_like = count_code_points(rest) <= kLongestHeading && !ends_sentence(rest);
    const Line* before = filled(i, -1);
    const bool opened = before != nullptr && opens_list(before->content);  // "Vi vill:"
    return !heading_like || opened || follows(next, found.mark.value + 1);
  }

  // The next number comes within a few lines: this item is wrapped.
  bool found_within(std::size_t i, const Found& found) const {
    constexpr std::size_t kReach = 12;
    for (std::size_t n = i + 1; n < draft_.lines.size() && n < i + kReach; ++n) {
      const auto other = number_of(draft_.lines[n].content, found.mark.sign);
      if (other && other->mark.value == found.mark.value + 1) return true;
    }
    return false;
  }

  void take(std::size_t i, const Found& found) {
    Line& line = draft_.lines[i];
    if (is_numbering(found.mark.sign)) last_number(found.mark.sign) = found.mark.value;
    const std::string_view mark = first_word(line.content.substr(0, found.bytes));
    line.content.remove_prefix(std::min(found.bytes, line.content.size()));
    if (line.content.empty()) {
      line.source.begin = line.source.end;
      if (Line* next = filled(i, 1); next != nullptr) next->mark = found.mark;
      return;
    }
    line.mark = found.mark;
    line.source.begin += content_begin(line, mark);
  }

  // Where the content of `line` begins in its source: after the mark, and after what markup stands
  // around it ("**1.** Skola").
  std::uint32_t content_begin(const Line& line, std::string_view mark) const {
    const std::string_view source = std::string_view(draft_.extracted.decoded.text)
                                        .substr(line.source.begin, line.source.size());
    const std::size_t at = std::min(source.find(mark), source.size() - mark.size()) + mark.size();
    const std::string_view first = line.content.substr(0, code_point_at(line.content, 0).bytes);
    return static_cast<std::uint32_t>(std::min(source.find(first, at), source.size()));
  }

  // Of the last item of this kind of numbering; a list within another does not end the outer one.
  std::uint32_t& last_number(char32_t kind) {
    const auto* const place = std::find(kNumberings.begin(), kNumberings.end(), kind);
    return last_numbers_[static_cast<std::size_t>(place - kNumberings.begin())];
  }

  Draft& draft_;
  bool o_is_bullet_ = false;
  std::array<std::uint32_t, kNumberings.size()> last_numbers_{};
};

}  // namespace

void find_list_marks(Draft& draft) { Marker(draft).run(); }

}  // namespace ordalag::reading
