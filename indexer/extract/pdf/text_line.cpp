#include "indexer/extract/pdf/text_line.hpp"

#include <algorithm>
#include <map>

#include "core/text/utf8.hpp"
#include "indexer/extract/pdf/word_gaps.hpp"

namespace ordalag::extract {
namespace {

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
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
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
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Open& a, const Open& b) { return a.box.middle() < b.box.middle(); });
  std::vector<std::vector<PageWord>> grouped;
  grouped.reserve(lines.size());
  for (Open& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PageWord& a, const PageWord& b) { return a.box.left < b.box.left; });
    grouped.push_back(std::move(line.words));
  }
  return grouped;
}

TextLine make_line(const std::vector<PageWord>& words, float word_space, KnownWords& known) {
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
  line.text = text_of_words(kept, {line.size, word_space}, known);
  return line;
}

}  // namespace ordalag::extract
