#include "indexer/extract/pdf/page_paragraphs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

using reading::LineStyle;

constexpr float kHeadingSize = 1.1F;     // of the body's size, at least
constexpr float kTitleSize = 1.35F;      // of the body's size, where punctuation tells nothing
constexpr float kWideStep = 1.3F;        // of the usual distance between lines
constexpr float kShort = 0.25F;        // of the column, that a line before its end leaves empty
constexpr float kIndent = 0.7F;          // of the font size
constexpr std::size_t kMostHeadingLines = 4;
constexpr std::uint32_t kLongestHeading = 160;  // code points
constexpr std::array<char32_t, 12> kBullets = {U'•', U'▪', U'●', U'○', U'◦', U'■',
                                               U'‣', U'▸', U'–', U'-', U'*', U'→'};

bool opens_with_bullet(const TextLine& line) {
  if (line.bullet) return true;
  const CodePoint first = code_point_at(line.text, 0);
  if (std::find(kBullets.begin(), kBullets.end(), first.value) == kBullets.end()) return false;
  return line.text.size() > first.bytes && line.text[first.bytes] == ' ';
}

bool ends_with_any(std::string_view text, std::string_view signs) {
  return !text.empty() && signs.find(text.back()) != std::string_view::npos;
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_letter(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

// Text in a font that does not tell its letters: much of it comes out as letters that no Swedish
// text has many of.
bool is_unreadable(std::string_view text) {
  std::size_t letters = 0, foreign = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    letters += is_letter(c.value);
    foreign += c.value >= 0x100 && c.value < 0x250;  // Latin Extended-A and -B
    at += c.bytes;
  }
  return foreign * 4 > letters;
}

// Letters that could be a heading's, the line by itself considered.
bool stands_out(const PageLine& line, float body_size, bool body_bold) {
  if (line.kind == RegionKind::kTable || line.in_note || opens_with_bullet(line.line)) return false;
  if (!has_letter(line.line.text) || is_unreadable(line.line.text)) return false;
  if (line.line.size >= body_size * kTitleSize) return true;
  if (ends_with_any(line.line.text, ":;,")) return false;
  if (line.line.size >= body_size * kHeadingSize) return true;
  return line.line.bold && !body_bold && line.line.size >= body_size * 0.95F;
}

bool same_font(const TextLine& a, const TextLine& b) {
  return a.bold == b.bold && std::abs(a.size - b.size) < 0.6F;
}

bool mostly_bold(const std::vector<PageLine>& lines) {
  std::size_t bold = 0, all = 0;
  for (const PageLine& line : lines) {
    all += line.line.text.size();
    if (line.line.bold) bold += line.line.text.size();
  }
  return bold * 2 > all;
}

// The usual distance from line to line in each region: the lower quartile.
float usual_step(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end) {
  std::vector<float> steps;
  for (std::size_t i = begin + 1; i < end; ++i)
    if (const float step = lines[i].line.box.bottom - lines[i - 1].line.box.bottom; step > 0)
      steps.push_back(step);
  if (steps.empty()) return 0;
  const auto quartile = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 4);
  std::nth_element(steps.begin(), quartile, steps.end());
  return *quartile;
}

// True when the first word of `next` had found room on `line`, within their column.
bool stops_short(const PageLine& line, const PageLine& next) {
  const float room = line.column.right - line.line.box.right;
  return room > next.first_word_width + line.line.size * 0.6F;
}

// The same, by so much that no ragged margin explains it.
bool stops_well_short(const PageLine& line, const PageLine& next) {
  return stops_short(line, next) &&
         line.column.right - line.line.box.right > line.column.width() * kShort;
}

