#include "indexer/reading/paragraphs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

// Of two adjacent lines, so many must go on in lower case for a text to count as wrapped: three
// in the whole, and one in ten. Texts with a paragraph a line stay under one in fifty.
constexpr std::size_t kFewestWrapped = 3;
constexpr std::size_t kWrappedShare = 10;

constexpr std::size_t kWindow = 20;      // lines to each side that set the local width
constexpr std::size_t kFewestLocal = 4;  // wrapped lines among them, else the whole text counts
// A line counts as filled when the next word would have brought it over this share of the median
// width: letters differ in width, so the letters of filled lines vary in number by a tenth. The
// median, because some lines are twice as long (halves of words joined by whoever made the text).
// In mid-sentence less is asked, since only a heading could end there.
constexpr double kFilled = 0.95;
constexpr double kFilledMidSentence = 0.8;
constexpr double kTwoLines = 1.2;     // longer than this share of the width: lines were joined
constexpr double kJoinedSlack = 0.2;  // by which joined lines miss a multiple of the width
constexpr std::uint32_t kLongestHeading = 80;  // code points, of a heading close to other text

constexpr std::uint32_t kShortestUnfinished = 30;  // code points of a sentence cut by a blank line

constexpr std::uint8_t kMostTrailing = 4;

// Both lines belong to the same stretch: nothing stood between them.
bool adjacent(const Line& next) { return !next.blank_before && !next.page_before; }

bool is_plain(const Line& line) {
  return line.style == LineStyle::kUnknown || line.style == LineStyle::kListItem;
}

// "av Anna Ek (S)"
bool is_byline(std::string_view line) {
  return first_word(line) == "av" && line.size() > 3 && starts_upper(line.substr(3)) &&
         line.find('(') != std::string_view::npos;
}

// The line is broken where its width ended: the next one, adjacent, goes on in lower case.
bool is_wrapped(const Line& line, const Line& next) {
  return adjacent(next) && is_plain(line) && is_plain(next) && !next.mark &&
         starts_lower(next.content) && !ends_sentence(line.content) &&
         !ends_with(line.content, ':');
}

// The width to which the lines around each line were filled; 0 where lines are not wrapped.
class WrapWidth {
 public:
  explicit WrapWidth(const Draft& draft) : lines_(draft.lines) {
    std::size_t pairs = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (adjacent(lines_[i + 1]) && !lines_[i + 1].mark) ++pairs;
      if (is_wrapped(lines_[i], lines_[i + 1])) wrapped_.push_back(i);
    }
    if (wrapped_.size() < kFewestWrapped || wrapped_.size() * kWrappedShare < pairs)
      wrapped_.clear();
    std::vector<std::uint32_t> widths;
    for (const std::size_t i : wrapped_) widths.push_back(lines_[i].width);
    overall_ = median(widths);
  }

  // Lines are asked for in rising order.
  std::uint32_t around(std::size_t line) {
    if (wrapped_.empty()) return 0;
    while (first_ < wrapped_.size() && wrapped_[first_] + kWindow < line) ++first_;
    std::vector<std::uint32_t> widths;
    for (std::size_t w = first_; w < wrapped_.size() && wrapped_[w] <= line + kWindow; ++w)
      widths.push_back(lines_[wrapped_[w]].width);
    return widths.size() < kFewestLocal ? overall_ : median(widths);
  }

 private:
  static std::uint32_t median(std::vector<std::uint32_t>& widths) {
    if (widths.empty()) return 0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return *middle;
  }

  const std::vector<Line>& lines_;
  std::vector<std::size_t> wrapped_;
  std::size_t first_ = 0;
  std::uint32_t overall_ = 0;
};

class Joiner {
 public:
  explicit Joiner(Draft& draft) : draft_(draft), width_(draft) {}

