#include "indexer/extract/office/paragraph_sink.hpp"

#include <algorithm>
#include <utility>

#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

using reading::LineStyle;

constexpr std::uint32_t kLongestHeading = 120;  // code points
constexpr std::uint8_t kDeepestHeading = 6;
constexpr std::size_t kMostParagraphsInCell = 3;

bool could_be_heading(std::string_view text) {
  constexpr std::string_view kRunningTextEnds = ".:;,";
  return !text.empty() && count_code_points(text) <= kLongestHeading &&
         kRunningTextEnds.find(text.back()) == std::string_view::npos;
}

bool opens_with_bullet(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("– ") || text.starts_with("• ") ||
         text.starts_with("* ");
}

bool is_layout(const OfficeRow& row) {
  std::size_t filled = 0;
  for (const std::vector<OfficeParagraph>& cell : row) {
    filled += !cell.empty();
    if (cell.size() > kMostParagraphsInCell) return true;
    for (const OfficeParagraph& paragraph : cell)
      if (paragraph.style != LineStyle::kParagraph) return true;
  }
  return filled <= 1;
}

}  // namespace

ParagraphSink::ParagraphSink(std::string_view format)
    : builder_(format, reading::SourceUnit::kParagraph) {}

void ParagraphSink::add(OfficeParagraph paragraph) {
  // A line break within a paragraph is a space, but before a bullet typed by hand it is the end of
  // a line.
  std::vector<std::string> lines;
  std::string_view rest = paragraph.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string line = one_line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) continue;
    if (lines.empty() || opens_with_bullet(line))
      lines.push_back(std::move(line));
    else
      lines.back().append(" ").append(line);
  }
  if (lines.empty()) return;
  if (paragraph.contents) {
    builder_.leave_out("table_of_contents", static_cast<std::uint32_t>(lines.size()),
                       {builder_.last_number() + 1, builder_.last_number() + 1});
    return;
  }
  builder_.add_blank();
  LineHints hints;
  hints.style = paragraph.style;
  hints.level = paragraph.level;
  const bool heading = paragraph.style == LineStyle::kHeading;
  if (heading) deepest_ = std::max(deepest_, paragraph.level);
  if (paragraph.title && title_.empty()) title_ = lines.front();
  builder_.add(lines.front(), hints);
  if (paragraph.bold && paragraph.style == LineStyle::kParagraph && lines.size() == 1 &&
      could_be_heading(lines.front()))
    bold_.push_back(builder_.extracted().lines.size() - 1);
  LineHints further;
  further.style = LineStyle::kParagraph;
  for (std::size_t i = 1; i < lines.size(); ++i) builder_.add_within(lines[i], further);
  for (std::string& note : paragraph.notes) {
    OfficeParagraph own;
    own.text = std::move(note);
    add(std::move(own));
  }
}

void ParagraphSink::add_row(OfficeRow row) {
  if (is_layout(row)) {
    for (std::vector<OfficeParagraph>& cell : row)
      for (OfficeParagraph& paragraph : cell) add(std::move(paragraph));
    return;
  }
  OfficeParagraph line;
  line.style = LineStyle::kTableRow;
  for (std::vector<OfficeParagraph>& cell : row) {
    std::string text;
    for (OfficeParagraph& paragraph : cell) {
      std::replace(paragraph.text.begin(), paragraph.text.end(), '\n', ' ');
      text += (text.empty() ? "" : " ") + one_line(paragraph.text);
      std::move(paragraph.notes.begin(), paragraph.notes.end(), std::back_inserter(line.notes));
    }
    if (text.empty()) continue;
    line.text += (line.text.empty() ? "" : " | ") + text;
  }
  add(std::move(line));
}

Result<reading::ExtractedText> ParagraphSink::finish() && {
  reading::ExtractedText& extracted = builder_.extracted();
  if (extracted.lines.empty()) return fail(ErrorCode::kBadInput, "there is no text in it");
  const auto level = static_cast<std::uint8_t>(std::min<int>(deepest_ + 1, kDeepestHeading));
  for (const std::size_t line : bold_) {
    extracted.lines[line].style = LineStyle::kHeading;
    extracted.lines[line].level = level;
  }
  if (!title_.empty()) extracted.title = title_;
  return std::move(builder_).finish();
}

}  // namespace ordalag::extract
