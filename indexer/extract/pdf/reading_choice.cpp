#include "indexer/extract/pdf/reading_choice.hpp"

#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ordalag::extract {
namespace {

std::string without_spaces(std::string_view text) {
  std::string letters;
  letters.reserve(text.size());
  for (const char c : text)
    if (c != ' ' && c != '\t') letters += c;
  return letters;
}

std::vector<std::string_view> lines_in(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (text.substr(0, end).find_first_not_of(' ') != std::string_view::npos)
      lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string with_single_spaces(std::string_view text) {
  std::string single;
  for (const char c : text)
    if (c != ' ' || (!single.empty() && single.back() != ' ')) single += c;
  while (!single.empty() && single.back() == ' ') single.pop_back();
  return single;
}

std::string joined(const std::vector<PageLine>& lines) {
  std::string text;
  for (const PageLine& line : lines) {
    text += line.line.text;
    text += '\n';
  }
  return text;
}

// Takes the spaces of `reading` for the lines that have the same letters and more known words there.
void take_spaces(std::string_view reading, std::vector<PageLine>& lines, KnownWords& known) {
  std::unordered_map<std::string, std::string_view> by_letters;
  for (const std::string_view line : lines_in(reading))
    by_letters.emplace(without_spaces(line), line);
  for (PageLine& line : lines) {
    const KnownWords::Count own = known.count(line.line.text);
    if (own.known == own.words) continue;
    const auto found = by_letters.find(without_spaces(line.line.text));
    if (found == by_letters.end()) continue;
    std::string other = with_single_spaces(found->second);
    if (known.count(other).weight > own.weight) line.line.text = std::move(other);
  }
}

// The lines of poppler's reading, with the places and fonts of the own lines or words that hold
// the same letters. Lines of which no word is left on the page (running headers, margin numbers)
// are dropped.
std::vector<PageLine> placed_lines(std::string_view reading, const PdfPage& page,
                                   const std::vector<PageLine>& own) {
  std::unordered_map<std::string, const PageLine*> by_letters;
  for (const PageLine& line : own) by_letters.emplace(without_spaces(line.line.text), &line);
  std::unordered_multimap<std::string_view, const PageWord*> by_text;
  for (const PageWord& word : page.words) by_text.emplace(word.text, &word);
  std::vector<PageLine> lines;
  for (const std::string_view text : lines_in(reading)) {
    PageLine line = own.front();
    line.line = {};
    line.printed_number.reset();
    line.note.clear();
    line.in_note = false;
    line.kind = RegionKind::kText;
    if (const auto same = by_letters.find(without_spaces(text)); same != by_letters.end())
      line = *same->second;
    line.line.text = with_single_spaces(text);
    bool placed = line.line.size > 0;
    std::string_view rest = line.line.text;
    while (!placed && !rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (const auto word = by_text.find(rest.substr(0, end)); word != by_text.end()) {
        line.line.box = word->second->box;
        line.line.size = word->second->size;
        line.line.bold = word->second->bold;
        placed = true;
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (placed) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

PageReading choose_reading(const PdfPage& page, std::vector<PageLine>& lines, KnownWords& known) {
  PageReading chosen;
  if (lines.empty()) {
    chosen.order = "no_text";
    return chosen;
  }
  chosen.order = "layout";
  if (known.knows_language()) {
    take_spaces(page.raw, lines, known);
    take_spaces(page.physical, lines, known);
  }
  chosen.known_share = known.count(joined(lines)).share();
  const std::array<std::pair<std::string_view, const std::string*>, 2> others = {
      {{"raw", &page.raw}, {"physical", &page.physical}}};
  std::vector<PageLine> best;
  float share = chosen.known_share + kClearlyBetter;
  for (const auto& [order, reading] : others) {
    // Whether the reading can be better at all is told without placing its lines.
    if (known.count(*reading).share() <= share) continue;
    std::vector<PageLine> candidate = placed_lines(*reading, page, lines);
    const float candidate_share = known.count(joined(candidate)).share();
    if (candidate_share <= share) continue;
    share = candidate_share;
    best = std::move(candidate);
    chosen.order = order;
    chosen.known_share = share;
  }
  if (!best.empty()) lines = std::move(best);
  return chosen;
}

}  // namespace ordalag::extract