  void run() {
    for (std::size_t i = 0; i < draft_.lines.size(); ++i) {
      const auto at = static_cast<std::uint32_t>(i);
      if (i > 0 && goes_on(i)) {
        draft_.blocks.back().end = at + 1;
        continue;
      }
      Block block;
      block.begin = at;
      block.end = at + 1;
      block.kind = kind_of(draft_.lines[i]);
      draft_.blocks.push_back(std::move(block));
    }
  }

 private:
  static PassageKind kind_of(const Line& line) {
    if (line.style == LineStyle::kTableRow) return PassageKind::kTableRow;
    const bool item = line.mark || line.style == LineStyle::kListItem;
    return item ? PassageKind::kListItem : PassageKind::kParagraph;
  }

  // True when line `i` belongs to the block of the line before it.
  bool goes_on(std::size_t i) {
    const Line& before = draft_.lines[i - 1];
    const Line& next = draft_.lines[i];
    width_here_ = width_.around(i - 1);
    const bool filled = is_filled(before, next);
    if (!is_plain(before) || !is_plain(next) || next.mark || is_item_of_its_own(before, next)) {
      in_bare_list_ = false;
      return false;
    }
    if (opens_clause(i, filled)) {
      in_bare_list_ = true;
      return false;
    }
    if (ends_in_hyphen(before.content) && (starts_lower(next.content) || adjacent(next)))
      return true;
    if (starts_lower(next.content)) return lower_goes_on(before, next, filled);
    in_bare_list_ = false;
    if (ends_sentence(before.content) && stands_over(i)) return false;
    return upper_goes_on(before, next, filled);
  }

  // The source itself says that an item begins here.
  bool is_item_of_its_own(const Line& before, const Line& next) const {
    return draft_.extracted.unit == SourceUnit::kParagraph && next.style == LineStyle::kListItem &&
           next.number != before.number;
  }

  // "att ..." under a line that the width did not break, beside another such clause: the motions of
  // a council list so what they ask for.
  bool opens_clause(std::size_t i, bool filled) const {
    if (!is_clause(i)) return false;
    if (is_clause(draft_.blocks.back().begin)) return !filled || links_clauses(i - 1);
    return !filled && adjacent(draft_.lines[i]) && clause_follows(i);
  }

  bool is_clause(std::size_t line) const {
    return equals_folded(first_word(draft_.lines[line].content), "att");
  }

  // Ends as an item does that has another after it: "…, samt", "…;".
  bool links_clauses(std::size_t line) const {
    const std::string_view text = draft_.lines[line].content;
    return ends_with(text, ',') || ends_with(text, ';') || equals_folded(last_word(text), "samt");
  }

  // The clause of line `i` is wrapped to a few lines at most, and another comes after it.
  bool clause_follows(std::size_t i) const {
    constexpr std::size_t kMostLines = 4;
    for (std::size_t n = i + 1; n < draft_.lines.size() && n <= i + kMostLines; ++n) {
      if (!adjacent(draft_.lines[n])) return false;
      if (is_clause(n)) return n == i + 1 || links_clauses(n - 1);
    }
    return false;
  }

  // "2.1 Skola" at the head of a block: what follows with a capital is its text.
  bool is_numbered_heading(const Line& line) const {
    const Block& block = draft_.blocks.back();
    return block.end - block.begin == 1 && line.width <= kLongestHeading &&
           numbering_depth(line.content) > 0 && !ends_sentence(line.content);
  }

  // Line `i` is short, without a full stop, and not filled up by the line after it: a heading.
  bool stands_over(std::size_t i) const {
    if (i + 1 >= draft_.lines.size()) return false;
    const Line& line = draft_.lines[i];
    const Line& after = draft_.lines[i + 1];
    return line.width <= kLongestHeading && !ends_sentence(line.content) &&
           !starts_lower(after.content) && !is_filled(line, after);
  }

