#include "indexer/extract/pdf/word_gaps.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

// Spaces are this much wider, at least, than the gaps within the words of their line. Measured on
// Tidöavtalet: up to 0.19 em within words, 0.30 to 0.38 em between them.
constexpr float kStep = 1.35F;
// Gaps wider than this part of the font size stand between words (the space of common fonts is
// 0.25 to 0.28 em), except where a line is single letters throughout.
constexpr float kWidestWithinWord = 0.22F;
// Wider ones are tabs and the like, and say nothing of the spaces of the line.
constexpr float kWidestSpace = 0.6F;
constexpr float kCommonSpace = 0.25F;
constexpr std::size_t kMostReadings = 4;

// A wider gap than this beside a number at either end of a line is kept as a tab: it sets the page
// numbers of a table of contents apart.
constexpr float kTabWidth = 2;  // of the font size

bool is_page_number(const PageWord& word) {
  return word.text.size() <= 3 && std::all_of(word.text.begin(), word.text.end(),
                                              [](char c) { return c >= '0' && c <= '9'; });
}

float gap_before(const std::vector<PageWord>& words, std::size_t i) {
  return words[i].box.left - words[i - 1].box.right;
}

// What stands between two words that are not joined.
char separator_before(const std::vector<PageWord>& words, std::size_t i) {
  const bool beside_number =
      (i == 1 && is_page_number(words[0])) || (i + 1 == words.size() && is_page_number(words[i]));
  return beside_number && gap_before(words, i) > words[i].size * kTabWidth ? '\t' : ' ';
}

// The line when gaps up to `widest` points are no spaces.
std::string read_with(const std::vector<PageWord>& words, float widest) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && gap_before(words, i) > widest) text += separator_before(words, i);
    text += words[i].text;
  }
  return text;
}

bool is_single_letter(std::string_view text) { return count_code_points(text) == 1; }

bool is_letter_spaced(const std::vector<PageWord>& words) {
  const auto single = std::count_if(
      words.begin(), words.end(), [](const PageWord& word) { return is_single_letter(word.text); });
  return words.size() >= 4 && static_cast<std::size_t>(single) * 10 >= words.size() * 7;
}

// A line of single letters: read with the gaps closed up to where the sorted ones step up, as the
// lexicon knows most of it.
std::string read_letter_spaced(const std::vector<PageWord>& words, KnownWords& known) {
  std::vector<float> gaps;
  for (std::size_t i = 1; i < words.size(); ++i)
    gaps.push_back(std::max(0.01F, gap_before(words, i)));
  std::sort(gaps.begin(), gaps.end());
  std::string best = read_with(words, std::numeric_limits<float>::lowest());
  std::uint64_t weight = known.count(best).weight;
  std::size_t readings = 0;
  for (std::size_t i = 0; i < gaps.size() && readings < kMostReadings; ++i) {
    if (i + 1 < gaps.size() && gaps[i + 1] <= gaps[i] * kStep) continue;
    ++readings;
    std::string text = read_with(words, gaps[i] * 1.01F);
    const std::uint64_t sum = known.count(text).weight;
    if (sum <= weight) continue;
    best = std::move(text);
    weight = sum;
  }
  return best;
}

// True for what no word of a text is: unknown to the lexicon, one letter that is no word, or what a
// hyphen opens.
bool is_piece(std::string_view text, KnownWords& known) {
  if (is_single_letter(text))
    return is_letter(code_point_at(text, 0).value) && text != "i" && text != "I" && text != "å" &&
           text != "ö";
  if (text.starts_with('-')) return true;
  const KnownWords::Count count = known.count(text);
  return count.known < count.words;
}

// A capital after a small letter begins a word; a gap between figures divides a number.
bool stays_apart(std::string_view before, std::string_view after) {
  const char32_t last = code_point_before(before, before.size()).value;
  const char32_t first = code_point_at(after, 0).value;
  return (is_lower(last) && is_upper(first)) || (is_digit(last) && is_digit(first));
}

std::uint64_t letters_of(std::string_view text) {
  std::uint64_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    letters += is_letter(c.value) || is_digit(c.value);
    at += c.bytes;
  }
  return letters;
}

