#include "indexer/extract/pdf/page_lines.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

constexpr float kSmallPrint = 0.92F;  // of the body's size, at most, notes are set in
constexpr float kRaisedSize = 0.8F;   // of the size of its neighbours, a reference to a note

using Words = std::vector<PageWord>;

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

// The mark that opens a note ("1", "12", "*"), at most three bytes; empty for another word.
std::string note_mark(const PageWord& word) {
  std::string_view text = word.text;
  while (text.ends_with('.') || text.ends_with(')')) text.remove_suffix(1);
  if (text.empty() || text.size() > 3) return {};
  const bool number = std::all_of(text.begin(), text.end(), is_digit_byte);
  const bool stars = std::all_of(text.begin(), text.end(), [](char c) { return c == '*'; });
  return number || stars ? std::string(text) : std::string();
}

float size_of(const Words& line) {
  float size = 0;
  for (const PageWord& word : line) size = std::max(size, word.size);
  return size;
}

// Where the notes of a column start: after the last line that is not small print. Its size when
// there are none.
std::size_t notes_begin(const std::vector<Words>& lines, float body_size) {
  std::size_t begin = lines.size();
  while (begin > 0 && size_of(lines[begin - 1]) <= body_size * kSmallPrint) --begin;
  while (begin < lines.size() && note_mark(lines[begin].front()).empty()) ++begin;
  // A column of small print throughout is no note.
  return begin == 0 ? lines.size() : begin;
}

bool is_raised(const PageWord& word, const PageWord& before) {
  return word.size <= before.size * kRaisedSize &&
         word.box.middle() < before.box.middle() - before.box.height() * 0.05F &&
         word.box.left - before.box.right < before.size * 0.5F;
}

struct Column {
  std::uint32_t region = 0;
  std::vector<Words> lines;
  std::size_t notes = 0;  // index of the first line of its notes
  bool turned = false;    // words that do not stand upright
};

// Some programs print the mark of a note and its first word as one ("1See"): they are divided where
// a raised reference on the page has that mark.
void divide_note_marks(std::vector<Column>& columns, float body_size) {
  std::vector<std::string> raised;
  for (const Column& column : columns)
    for (const Words& line : column.lines)
      for (std::size_t w = 1; w < line.size(); ++w)
        if (is_raised(line[w], line[w - 1])) raised.push_back(line[w].text);
  for (Column& column : columns)
    for (Words& line : column.lines) {
      if (size_of(line) > body_size * kSmallPrint) continue;
      PageWord& first = line.front();
      const std::size_t mark =
          std::min(first.text.find_first_not_of("0123456789*"), first.text.size());
      if (mark == 0 || mark == first.text.size() ||
          !is_letter(code_point_at(first.text, mark).value) ||
          std::find(raised.begin(), raised.end(), first.text.substr(0, mark)) == raised.end())
        continue;
      PageWord rest = first;
      rest.text.erase(0, mark);
      first.text.resize(mark);
      const float letters =
          static_cast<float>(mark) + static_cast<float>(count_code_points(rest.text));
      first.box.right = first.box.left + first.box.width() * static_cast<float>(mark) / letters;
      rest.box.left = first.box.right;
      line.insert(line.begin() + 1, std::move(rest));
    }
}

void mark_references(std::vector<Column>& columns) {
  std::vector<std::string> marks;
  for (const Column& column : columns)
    for (std::size_t i = column.notes; i < column.lines.size(); ++i)
      if (std::string mark = note_mark(column.lines[i].front()); !mark.empty())
        marks.push_back(std::move(mark));
  if (marks.empty()) return;
  for (Column& column : columns)
    for (std::size_t i = 0; i < column.notes; ++i) {
      Words& line = column.lines[i];
      for (std::size_t w = 1; w < line.size(); ++w)
        line[w].note_reference =
            is_raised(line[w], line[w - 1]) &&
            std::find(marks.begin(), marks.end(), note_mark(line[w])) != marks.end();
    }
}

Box box_of(const std::vector<Words>& lines) {
  Box box = lines.front().front().box;
  for (const Words& line : lines)
    for (const PageWord& word : line) box.include(word.box);
  return box;
}

void add_column(const Column& column, const LinedPage& setting, KnownWords& known,
                std::vector<PageLine>& out) {
  const Box frame = box_of(column.lines);
  for (std::size_t i = 0; i < column.lines.size(); ++i) {
    const Words& words = column.lines[i];
    PageLine line;
    line.line = make_line(words, setting.word_space, known);
    if (line.line.text.empty()) continue;
    line.page = setting.page;
    line.region = column.region;
    line.column = frame;
    line.first_word_width = words.front().box.width();
    line.in_note = i >= column.notes;
    if (line.in_note) line.note = note_mark(words.front());
    out.push_back(std::move(line));
  }
}

