#include "indexer/reading/line_end_hyphens.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/characters.hpp"
#include "core/text/fold.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

// After these a hyphen is suspended (swedish.md of the survey, section 5).
constexpr std::array<std::string_view, 5> kConjunctions = {"och", "eller", "samt", "respektive",
                                                           "resp"};

// The letters and digits before the hyphen that ends `line`.
std::string_view first_half(std::string_view line) {
  line = trimmed(line);
  line.remove_suffix(code_point_before(line, line.size()).bytes);
  std::size_t begin = line.size();
  while (begin > 0) {
    const CodePoint c = code_point_before(line, begin);
    if (!is_letter(c.value) && !is_digit(c.value)) break;
    begin -= c.bytes;
  }
  return line.substr(begin);
}

std::string_view second_half(std::string_view line) {
  line = trimmed(line);
  std::size_t end = 0;
  while (end < line.size()) {
    const CodePoint c = code_point_at(line, end);
    if (!is_letter(c.value)) break;
    end += c.bytes;
  }
  return line.substr(0, end);
}

}  // namespace

LineEndHyphens::LineEndHyphens(const Draft& draft, const Analyser* analyser)
    : analyser_(analyser) {
  if (analyser_ == nullptr) return;
  divides_words_ = false;
  for (std::size_t i = 0; i + 1 < draft.lines.size() && !divides_words_; ++i) {
    const std::string_view before = draft.lines[i].content;
    const std::string_view after = draft.lines[i + 1].content;
    if (!ends_in_hyphen(before) || !starts_lower(after)) continue;
    const std::string_view first = first_half(before);
    const std::string_view second = second_half(after);
    const bool halves_are_words = known(first) && known(second);
    divides_words_ = !halves_are_words && known(std::string(first) + std::string(second));
  }
}

bool LineEndHyphens::known(std::string_view word) const {
  return analyser_ != nullptr && analyser_->knows(fold(word));
}

HyphenReading LineEndHyphens::judge(std::string_view before, std::string_view after) {
  const std::string_view first = first_half(before);
  const std::string_view second = second_half(after);
  const std::string second_folded = lower_case(second);
  const bool conjunction =
      std::any_of(kConjunctions.begin(), kConjunctions.end(),
                  [&](std::string_view word) { return second_folded == word; });
  // "skynd-samt", in a text that divides words: the whole is a word, its first half is none.
  const bool divided = divides_words_ && analyser_ != nullptr && !known(first) &&
                       known(std::string(first) + second_folded);
  if (conjunction && !divided) return HyphenReading::kSuspended;
  const bool acronym = count_code_points(first) > 1 && is_all_capitals(first);
  if (!starts_lower(after) || acronym || first.empty() || second.empty() ||
      is_digit(code_point_before(first, first.size()).value))
    return HyphenReading::kReal;
  if (analyser_ != nullptr && known(second) && analyser_->keeps_hyphen(first, second))
    return HyphenReading::kReal;  // it-system
  if (divides_words_ || known(std::string(first) + std::string(second)))
    return HyphenReading::kSoft;
  return known(first) && known(second) ? HyphenReading::kReal : HyphenReading::kSoft;
}

}  // namespace ordalag::reading
