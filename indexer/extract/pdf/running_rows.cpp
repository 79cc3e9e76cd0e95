#include "indexer/extract/pdf/running_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/extract/pdf/white_strips.hpp"

namespace ordalag::extract {
namespace {

constexpr std::size_t kEdgeRows = 3;     // rows at each end of a page that may be running
constexpr float kSameHeight = 4;         // points
constexpr std::size_t kLongestRow = 200;  // bytes; running rows are short
constexpr std::size_t kNearPages = 3;    // repetition counts within this distance
// White space between a running row and the text, in heights of the row: wider than between lines.
constexpr float kSetApart = 0.6F;

struct EdgeRow {
  std::size_t page = 0;
  bool top = false;
  std::size_t depth = 0;      // 0: the outermost
  Box box;
  std::string key;            // without spaces, numbers as "#"
  std::vector<std::uint32_t> numbers;
  bool set_apart = false;     // white space parts it from the next row inwards
  bool common = false;        // repeats on more than half of the pages
  bool running = false;
};

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

void read_words(const WordRow& row, EdgeRow& edge) {
  std::vector<const PageWord*> words;
  for (const PageWord& word : row.words) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(), [](const PageWord* a, const PageWord* b) {
    return a->box.left < b->box.left;
  });
  for (const PageWord* word : words) {
    const std::string& text = word->text;
    for (std::size_t i = 0; i < text.size();) {
      if (!is_digit_byte(text[i])) {
        edge.key += text[i++];
        continue;
      }
      std::uint32_t value = 0;
      const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), value);
      if (error == std::errc()) edge.numbers.push_back(value);
      edge.key += '#';
      i = static_cast<std::size_t>(end - text.data());
    }
  }
}

bool stands_apart(const std::vector<WordRow>& rows, std::size_t i, bool top) {
  if (rows.size() == 1) return true;
  const Box& box = rows[i].box;
  const float space = top ? rows[i + 1].box.top - box.bottom : box.top - rows[i - 1].box.bottom;
  return space > box.height() * kSetApart;
}

// The outermost rows at both ends of every page.
std::vector<EdgeRow> edge_rows(const std::vector<PdfPage>& pages) {
  std::vector<EdgeRow> edges;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const std::vector<WordRow> rows = split_into_rows(pages[p].words);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t below = rows.size() - 1 - i;
      if (i >= kEdgeRows && below >= kEdgeRows) continue;
      EdgeRow edge;
      edge.page = p;
      edge.top = i < kEdgeRows && i <= below;
      edge.depth = edge.top ? i : below;
      edge.box = rows[i].box;
      edge.set_apart = stands_apart(rows, i, edge.top);
      read_words(rows[i], edge);
      if (edge.key.size() <= kLongestRow) edges.push_back(std::move(edge));
    }
  }
  return edges;
}

bool only_a_number(const EdgeRow& row) {
  static constexpr std::array<std::string_view, 9> kKeys = {
      "#", "-#-", "–#–", "Sida#", "sida#", "#(#)", "#/#", "Sida#av#", "Sida#(#)"};
  return std::find(kKeys.begin(), kKeys.end(), row.key) != kKeys.end();
}

// How many pages the printed number is ahead of the physical one, by the most pages that agree.
std::optional<std::int64_t> number_offset(const std::vector<EdgeRow>& edges, std::size_t pages) {
  std::map<std::int64_t, std::vector<std::size_t>> votes;
  for (const EdgeRow& row : edges)
    for (const std::uint32_t number : row.numbers) {
      std::vector<std::size_t>& by = votes[std::int64_t{number} - std::int64_t(row.page) - 1];
      if (by.empty() || by.back() != row.page) by.push_back(row.page);
    }
  std::optional<std::int64_t> best;
  std::size_t most = 0;
  for (const auto& [offset, by] : votes)
    if (by.size() > most || (by.size() == most && offset == 0)) {
      best = offset;
      most = by.size();
    }
  const std::size_t enough = pages <= 4 ? (pages + 1) / 2 : 3;
  if (most < enough || most * 4 < pages) return std::nullopt;
  return best;
}

std::optional<std::uint32_t> page_number(const EdgeRow& row, std::int64_t offset) {
  for (const std::uint32_t number : row.numbers)
    if (std::int64_t{number} == std::int64_t(row.page) + 1 + offset) return number;
  return std::nullopt;
}