  // The first word of the next line would not have had room.
  bool is_filled(const Line& before, const Line& next) const {
    if (width_here_ == 0) return false;
    const auto width = static_cast<double>(width_here_);
    double length = before.width;
    const bool ended = ends_sentence(before.content);
    if (length > kTwoLines * width) {
      // Lines that whoever made the text joined to mend a divided word: the last of them counts.
      const double last = std::fmod(length, width);
      const bool full = last < kJoinedSlack * width || last > (1 - kJoinedSlack) * width;
      if (full || !ended) return true;
      length = last;
    }
    // Only a heading ends without a full stop, and a heading opens its block.
    const bool within = draft_.blocks.back().end - draft_.blocks.back().begin > 1;
    const double share = !ended && within ? kFilledMidSentence : kFilled;
    return length + 1 + count_code_points(first_word(next.content)) > share * width;
  }

  bool lower_goes_on(const Line& before, const Line& next, bool filled) {
    const bool colon = ends_with(before.content, ':');
    if (colon && !(filled && adjacent(next))) {
      in_bare_list_ = true;  // "Vi vill:" and items without bullets
      return false;
    }
    if (in_bare_list_) {
      const bool clause = is_clause(draft_.blocks.back().begin);  // only "att" opens the next one
      return adjacent(next) ? filled || clause : ends_open(before.content);
    }
    if (!ends_sentence(before.content)) {
      if (adjacent(next)) return true;
      // Over a blank line only what is plainly unfinished goes on: a title does not, nor a byline.
      const bool unfinished = before.width >= kShortestUnfinished || before.mark ||
                              ends_open(before.content) || cuts_sentence(next);
      return unfinished && !is_byline(next.content);
    }
    return adjacent(next) && (filled || ends_in_abbreviation(before.content));
  }

  // A line within a paragraph is no title, however short. But "… vill" may open a list of such
  // lines.
  bool cuts_sentence(const Line& next) const {
    if (draft_.blocks.back().end - draft_.blocks.back().begin < 2) return false;
    const auto* after = &next + 1;
    const auto* const end = draft_.lines.data() + draft_.lines.size();
    while (after < end && adjacent(*after)) ++after;
    return after == end || !starts_lower(after->content);
  }

  bool upper_goes_on(const Line& before, const Line& next, bool filled) const {
    if (opens_list(before.content) && !filled) return false;
    if (is_numbered_heading(before) && !next.page_before) return false;
    // Where lines are wrapped, a short line is short on purpose.
    const bool open =
        ends_open(before.content) && (filled || width_here_ == 0 || ends_with(before.content, ','));
    if (next.blank_before && !next.page_before) return open && before.width > 30;
    const bool ended = ends_sentence(before.content);
    if (next.page_before) return open || (filled && !ended) || (filled && !next.blank_before);
    if (open) return true;
    return filled && !paragraph_ends(before);
  }

  // Texts out of word processors keep a paragraph's last white space: more than a wrapped line has.
  bool paragraph_ends(const Line& line) const {
    return draft_.typical_trailing && line.trailing > *draft_.typical_trailing;
  }

  Draft& draft_;
  WrapWidth width_;
  std::uint32_t width_here_ = 0;  // of the lines around; 0 where they are not wrapped
  bool in_bare_list_ = false;
};

// Rows of tab-separated cells, at least two together.
void find_tab_rows(Draft& draft) {
  const auto has_cells = [](const Line& line) {
    return line.style == LineStyle::kUnknown && !line.mark &&
           line.content.find('\t') != std::string_view::npos;
  };
  for (std::size_t i = 0; i + 1 < draft.lines.size(); ++i) {
    Line& line = draft.lines[i];
    Line& next = draft.lines[i + 1];
    const bool cells = has_cells(line) || line.style == LineStyle::kTableRow;
    if (!cells || !has_cells(next)) continue;
    line.style = LineStyle::kTableRow;
    next.style = LineStyle::kTableRow;
  }
}

