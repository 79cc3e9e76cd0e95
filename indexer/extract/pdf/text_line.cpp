#include "indexer/extract/pdf/text_line.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

// A gap is a step from letters to words when it is this much wider than the next narrower one.
// Measured on Tidöavtalet: up to 0.19 em within words, 0.33 em between them.
constexpr float kStep = 1.5F;
// Gaps wider than this part of the font size stand between words (the space of common fonts is
// 0.25 to 0.28 em), except where a line is single letters throughout.
constexpr float kWidestWithinWord = 0.22F;
constexpr std::size_t kMostReadings = 4;

// A wider gap than this beside a number at either end of a line is kept as a tab: it sets the page
// numbers of a table of contents apart.
constexpr float kTabWidth = 2;  // of the font size

bool is_page_number(const PageWord& word) {
  return word.text.size() <= 3 && std::all_of(word.text.begin(), word.text.end(),
                                              [](char c) { return c >= '0' && c <= '9'; });
}

// The line when gaps up to `widest` points are no spaces.
std::string read_with(const std::vector<PageWord>& words, float widest) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const float gap = i == 0 ? 0 : words[i].box.left - words[i - 1].box.right;
    const bool beside_number = (i == 1 && is_page_number(words[0])) ||
                               (i + 1 == words.size() && is_page_number(words[i]));
    if (i > 0 && gap > widest)
      text += beside_number && gap > words[i].size * kTabWidth ? '\t' : ' ';
    text += words[i].text;
  }
  return text;
}

// The widths up to which gaps may be taken for gaps within words: where the sorted gaps step up.
std::vector<float> candidate_widths(const std::vector<PageWord>& words, float size) {
  std::vector<float> gaps;
  std::size_t single = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    single += count_code_points(words[i].text) == 1;
    if (i > 0) gaps.push_back(std::max(0.01F, words[i].box.left - words[i - 1].box.right));
  }
  std::sort(gaps.begin(), gaps.end());
  const bool spaced = single * 10 >= words.size() * 7 && words.size() >= 4;
  std::vector<float> widths;
  for (std::size_t i = 0; i < gaps.size() && widths.size() < kMostReadings; ++i) {
    if (!spaced && gaps[i] > size * kWidestWithinWord) break;
    const bool last = i + 1 == gaps.size();
    if (last ? spaced : gaps[i + 1] > gaps[i] * kStep) widths.push_back(gaps[i] * 1.01F);
  }
  return widths;
}

// True for what no word of a text is: unknown to the lexicon, or one letter that is no word.
bool is_piece(const PageWord& word, KnownWords& known) {
  if (count_code_points(word.text) == 1) return word.text != "i" && word.text != "å" && word.text != "I";
  const KnownWords::Count count = known.count(word.text);
  return count.known < count.words;
}

// The line with each narrow gap closed or left by itself, so that the most known words come out; only
// runs that hold a piece of a word are closed. By dynamic programming, O(n * kLongestRun).
std::string close_gaps(const std::vector<PageWord>& words, float size, KnownWords& known) {
  constexpr std::size_t kLongestRun = 10;
  std::vector<std::uint64_t> weight(words.size() + 1, 0);
  std::vector<std::size_t> from(words.size() + 1, 0);
  for (std::size_t end = 1; end <= words.size(); ++end) {
    std::string run;
    bool piece = false;
    for (std::size_t begin = end; begin-- > 0 && end - begin <= kLongestRun;) {
      const bool joined = begin + 1 < end;
      if (joined && words[begin + 1].box.left - words[begin].box.right > size * kWidestWithinWord)
        break;
      run.insert(0, words[begin].text);
      piece = piece || is_piece(words[begin], known);
      if (joined && !piece) continue;
      const std::uint64_t sum = weight[begin] + known.count(run).weight;
      if (joined && sum <= weight[end]) continue;
      weight[end] = sum;
      from[end] = begin;
    }
  }
  std::string text;
  for (std::size_t end = words.size(); end > 0; end = from[end]) {
    std::string run;
    for (std::size_t i = from[end]; i < end; ++i) run += words[i].text;
    text = text.empty() ? run : run + ' ' + text;
  }
  return text;
}

