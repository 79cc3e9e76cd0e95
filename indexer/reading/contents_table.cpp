#include "indexer/reading/contents_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/text/characters.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

constexpr std::array<std::string_view, 6> kContentsHeadings = {
    "innehåll",   "innehållsförteckning", "innehåll:", "innehållsförteckning:",
    "table of contents", "i det här programmet"};

constexpr std::size_t kLongestRow = 160;     // bytes
constexpr std::size_t kFewestPaged = 2;      // rows with page numbers under no heading
constexpr std::size_t kFewestUnheaded = 6;   // rows without page numbers under no heading
constexpr std::size_t kFewestHeaded = 2;     // ... under a heading
constexpr std::size_t kMisses = 3;           // rows in a row that need not recur (wrapped ones)
constexpr std::size_t kTop = 60;             // filled lines from the start, for an unheaded table

// The line without a number and dots at its end and without numbering at its start.
std::string row_key(std::string_view line) {
  std::string key = lower_case(trimmed(line));
  std::size_t end = key.size();
  while (end > 0 && std::string_view("0123456789. \t").find(key[end - 1]) != std::string_view::npos)
    --end;
  if (end > 0) key.resize(end);
  const std::size_t begin = key.find_first_not_of("0123456789. \t");
  return begin == std::string::npos ? key : key.substr(begin);
}

// The page of "Skola ........ 12", "2.1\tSkola\t12", "Skola    12"; empty for other lines, also for
// rows of figures.
std::optional<std::uint32_t> page_number(std::string_view line) {
  std::string_view number = last_word(line);
  if (const std::size_t dots = number.rfind('.'); dots != std::string_view::npos)
    number = number.substr(dots + 1);
  if (!is_all_digits(number) || number.size() > 4) return std::nullopt;
  const std::string_view before = line.substr(0, line.size() - number.size());
  const bool apart = before.ends_with('\t') || before.ends_with("  ") || before.ends_with("...") ||
                     before.ends_with(". .") || before.ends_with(". . ") ||
                     before.ends_with("... ") || before.ends_with("… ") || before.ends_with("…");
  if (!apart) return std::nullopt;
  std::size_t worded = 0;  // cells with words; numbering may stand in another
  for (std::size_t at = 0; at < before.size();) {
    const std::size_t end = std::min(before.find('\t', at), before.size());
    const std::string_view cell = before.substr(at, end - at);
    worded += starts_upper(cell) || starts_lower(cell) ||
                      (numbering_depth(cell) > 0 && trimmed(cell).size() > 4)
                  ? 1
                  : 0;
    at = end + 1;
  }
  if (worded != 1) return std::nullopt;
  std::uint32_t page = 0;
  std::from_chars(number.data(), number.data() + number.size(), page);
  return page;
}

bool has_page_number(std::string_view line) { return page_number(line).has_value(); }

bool is_contents_heading(const Line& line) {
  return std::any_of(kContentsHeadings.begin(), kContentsHeadings.end(),
                     [&](std::string_view heading) { return equals_folded(line.content, heading); });
}

bool could_be_row(const Line& line) {
  return line.content.size() <= kLongestRow && !ends_with(line.content, '.') &&
         !ends_with(line.content, ':');
}

// "4.4 Boende", "KAPITEL 5. Samhället"
bool is_numbered(std::string_view line) {
  const std::string_view word = first_word(line);
  return starts_with_digit(line) || equals_folded(word, "kapitel") || equals_folded(word, "del");
}

class ContentsTable {
 public:
  explicit ContentsTable(Draft& draft) : draft_(draft) {
    for (std::size_t i = 0; i < draft.lines.size(); ++i)
      if (!draft.blank(draft.lines[i]) && draft.lines[i].leaving == Leaving::kStays)
        filled_.push_back(i);
    for (std::size_t f = 0; f < filled_.size(); ++f)
      if (line(f).content.size() <= kLongestRow) places_[row_key(line(f).content)].push_back(f);
  }

  void leave_out() {
    for (std::size_t f = 0; f < filled_.size();) {
      std::size_t end = f;
      if (is_contents_heading(line(f))) {
        const std::size_t rows = skip_headings(f);
        end = std::max(paged_end(rows, 1), recurring_end(rows, kFewestHeaded));
        // A second heading, right after a table, has none of its own.
        const bool after_table =
            f > 0 && line(f - 1).leaving == Leaving::kTableOfContents;
        if (end == rows && !after_table) end = f;
      } else {
        end = paged_end(f, kFewestPaged);
        if (end == f && f < kTop)
          end = std::max(recurring_end(f, kFewestUnheaded), numbered_end(f));
        if (end > f && !has_page_number(line(f).content)) f = first_row(f, end);
      }
      for (std::size_t n = f; n < end; ++n)
        reading::leave_out(draft_, line(n), Leaving::kTableOfContents);
      f = std::max(end, f + 1);
    }
  }

