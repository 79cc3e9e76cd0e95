#include "indexer/extract/pdf/page_regions.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "indexer/extract/pdf/text_line.hpp"
#include "indexer/extract/pdf/white_strips.hpp"

namespace ordalag::extract {
namespace {

// A strip between columns is at least this wide: points, and parts of the body's font size.
constexpr float kNarrowestStrip = 8;
constexpr float kNarrowestStripInEms = 0.8F;
// Between the cells of a table, narrower ones do: parts of the font size.
constexpr float kNarrowestCellStrip = 0.6F;
// Each side of a strip takes at least this part of the block's width. Bullets, list numbers and the
// page numbers of a table of contents stand in narrower ones.
constexpr float kNarrowestColumn = 0.12F;
// What makes a column of running text: lines filled, and by words.
constexpr float kTextFill = 0.5F;
constexpr float kTextWordsPerLine = 2.5F;
constexpr std::size_t kFewestLines = 3;
// A distance between lines that is this much greater than usual starts a paragraph or a cell.
constexpr float kWideStep = 1.35F;
constexpr float kHeadingSize = 1.15F;
constexpr int kDeepest = 4;

struct Extent {
  float left = 0, right = 0;
  float width() const { return right - left; }
};

Extent extent_of(const std::vector<WordRow>& rows) {
  Extent extent{rows.front().box.left, rows.front().box.right};
  for (const WordRow& row : rows) {
    extent.left = std::min(extent.left, row.box.left);
    extent.right = std::max(extent.right, row.box.right);
  }
  return extent;
}

struct Run {
  std::size_t begin = 0, end = 0;  // rows
  std::vector<Strip> strips;
};

bool left_only(const WordRow& row, const std::vector<Strip>& strips) {
  return row.box.right <= strips.front().right;
}

// The longest run of rows from `begin` that one strip at least goes through.
Run longest_run(const std::vector<WordRow>& rows, std::size_t begin, const Extent& extent,
                float least) {
  const float margin = extent.width() * kNarrowestColumn;
  const float left = extent.left + margin, right = extent.right - margin;
  Run run{begin, begin + 1, {}};
  if (right <= left) return run;
  const std::vector<Strip> whole = {{left, right}};
  const auto free_of = [&](const WordRow& row) {
    return intersect(whole, free_strips(row, extent.left, extent.right), least);
  };
  run.strips = free_of(rows[begin]);
  while (run.end < rows.size() && !run.strips.empty()) {
    std::vector<Strip> next = intersect(run.strips, free_of(rows[run.end]), least);
    if (next.empty()) break;
    run.strips = std::move(next);
    ++run.end;
  }
  return run;
}

// True when `row` opens the column right of a strip: it stands where that column's lines begin.
bool opens_column(const WordRow& row, const Run& run, const std::vector<WordRow>& rows) {
  for (const Strip& strip : run.strips) {
    if (row.box.left < strip.left) continue;
    float left = std::numeric_limits<float>::max();
    for (std::size_t i = run.begin; i < run.end; ++i)
      for (const PageWord& word : rows[i].words)
        if (word.box.left >= strip.left) left = std::min(left, word.box.left);
    if (row.box.left - left < row.size) return true;
  }
  return false;
}

// True when the text right of the first strip goes on beside row `i`, without a gap as high as it.
bool right_goes_on_beside(std::size_t i, const Run& run, const std::vector<WordRow>& rows) {
  float above = std::numeric_limits<float>::lowest(), below = std::numeric_limits<float>::max();
  for (std::size_t r = run.begin; r < run.end; ++r)
    for (const PageWord& word : rows[r].words) {
      if (word.box.left < run.strips.front().left) continue;
      if (r < i) above = std::max(above, word.box.bottom);
      if (r > i) below = std::min(below, word.box.top);
    }
  return below - above < rows[i].box.height();
}

// Without the rows at its ends that stand left of all strips and belong to what comes before or
// after; cut before a heading that stands alone within.
void trim(Run& run, const std::vector<WordRow>& rows, float body_size) {
  // A heading over the columns may happen to leave one of their strips free.
  const auto stands_before = [&](const WordRow& row) {
    const bool one_sided = std::any_of(run.strips.begin(), run.strips.end(), [&](const Strip& strip) {
      return row.box.right <= strip.right || row.box.left >= strip.left;
    });
    return left_only(row, run.strips) ||
           (one_sided && row.size > body_size * kHeadingSize && !opens_column(row, run, rows));
  };
  while (run.begin < run.end && stands_before(rows[run.begin])) ++run.begin;
  bool right_seen = false;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const WordRow& row = rows[i];
    if (!left_only(row, run.strips)) {
      right_seen = true;
      continue;
    }
    const bool far = i > run.begin && row.box.top - rows[i - 1].box.bottom > row.size * 1.2F;
    const bool right_goes_on =
        std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                    rows.begin() + static_cast<std::ptrdiff_t>(run.end),
                    [&](const WordRow& later) { return !left_only(later, run.strips); });
    const bool heading =
        row.size > body_size * kHeadingSize && !right_goes_on_beside(i, run, rows);
    if (right_seen && (heading || (far && !right_goes_on))) {
      run.end = i;
      return;
    }
  }
}