bool breaks_within_region(const PageLine& line, const PageLine& next, float step) {
  if (line.kind == RegionKind::kTable || next.kind == RegionKind::kTable) return true;
  if (line.in_note != next.in_note || !next.note.empty()) return true;
  if (opens_with_bullet(next.line)) return true;
  if (std::abs(line.line.size - next.line.size) > line.line.size * 0.1F) return true;
  const float down = next.line.box.bottom - line.line.box.bottom;
  if (step > 0 && down > std::max(step, line.line.size) * kWideStep) return true;
  const bool ended = ends_with_any(line.line.text, ".!?:");
  if (ended && stops_well_short(line, next)) return true;
  const float indent = next.line.box.left - next.column.left;
  // Below a bullet the text of its item hangs.
  return ended && !opens_with_bullet(line.line) && indent > next.line.size * kIndent && indent < next.column.width() / 3 &&
         line.line.box.left < next.line.box.left - next.line.size * kIndent;
}

// From one column or page to the next a paragraph goes on unless it clearly ended.
bool breaks_between_regions(const PageLine& line, const PageLine& next, float body_size) {
  if (line.kind == RegionKind::kTable || next.kind == RegionKind::kTable) return true;
  if (line.in_note || next.in_note || opens_with_bullet(next.line)) return true;
  if (std::abs(line.line.size - next.line.size) > line.line.size * 0.1F) return true;
  const bool below = line.page == next.page && next.line.box.top > line.line.box.top;
  if (below && next.line.box.top - line.line.box.bottom > body_size) return true;
  return ends_with_any(line.line.text, ".!?:") && stops_well_short(line, next);
}

// A line of digits alone that goes on the heading above it: "2026–" and "2030".
bool ends_heading(const PageLine& line, const PageLine& next) {
  return same_font(line.line, next.line) && !has_letter(next.line.text);
}

// After a line that stops short, below its beginning.
bool begins_item(const PageLine& line, const PageLine& next) {
  return stops_short(line, next) && !ends_with_any(line.line.text, "-") &&
         std::abs(line.line.box.left - next.line.box.left) < line.line.size * kIndent;
}

// Below "Vi vill:" and to the right of it.
bool opens_items(const PageLine& line, const PageLine& next) {
  return ends_with_any(line.line.text, ":") && line.page == next.page &&
         next.line.box.top > line.line.box.top &&
         next.line.box.left > line.line.box.left + line.line.size * kIndent;
}

bool is_heading(const PageParagraph& paragraph) {
  if (paragraph.lines.size() > kMostHeadingLines) return false;
  std::uint32_t length = 0;
  for (const PageLine& line : paragraph.lines) length += count_code_points(line.line.text);
  if (length > kLongestHeading) return false;
  const bool sentence = ends_with_any(paragraph.lines.back().line.text, ".");
  return !(sentence && length > 60);
}

std::string folded(std::string_view text) {
  std::string letters;
  const std::string lower = lower_case(text);
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint c = code_point_at(lower, at);
    if (is_letter(c.value) || is_digit(c.value)) letters.append(lower, at, c.bytes);
    at += c.bytes;
  }
  return letters;
}

std::string text_of(const PageParagraph& paragraph) {
  std::string text;
  for (const PageLine& line : paragraph.lines) {
    if (!text.empty()) text += ' ';
    text += line.line.text;
  }
  return text;
}

}  // namespace

std::vector<PageParagraph> gather_paragraphs(std::vector<PageLine> lines, float body_size) {
  std::vector<PageParagraph> paragraphs;
  const bool body_bold = mostly_bold(lines);
  float step = 0;
  bool standing_out = false;
  bool in_bare_list = false;  // lines under "Vi vill:" whose bullets, if any, are drawings
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // Of the lines before this one the texts have moved into their paragraphs.
    const PageLine* before = i > 0 ? &paragraphs.back().lines.back() : nullptr;
    const bool same_region = before != nullptr && lines[i].region == before->region;
    if (!same_region) {
      std::size_t end = i + 1;
      while (end < lines.size() && lines[end].region == lines[i].region) ++end;
      step = usual_step(lines, i, end);
    }
    const bool out = stands_out(lines[i], body_size, body_bold) ||
                     (same_region && standing_out && ends_heading(*before, lines[i]));
    const bool next_item =
        before != nullptr && !out &&
        (opens_items(*before, lines[i]) ||
         (same_region && in_bare_list && begins_item(*before, lines[i])));
    const bool breaks =
        before == nullptr || next_item || out != standing_out ||
        (out && !same_font(before->line, lines[i].line)) ||
        (same_region ? breaks_within_region(*before, lines[i], step)
                     : breaks_between_regions(*before, lines[i], body_size));
    standing_out = out;
    if (breaks) {
      const bool led = before != nullptr && ends_with_any(before->line.text, ":");
      in_bare_list = (next_item || led) && !opens_with_bullet(lines[i].line);
      paragraphs.emplace_back();
      paragraphs.back().note = lines[i].note;
      paragraphs.back().size = lines[i].line.size;
      paragraphs.back().bold = lines[i].line.bold;
      if (out) paragraphs.back().style = LineStyle::kHeading;
      if (lines[i].kind == RegionKind::kTable) paragraphs.back().style = LineStyle::kTableRow;
    }
    paragraphs.back().lines.push_back(std::move(lines[i]));
  }
  for (PageParagraph& paragraph : paragraphs)
    if (paragraph.style == LineStyle::kHeading && !is_heading(paragraph))
      paragraph.style = LineStyle::kUnknown;
  return paragraphs;
}