 private:
  Line& line(std::size_t f) { return draft_.lines[filled_[f]]; }

  // "Innehåll" may stand twice, as a heading and as the header of its page.
  std::size_t skip_headings(std::size_t f) {
    while (f < filled_.size() && is_contents_heading(line(f))) ++f;
    return f;
  }

  // The end of the rows with page numbers from `f` on; a row may be wrapped onto a second line.
  std::size_t paged_end(std::size_t f, std::size_t fewest) {
    std::size_t rows = 0;
    std::size_t end = f;
    std::uint32_t last_page = 0;
    for (std::size_t n = f; n < filled_.size() && n <= end + 1; ++n) {
      if (!could_be_row(line(n))) break;
      const auto page = page_number(line(n).content);
      if (!page) continue;
      if (n > end && rows == 0 && fewest > 1) break;  // it must begin with such a row
      if (*page < last_page) break;  // a table of figures, or another table of contents
      last_page = *page;
      ++rows;
      end = n + 1;
    }
    return rows >= fewest ? end : f;
  }

  // The end of the numbered rows from `f` on, where there are parts under chapters ("2.1") among
  // them and no text between.
  std::size_t numbered_end(std::size_t f) {
    constexpr std::size_t kFewestParts = 3;
    std::size_t end = f;
    std::size_t rows = 0;
    std::size_t parts = 0;
    for (std::size_t n = f; n < filled_.size() && n <= end + 1; ++n) {
      if (!could_be_row(line(n)) || line(n).content.size() > kLongestRow / 2) break;
      if (!is_numbered(line(n).content)) {
        if (n == f) return f;
        continue;
      }
      const std::string_view number = first_word(line(n).content);
      const std::size_t stop = number.find('.');
      parts += stop != std::string_view::npos && stop + 1 < number.size() ? 1 : 0;
      ++rows;
      end = n + 1;
    }
    return rows >= kFewestUnheaded && parts >= kFewestParts ? end : f;
  }

  // The end of the rows from `f` on that recur after them.
  std::size_t recurring_end(std::size_t f, std::size_t fewest) {
    std::unordered_map<std::string, std::size_t> seen;
    std::size_t hits = 0;
    std::size_t misses = 0;
    std::size_t end = f;
    std::string first;
    for (std::size_t n = f; n < filled_.size() && misses <= kMisses; ++n) {
      if (!could_be_row(line(n))) break;
      const std::string key = row_key(line(n).content);
      if (key == first && !first.empty()) break;  // the text itself begins
      if (!recurs_after(key, n)) {
        if (hits == 0 && fewest > kFewestHeaded) return f;  // it must begin with such a row
        // A row seen before that is not seen again is a heading of the text.
        if (seen.contains(key)) break;
        // Headings change more often than their numbers: "4.4 ..." is a row all the same.
        if (!is_numbered(line(n).content)) ++misses;
        continue;
      }
      if (first.empty()) first = key;
      if (!seen.emplace(key, n).second) break;
      ++hits;
      misses = 0;
      end = n + 1;
    }
    return hits >= fewest && hits * 10 >= (end - f) * 6 ? end : f;
  }

  // The first heading of the text after the table is its first row; what stands before that row is
  // the title.
  std::size_t first_row(std::size_t begin, std::size_t end) {
    std::size_t first = begin;
    std::size_t nearest = filled_.size();
    std::size_t numbered = 0;
    for (std::size_t n = begin; n < end; ++n) numbered += is_numbered(line(n).content) ? 1 : 0;
    if (numbered * 2 > end - begin) {
      while (!is_numbered(line(first).content)) ++first;
      return first;
    }
    for (std::size_t n = begin; n < end; ++n) {
      const auto places = places_.find(row_key(line(n).content));
      if (places == places_.end()) continue;
      const auto after =
          std::lower_bound(places->second.begin(), places->second.end(), end);
      // The title may be repeated over the text, before its first heading.
      const bool title = n == begin && after != places->second.end() && *after == end;
      if (after == places->second.end() || title || *after >= nearest) continue;
      nearest = *after;
      first = n;
    }
    return first;
  }

  bool recurs_after(const std::string& key, std::size_t n) const {
    const auto places = places_.find(key);
    return !key.empty() && places != places_.end() && places->second.back() > n;
  }

  Draft& draft_;
  std::vector<std::size_t> filled_;  // lines with text, by number
  std::unordered_map<std::string, std::vector<std::size_t>> places_;  // row key -> in `filled_`
};

}  // namespace

void leave_out_contents_table(Draft& draft) { ContentsTable(draft).leave_out(); }

}  // namespace ordalag::reading