std::vector<std::vector<PageWord>> split_at(const std::vector<Strip>& strips,
                                            const std::vector<PageWord>& words) {
  std::vector<std::vector<PageWord>> columns(strips.size() + 1);
  for (const PageWord& word : words) {
    const float middle = (word.box.left + word.box.right) / 2;
    const auto strip = std::find_if(strips.begin(), strips.end(), [&](const Strip& each) {
      return middle < (each.left + each.right) / 2;
    });
    columns[static_cast<std::size_t>(std::distance(strips.begin(), strip))].push_back(word);
  }
  return columns;
}

std::vector<PageWord> words_of(const std::vector<WordRow>& rows, std::size_t begin,
                               std::size_t end) {
  std::vector<PageWord> words;
  for (std::size_t i = begin; i < end; ++i)
    words.insert(words.end(), rows[i].words.begin(), rows[i].words.end());
  return words;
}

struct ColumnShape {
  float fill = 0;            // mean width of the lines, of the widest
  float words_per_line = 0;
  std::size_t lines = 0;
  float size = 0;
  std::vector<float> starts;  // tops of the lines that stand further from the line before
};

ColumnShape shape_of(const std::vector<PageWord>& words) {
  ColumnShape shape;
  std::vector<float> tops;
  float widest = 0, sum = 0;
  for (const std::vector<PageWord>& line : group_into_lines(words)) {
    Box box = line.front().box;
    for (const PageWord& word : line) box.include(word.box);
    widest = std::max(widest, box.width());
    sum += box.width();
    tops.push_back(box.top);
    shape.size = std::max(shape.size, line.front().size);
  }
  shape.lines = tops.size();
  if (tops.empty() || widest <= 0) return shape;
  const auto lines = static_cast<float>(tops.size());
  shape.fill = sum / lines / widest;
  shape.words_per_line = static_cast<float>(words.size()) / lines;
  std::vector<float> steps;
  for (std::size_t i = 1; i < tops.size(); ++i) steps.push_back(tops[i] - tops[i - 1]);
  if (steps.empty()) return shape;
  const auto low = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 4);
  std::vector<float> sorted = steps;
  std::nth_element(sorted.begin(), sorted.begin() + std::distance(steps.begin(), low),
                   sorted.end());
  const float usual = sorted[static_cast<std::size_t>(std::distance(steps.begin(), low))];
  for (std::size_t i = 1; i < tops.size(); ++i)
    if (steps[i - 1] > usual * kWideStep) shape.starts.push_back(tops[i]);
  return shape;
}

// True when the two columns leave their gaps at the same heights, as the rows of a table do.
bool start_together(const ColumnShape& a, const ColumnShape& b) {
  constexpr float kMostTogether = 0.7F;
  if (a.starts.size() < 2 || b.starts.size() < 2) return false;
  const float near = std::max(a.size, b.size) / 2;
  const auto together = std::count_if(a.starts.begin(), a.starts.end(), [&](float top) {
    return std::any_of(b.starts.begin(), b.starts.end(),
                       [&](float other) { return std::abs(top - other) < near; });
  });
  return static_cast<float>(together) >=
         kMostTogether * static_cast<float>(std::max(a.starts.size(), b.starts.size()));
}

bool is_text(const ColumnShape& shape) {
  return shape.lines >= kFewestLines && shape.fill >= kTextFill &&
         shape.words_per_line >= kTextWordsPerLine;
}

bool is_number(const PageWord& word) {
  return word.text.size() <= 3 && std::all_of(word.text.begin(), word.text.end(),
                                              [](char c) { return c >= '0' && c <= '9'; });
}

// Numbers that never fall from top to bottom: pages in a table of contents, not data.
bool are_page_numbers(std::vector<PageWord> words) {
  std::stable_sort(words.begin(), words.end(), [](const PageWord& a, const PageWord& b) {
    return a.box.middle() < b.box.middle();
  });
  return words.size() >= kFewestLines &&
         std::is_sorted(words.begin(), words.end(), [](const PageWord& a, const PageWord& b) {
           return std::stoi(a.text) < std::stoi(b.text);
         });
}

// Joins columns that hold no text of their own with their neighbours: narrow ones (bullets, list
// numbers) with the right one, page numbers of a table of contents with the left one.
void drop_narrow_columns(Run& run, const std::vector<PageWord>& words, float width) {
  for (std::size_t i = 0; i <= run.strips.size() && !run.strips.empty();) {
    const std::vector<PageWord> column = split_at(run.strips, words)[i];
    float left = std::numeric_limits<float>::max(), right = 0;
    for (const PageWord& word : column) {
      left = std::min(left, word.box.left);
      right = std::max(right, word.box.right);
    }
    const bool numbers = std::all_of(column.begin(), column.end(), is_number);
    const bool pages = numbers && are_page_numbers(column);
    const bool data = !column.empty() && numbers && !pages;
    if ((right - left >= width * kNarrowestColumn && !pages) || data) {
      ++i;
      continue;
    }
    const std::size_t strip = (numbers && i > 0) || i == run.strips.size() ? i - 1 : i;
    run.strips.erase(run.strips.begin() + static_cast<std::ptrdiff_t>(strip));
    if (strip < i) --i;
  }
}