std::string best_text(const std::vector<PageWord>& words, float size, KnownWords& known) {
  constexpr float kNoWidth = std::numeric_limits<float>::lowest();
  std::string best = read_with(words, kNoWidth);
  KnownWords::Count best_count = known.count(best);
  if (known.knows_language() && best_count.known == best_count.words) return best;
  for (const float width : candidate_widths(words, size)) {
    std::string text = read_with(words, width);
    const KnownWords::Count count = known.count(text);
    // Without a lexicon only gaps far too narrow for a space are closed.
    const bool better = known.knows_language() ? count.weight > best_count.weight
                                               : width < size * 0.15F;
    if (!better) continue;
    best = std::move(text);
    best_count = count;
  }
  if (known.knows_language() && best_count.known < best_count.words && best.find('\t') == std::string::npos) {
    std::string closed = close_gaps(words, size, known);
    if (known.count(closed).weight > best_count.weight) best = std::move(closed);
  }
  return best;
}

void set_fonts(TextLine& line, const std::vector<PageWord>& words) {
  std::map<float, std::size_t> letters;
  std::size_t bold = 0, all = 0;
  for (const PageWord& word : words) {
    if (word.symbol) continue;
    const std::size_t count = count_code_points(word.text);
    letters[word.size] += count;
    all += count;
    if (word.bold) bold += count;
  }
  const auto most = std::max_element(letters.begin(), letters.end(), [](auto& a, auto& b) {
    return a.second < b.second;
  });
  line.size = most == letters.end() ? words.front().size : most->first;
  line.bold = all > 0 && bold == all;
}

}  // namespace

std::vector<std::vector<PageWord>> group_into_lines(std::vector<PageWord> words) {
  constexpr float kSameLine = 0.5F;
  constexpr std::size_t kOpenLines = 4;
  std::stable_sort(words.begin(), words.end(), [](const PageWord& a, const PageWord& b) {
    return a.box.middle() < b.box.middle();
  });
  struct Open {
    std::vector<PageWord> words;
    Box box;
  };
  std::vector<Open> lines;
  for (PageWord& word : words) {
    Open* home = nullptr;
    const std::size_t first = lines.size() > kOpenLines ? lines.size() - kOpenLines : 0;
    float best = kSameLine;
    for (std::size_t i = first; i < lines.size(); ++i) {
      // The last word stands for the line: one tall letter must not draw in the next line.
      const float overlap = std::min(vertical_overlap(lines[i].words.back().box, word.box),
                                     vertical_overlap(lines[i].words.front().box, word.box));
      if (overlap < best) continue;
      best = overlap;
      home = &lines[i];
    }
    if (home == nullptr) {
      lines.push_back({{}, word.box});
      home = &lines.back();
    }
    home->box.include(word.box);
    home->words.push_back(std::move(word));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Open& a, const Open& b) {
    return a.box.middle() < b.box.middle();
  });
  std::vector<std::vector<PageWord>> grouped;
  grouped.reserve(lines.size());
  for (Open& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(), [](const PageWord& a, const PageWord& b) {
      return a.box.left < b.box.left;
    });
    grouped.push_back(std::move(line.words));
  }
  return grouped;
}

TextLine make_line(const std::vector<PageWord>& words, KnownWords& known) {
  TextLine line;
  if (words.empty()) return line;
  std::vector<PageWord> kept;
  kept.reserve(words.size());
  line.box = words.front().box;
  for (const PageWord& word : words) {
    line.box.include(word.box);
    if (word.note_reference && !kept.empty())
      line.note_marks.push_back(word.text);
    else
      kept.push_back(word);
  }
  set_fonts(line, kept);
  if (kept.front().symbol && kept.size() > 1 && count_code_points(kept.front().text) == 1) {
    line.bullet = true;
    kept.front().text = "•";
  }
  line.text = best_text(kept, line.size, known);
  return line;
}

}  // namespace ordalag::extract