// Marks the rows that repeat at the same height on pages near each other.
void mark_repeated(std::vector<EdgeRow>& edges, std::size_t pages) {
  std::map<std::pair<bool, std::string_view>, std::vector<EdgeRow*>> groups;
  for (EdgeRow& row : edges) groups[{row.top, row.key}].push_back(&row);
  const std::size_t enough = pages <= 6 ? 2 : 3;
  for (auto& [key, rows] : groups) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::vector<EdgeRow*> chain = {rows[i]};
      for (std::size_t j = i + 1; j < rows.size(); ++j) {
        if (rows[j]->page == chain.back()->page) continue;
        if (rows[j]->page - chain.back()->page > kNearPages) break;
        if (std::abs(rows[j]->box.middle() - rows[i]->box.middle()) < kSameHeight)
          chain.push_back(rows[j]);
      }
      if (chain.size() < enough) continue;
      for (EdgeRow* row : chain) {
        row->running = true;
        row->common = row->common || chain.size() * 2 > pages;
      }
    }
  }
}

// A running row lies outside all rows that are not, and outside of the white space around the text;
// where there is none, only what repeats on most pages runs. A repeated line of the text stays.
void keep_outermost(std::vector<EdgeRow>& edges) {
  std::map<std::pair<std::size_t, bool>, std::vector<EdgeRow*>> ends;
  for (EdgeRow& row : edges) ends[{row.page, row.top}].push_back(&row);
  for (auto& [end, rows] : ends) {
    std::sort(rows.begin(), rows.end(),
              [](const EdgeRow* a, const EdgeRow* b) { return a->depth < b->depth; });
    std::size_t count = 0, apart = 0;
    while (count < rows.size() && rows[count]->running && rows[count]->depth == count)
      if (rows[count++]->set_apart) apart = count;
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i]->running = i < apart || (i < count && (rows[i]->common || only_a_number(*rows[i])));
  }
}

void remove_row(PdfPage& page, const Box& box) {
  std::erase_if(page.words, [&](const PageWord& word) {
    return word.box.top >= box.top - 0.01F && word.box.bottom <= box.bottom + 0.01F;
  });
}

void count(std::vector<LeftOut>& left_out, const EdgeRow& row) {
  const std::string_view reason = only_a_number(row) ? "page_number"
                                  : row.top          ? "running_header"
                                                     : "footer";
  auto entry = std::find_if(left_out.begin(), left_out.end(),
                            [&](const LeftOut& each) { return each.reason == reason; });
  if (entry == left_out.end()) {
    left_out.push_back({std::string(reason), 0, {}});
    entry = left_out.end() - 1;
  }
  ++entry->lines;
  const auto page = static_cast<std::uint32_t>(row.page + 1);
  if (!entry->at.empty() && entry->at.back().last + 1 >= page)
    entry->at.back().last = page;
  else
    entry->at.push_back({page, page});
}

// Labels for the pages that print none: between numbered pages the number they would have.
void fill_labels(std::vector<std::string>& labels, const std::vector<PdfPage>& pages,
                 std::optional<std::int64_t> offset) {
  std::optional<std::size_t> first, last;
  for (std::size_t p = 0; p < labels.size(); ++p)
    if (!labels[p].empty()) {
      if (!first) first = p;
      last = p;
    }
  bool own_numbering = false;
  for (std::size_t p = 0; p < pages.size(); ++p)
    own_numbering |= !pages[p].label.empty() && pages[p].label != std::to_string(p + 1);
  for (std::size_t p = 0; p < labels.size(); ++p) {
    if (!labels[p].empty()) continue;
    if (offset && first && p > *first && p < *last)
      labels[p] = std::to_string(std::int64_t(p) + 1 + *offset);
    else if (own_numbering)
      labels[p] = pages[p].label;
  }
}

}  // namespace

RunningRows take_running_rows(std::vector<PdfPage>& pages) {
  RunningRows running;
  running.labels.resize(pages.size());
  std::vector<EdgeRow> edges = edge_rows(pages);
  const std::optional<std::int64_t> offset = number_offset(edges, pages.size());
  mark_repeated(edges, pages.size());
  for (EdgeRow& row : edges)
    if (offset && only_a_number(row) && page_number(row, *offset)) row.running = true;
  keep_outermost(edges);
  for (const EdgeRow& row : edges) {
    if (!row.running) continue;
    if (offset && running.labels[row.page].empty())
      if (const auto number = page_number(row, *offset))
        running.labels[row.page] = std::to_string(*number);
    count(running.left_out, row);
    remove_row(pages[row.page], row.box);
  }
  fill_labels(running.labels, pages, offset);
  return running;
}

}  // namespace ordalag::extract