// The cells of a line whose columns are parted by blanks; 1 where nothing is.
std::size_t count_cells(std::string_view line, bool& ends_in_amount) {
  constexpr std::string_view kGap = "  ";
  std::size_t cells = 1;
  std::size_t last = 0;
  for (std::size_t at = line.find(kGap); at != std::string_view::npos; at = line.find(kGap, last)) {
    ++cells;
    last = std::min(line.find_first_not_of(' ', at), line.size());
  }
  const std::string_view cell = line.substr(last);
  ends_in_amount = cell.find_first_of("0123456789") != std::string_view::npos &&
                   cell.find_first_not_of("0123456789.,%+- ") == std::string_view::npos;
  return cells;
}

// Rows of cells parted by blanks: of three columns two together, of two columns, the last of which
// holds amounts, three.
void find_blank_rows(Draft& draft) {
  constexpr std::size_t kFewestRows = 2;
  constexpr std::size_t kFewestPairs = 3;
  std::size_t rows = 0;  // that end at the line before
  std::size_t cells_before = 0;
  for (std::size_t i = 0; i <= draft.lines.size(); ++i) {
    std::size_t cells = 0;
    if (i < draft.lines.size()) {
      const Line& line = draft.lines[i];
      bool amount = false;
      if (line.style == LineStyle::kUnknown && !line.mark)
        cells = count_cells(line.content, amount);
      if (cells < 2 || (cells == 2 && !amount)) cells = 0;
      if (cells > 0 && cells == cells_before && adjacent(line)) {
        ++rows;
        continue;
      }
    }
    if (rows >= (cells_before > 2 ? kFewestRows : kFewestPairs)) {
      std::size_t first = i - rows;
      // The head has no cell over the names of the rows.
      bool amount = false;
      const bool head = first > 0 && adjacent(draft.lines[first]) && cells_before > 2 &&
                        draft.lines[first - 1].style == LineStyle::kUnknown &&
                        count_cells(draft.lines[first - 1].content, amount) + 1 >= cells_before;
      if (head) --first;
      for (std::size_t n = first; n < i; ++n) draft.lines[n].style = LineStyle::kTableRow;
    }
    rows = cells > 0 ? 1 : 0;
    cells_before = cells;
  }
}

// The amount of white space after wrapped lines, where nine in ten have the same.
std::optional<std::uint32_t> typical_trailing(const Draft& draft) {
  constexpr std::size_t kFewest = 10;
  std::array<std::size_t, kMostTrailing + 1> counts{};
  std::size_t all = 0;
  for (std::size_t i = 0; i + 1 < draft.lines.size(); ++i) {
    if (!is_wrapped(draft.lines[i], draft.lines[i + 1])) continue;
    ++counts[std::min(draft.lines[i].trailing, kMostTrailing)];
    ++all;
  }
  const auto* const most = std::max_element(counts.begin(), counts.end());
  if (all < kFewest || *most * 10 < all * 9) return std::nullopt;
  return static_cast<std::uint32_t>(most - counts.begin());
}

}  // namespace

void gather_lines(Draft& draft) {
  std::vector<Line> kept;
  bool blank = false;
  bool page = false;
  for (Line& line : draft.lines) {
    if (draft.blank(line) || line.leaving != Leaving::kStays) {
      const bool page_furniture = line.leaving == Leaving::kPageNumber ||
                                  line.leaving == Leaving::kRunningHeader ||
                                  line.leaving == Leaving::kOrnament;
      blank = blank || !page_furniture;
      page = page || page_furniture || line.page_before;
      continue;
    }
    line.blank_before = blank;
    line.page_before = line.page_before || page;
    line.width = count_code_points(line.content);
    blank = false;
    page = false;
    kept.push_back(line);
  }
  draft.lines = std::move(kept);
  find_tab_rows(draft);
  find_blank_rows(draft);
  draft.typical_trailing = typical_trailing(draft);
}

void join_lines(Draft& draft) { Joiner(draft).run(); }

}  // namespace ordalag::reading