// Squared letters; half as many for what the lexicon does not know, so that a name in pieces is put
// together too; nothing for single letters.
std::uint64_t weight_of(const std::string& text, KnownWords& known) {
  const std::uint64_t letters = letters_of(text);
  if (is_piece(text, known)) return letters == 1 || text.starts_with('-') ? 0 : letters * letters;
  return 2 * letters * letters;
}

// The line with each gap under `limit` points closed or left by itself, so that the weight is the
// greatest. By dynamic programming, O(n * kLongestRun).
std::string close_gaps(const std::vector<PageWord>& words, float limit, KnownWords& known) {
  constexpr std::size_t kLongestRun = 12;
  std::vector<std::uint64_t> weight(words.size() + 1, 0);
  std::vector<std::size_t> from(words.size() + 1, 0);
  for (std::size_t end = 1; end <= words.size(); ++end) {
    std::string run;
    for (std::size_t begin = end; begin-- > 0 && end - begin <= kLongestRun;) {
      const bool joined = begin + 1 < end;
      if (joined && (gap_before(words, begin + 1) >= limit ||
                     stays_apart(words[begin].text, words[begin + 1].text)))
        break;
      run.insert(0, words[begin].text);
      const std::uint64_t sum = weight[begin] + weight_of(run, known);
      if (joined && sum < weight[end]) continue;
      weight[end] = sum;
      from[end] = begin;
    }
  }
  std::vector<bool> starts(words.size(), false);
  for (std::size_t end = words.size(); end > 0; end = from[end]) starts[from[end]] = true;
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && starts[i]) text += separator_before(words, i);
    text += words[i].text;
  }
  return text;
}

// Gaps narrower than this, in points, may stand within words; 0 when none of the line may.
float limit_within_words(const std::vector<PageWord>& words, const LineType& type,
                         KnownWords& known) {
  std::vector<float> spaces;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const float gap = gap_before(words, i);
    if (gap > type.size * kWidestWithinWord && gap < type.size * kWidestSpace)
      spaces.push_back(gap);
  }
  float space = type.size * type.word_space;
  if (!spaces.empty()) {
    const auto middle = spaces.begin() + static_cast<std::ptrdiff_t>(spaces.size() / 2);
    std::nth_element(spaces.begin(), middle, spaces.end());
    space = *middle;
  }
  const float limit = std::min(type.size * kWidestWithinWord, space / kStep);
  std::size_t narrow = 0, pieces = 0;
  float least = limit, most = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool near_before = i > 0 && gap_before(words, i) < limit;
    const bool near_after = i + 1 < words.size() && gap_before(words, i + 1) < limit;
    if (!near_before && !near_after) continue;
    ++narrow;
    // A lone letter counts twice: an unknown word may be a name.
    if (is_piece(words[i].text, known)) pieces += is_single_letter(words[i].text) ? 2 : 1;
    if (!near_before) continue;
    least = std::min(least, gap_before(words, i));
    most = std::max(most, gap_before(words, i));
  }
  // A line that is set tight throughout has equal gaps: then most of it must be pieces.
  const bool tight = spaces.empty() && most < least * kStep;
  const bool broken = tight ? pieces * 2 > narrow : pieces > 0;
  return narrow > 0 && broken ? limit : 0;
}

}  // namespace

float usual_word_space(const std::vector<PageWord>& words) {
  constexpr std::size_t kEnough = 20;
  std::vector<float> spaces;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (vertical_overlap(words[i - 1].box, words[i].box) < 0.5F || words[i].size <= 0) continue;
    const float gap = gap_before(words, i) / words[i].size;
    if (gap > 0 && gap < kWidestSpace) spaces.push_back(gap);
  }
  if (spaces.size() < kEnough) return kCommonSpace;
  const auto middle = spaces.begin() + static_cast<std::ptrdiff_t>(spaces.size() / 2);
  std::nth_element(spaces.begin(), middle, spaces.end());
  return *middle;
}

std::string text_of_words(const std::vector<PageWord>& words, const LineType& type,
                          KnownWords& known) {
  // Without a lexicon only gaps far too narrow for a space are closed.
  if (!known.knows_language()) return read_with(words, type.size * 0.15F);
  if (is_letter_spaced(words)) return read_letter_spaced(words, known);
  const float limit = limit_within_words(words, type, known);
  if (limit > 0) return close_gaps(words, limit, known);
  return read_with(words, std::numeric_limits<float>::lowest());
}

}  // namespace ordalag::extract