enum class BandKind { kPlain, kColumns, kTable };

BandKind kind_of(const Run& run, const std::vector<WordRow>& rows) {
  if (run.strips.empty()) return BandKind::kPlain;
  std::vector<ColumnShape> shapes;
  for (const auto& column : split_at(run.strips, words_of(rows, run.begin, run.end)))
    shapes.push_back(shape_of(column));
  const bool enough = std::all_of(shapes.begin(), shapes.end(), [](const ColumnShape& shape) {
    return shape.lines >= kFewestLines;
  });
  if (!enough) return BandKind::kPlain;
  const bool together = start_together(shapes[0], shapes[1]);
  if (!together && std::all_of(shapes.begin(), shapes.end(), is_text)) return BandKind::kColumns;
  const auto two_sided = std::count_if(
      rows.begin() + static_cast<std::ptrdiff_t>(run.begin),
      rows.begin() + static_cast<std::ptrdiff_t>(run.end), [&](const WordRow& row) {
        return row.box.left < run.strips.front().left && !left_only(row, run.strips);
      });
  if (together || two_sided >= static_cast<std::ptrdiff_t>(kFewestLines)) return BandKind::kTable;
  return BandKind::kColumns;
}

// The rows of a table: where all of it steps further down, else where the first column has words.
void add_table(const std::vector<WordRow>& rows, const Run& run, std::vector<PageRegion>& out) {
  const std::vector<WordRow> own(rows.begin() + static_cast<std::ptrdiff_t>(run.begin),
                                 rows.begin() + static_cast<std::ptrdiff_t>(run.end));
  const Extent extent = extent_of(own);
  std::vector<Strip> strips = {{extent.left, extent.right}};
  float size = own.front().size;
  for (const WordRow& row : own) size = std::min(size, row.size);
  for (const WordRow& row : own)
    strips = intersect(strips, free_strips(row, extent.left, extent.right),
                       size * kNarrowestCellStrip);
  std::erase_if(strips, [&](const Strip& strip) {
    return strip.left <= extent.left || strip.right >= extent.right;
  });
  if (strips.empty()) strips = run.strips;
  std::size_t wide = 0;
  const auto steps_down = [&](std::size_t i) {
    return own[i].box.top - own[i - 1].box.bottom > own[i].size * 0.6F;
  };
  for (std::size_t i = 1; i < own.size(); ++i) wide += steps_down(i);
  const bool by_gaps = wide * 10 >= own.size() * 3;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const bool first_filled = own[i].box.left < strips.front().left;
    const bool starts = i == 0 || (by_gaps ? steps_down(i) : first_filled);
    if (starts) {
      out.push_back({RegionKind::kTable, {}, {}});
      out.back().cells.resize(strips.size() + 1);
    }
    std::vector<std::vector<PageWord>> cells = split_at(strips, own[i].words);
    for (std::size_t c = 0; c < cells.size(); ++c)
      out.back().cells[c].insert(out.back().cells[c].end(), cells[c].begin(), cells[c].end());
  }
}

void read_block(std::vector<PageWord> words, float body_size, int depth,
                std::vector<PageRegion>& out) {
  if (words.empty()) return;
  const std::vector<WordRow> rows = split_into_rows(words);
  const Extent extent = extent_of(rows);
  const float least = std::max(kNarrowestStrip, body_size * kNarrowestStripInEms);
  std::vector<PageWord> plain;
  const auto flush = [&] {
    if (!plain.empty()) out.push_back({RegionKind::kText, std::exchange(plain, {}), {}});
  };
  for (std::size_t i = 0; i < rows.size();) {
    Run run = longest_run(rows, i, extent, least);
    if (!run.strips.empty()) trim(run, rows, body_size);
    if (run.begin == i && !run.strips.empty())
      drop_narrow_columns(run, words_of(rows, run.begin, run.end), extent.width());
    const BandKind kind = run.begin == i && depth < kDeepest ? kind_of(run, rows) : BandKind::kPlain;
    if (kind == BandKind::kPlain) {
      plain.insert(plain.end(), rows[i].words.begin(), rows[i].words.end());
      ++i;
      continue;
    }
    flush();
    if (kind == BandKind::kTable)
      add_table(rows, run, out);
    else
      for (std::vector<PageWord>& column : split_at(run.strips, words_of(rows, run.begin, run.end)))
        read_block(std::move(column), body_size, depth + 1, out);
    i = run.end;
  }
  flush();
}

}  // namespace

std::vector<PageRegion> order_regions(std::vector<PageWord> words, float body_size) {
  std::vector<PageRegion> regions;
  read_block(std::move(words), body_size, 0, regions);
  return regions;
}

}  // namespace ordalag::extract