// A row of a table: its cells, each read line by line, joined by bars.
void add_table_row(const PageRegion& region, std::uint32_t number, const LinedPage& setting,
                   KnownWords& known, std::vector<PageLine>& out) {
  PageLine row;
  for (const Words& cell : region.cells) {
    if (cell.empty()) continue;
    std::string text;
    for (const Words& words : group_into_lines(cell)) {
      const TextLine line = make_line(words, setting.word_space, known);
      if (!text.empty()) text += ' ';
      text += line.text;
      if (row.line.text.empty() && text == line.text) {
        row.line = line;
        row.line.text.clear();
      }
      row.line.box.include(line.box);
    }
    if (!row.line.text.empty()) row.line.text += " | ";
    row.line.text += text;
  }
  row.page = setting.page;
  row.region = number;
  row.kind = RegionKind::kTable;
  row.column = row.line.box;
  if (!row.line.text.empty()) out.push_back(std::move(row));
}

}  // namespace

std::vector<PageLine> read_lines(const PdfPage& page, const LinedPage& setting, KnownWords& known) {
  Words upright, turned;
  for (const PageWord& word : page.words) (word.upright ? upright : turned).push_back(word);
  std::vector<PageRegion> regions = order_regions(std::move(upright), setting.body_size);
  std::uint32_t number = setting.first_region;
  std::vector<Column> columns;
  std::vector<const PageRegion*> rows;  // beside `columns`: the table row, or null
  for (const PageRegion& region : regions) {
    Column column;
    column.region = number++;
    if (region.kind == RegionKind::kText) {
      column.lines = group_into_lines(region.words);
    }
    columns.push_back(std::move(column));
    rows.push_back(region.kind == RegionKind::kTable ? &region : nullptr);
  }
  if (!turned.empty()) {
    // Each turned word is a line of its own: how they belong together is not known.
    Column column;
    column.region = number++;
    column.turned = true;
    for (PageWord& word : turned) column.lines.push_back({std::move(word)});
    column.notes = column.lines.size();
    columns.push_back(std::move(column));
    rows.push_back(nullptr);
  }
  divide_note_marks(columns, setting.body_size);
  for (Column& column : columns)
    if (!column.turned) column.notes = notes_begin(column.lines, setting.body_size);
  mark_references(columns);
  std::vector<PageLine> lines;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (rows[i] != nullptr)
      add_table_row(*rows[i], columns[i].region, setting, known, lines);
    else
      add_column(columns[i], setting, known, lines);
  }
  return lines;
}

namespace {

using PlacedNumber = std::pair<std::size_t, std::uint32_t>;  // line, and the number beside it

// Notes and tables are not counted by those who number lines.
bool is_numbered(const PageLine& line) { return line.kind == RegionKind::kText && !line.in_note; }

// Where every fifth line has its number, those between have theirs: as far as the count fits, and
// from the outermost numbers on for less than a step.
void number_between(const std::vector<PlacedNumber>& placed, std::vector<PageLine>& lines) {
  std::uint32_t step = 0;
  for (std::size_t i = 1; i < placed.size(); ++i) {
    const auto [from, low] = placed[i - 1];
    const auto [to, high] = placed[i];
    if (to <= from || high <= low) continue;
    const auto counted =
        std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(from) + 1,
                      lines.begin() + static_cast<std::ptrdiff_t>(to), is_numbered);
    if (static_cast<std::uint32_t>(counted) + 1 != high - low) continue;
    step = high - low;
    std::uint32_t number = low;
    for (std::size_t line = from + 1; line < to; ++line)
      if (is_numbered(lines[line])) lines[line].printed_number = ++number;
  }
  if (step < 2) return;
  std::uint32_t number = placed.front().second;
  for (std::size_t line = placed.front().first; line-- > 0 && number > 1;)
    if (is_numbered(lines[line]) && placed.front().second - number + 1 < step)
      lines[line].printed_number = --number;
  number = placed.back().second;
  for (std::size_t line = placed.back().first + 1; line < lines.size(); ++line)
    if (is_numbered(lines[line]) && number - placed.back().second + 1 < step)
      lines[line].printed_number = ++number;
}

}  // namespace

void assign_line_numbers(std::vector<PageLine>& lines,
                         const std::vector<PrintedLineNumber>& numbers) {
  constexpr float kBeside = 0.4F;
  std::vector<std::pair<std::size_t, std::uint32_t>> placed;
  for (const PrintedLineNumber& number : numbers) {
    std::size_t best = lines.size();
    float most = kBeside, nearest = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const float overlap = vertical_overlap(lines[i].line.box, number.box);
      const float distance = std::min(std::abs(lines[i].line.box.left - number.box.right),
                                      std::abs(number.box.left - lines[i].line.box.right));
      if (overlap < most || (best < lines.size() && overlap < most + 0.1F && distance > nearest))
        continue;
      most = overlap;
      nearest = distance;
      best = i;
    }
    if (best == lines.size()) continue;
    lines[best].printed_number = number.value;
    placed.emplace_back(best, number.value);
  }
  number_between(placed, lines);
}

}  // namespace ordalag::extract