void set_heading_levels(std::vector<PageParagraph>& paragraphs,
                        const std::vector<OutlineItem>& outline) {
  constexpr std::size_t kDeepest = 6;
  std::vector<std::pair<int, bool>> fonts;  // size in half points, weight
  const auto font_of = [](const PageParagraph& paragraph) {
    return std::pair(static_cast<int>(std::lround(paragraph.size * 2)), paragraph.bold);
  };
  for (const PageParagraph& paragraph : paragraphs)
    if (paragraph.style == LineStyle::kHeading) fonts.push_back(font_of(paragraph));
  std::sort(fonts.rbegin(), fonts.rend());
  fonts.erase(std::unique(fonts.begin(), fonts.end()), fonts.end());
  std::vector<std::pair<std::string, std::uint8_t>> named;
  for (const OutlineItem& item : outline) named.emplace_back(folded(item.title), item.level);
  std::sort(named.begin(), named.end());
  for (PageParagraph& paragraph : paragraphs) {
    if (paragraph.style != LineStyle::kHeading) continue;
    const std::string text = folded(text_of(paragraph));
    const auto item = std::lower_bound(named.begin(), named.end(), std::pair(text, std::uint8_t{0}));
    if (item != named.end() && item->first == text) {
      paragraph.level = item->second;
      continue;
    }
    const auto font = std::find(fonts.begin(), fonts.end(), font_of(paragraph));
    paragraph.level = static_cast<std::uint8_t>(
        std::min(kDeepest, static_cast<std::size_t>(font - fonts.begin()) + 1));
  }
}

void place_notes(std::vector<PageParagraph>& paragraphs) {
  std::vector<PageParagraph> notes, placed;
  const auto refers = [](const PageParagraph& paragraph, const PageParagraph& note) {
    return std::any_of(paragraph.lines.begin(), paragraph.lines.end(), [&](const PageLine& line) {
      return line.page == note.lines.front().page &&
             std::find(line.line.note_marks.begin(), line.line.note_marks.end(), note.note) !=
                 line.line.note_marks.end();
    });
  };
  std::vector<bool> moves;
  for (const PageParagraph& paragraph : paragraphs)
    moves.push_back(!paragraph.note.empty() &&
                    std::any_of(paragraphs.begin(), paragraphs.end(),
                                [&](const PageParagraph& other) { return refers(other, paragraph); }));
  for (std::size_t i = 0; i < paragraphs.size(); ++i)
    (moves[i] ? notes : placed).push_back(std::move(paragraphs[i]));
  paragraphs.clear();
  for (PageParagraph& paragraph : placed) {
    std::vector<PageParagraph> own;
    for (PageParagraph& note : notes)
      if (!note.lines.empty() && refers(paragraph, note)) own.push_back(std::exchange(note, {}));
    paragraphs.push_back(std::move(paragraph));
    for (PageParagraph& note : own) paragraphs.push_back(std::move(note));
  }
}

}  // namespace ordalag::extract
