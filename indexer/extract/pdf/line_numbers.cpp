#include "indexer/extract/pdf/line_numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

namespace ordalag::extract {
namespace {

constexpr std::array<std::uint32_t, 4> kSteps = {5, 1, 10, 2};
constexpr float kAligned = 2.5F;           // points
constexpr std::size_t kFewestNumbers = 3;  // that show a column of numbers by themselves
constexpr std::size_t kLongestNumber = 5;  // digits
// Distance between lines, in parts of the font size.
constexpr float kTightest = 0.9F, kLoosest = 3.2F;
// Clear space between a number and the words beside it, in parts of the font size.
constexpr float kClear = 0.45F;

struct Candidate {
  std::size_t word = 0;
  std::uint32_t value = 0;
  Box box;
};

using Column = std::vector<Candidate>;

std::uint32_t value_of(const std::string& text) {
  std::uint32_t value = 0;
  if (text.empty() || text.size() > kLongestNumber) return 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

// True when no word on the same line stands close to the number, and one side is all clear or both
// are well clear (a number between two columns).
bool stands_apart(const PdfPage& page, std::size_t index, float body_size) {
  const PageWord& number = page.words[index];
  float left_gap = page.width, right_gap = page.width;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    if (i == index || vertical_overlap(page.words[i].box, number.box) < 0.4F) continue;
    const Box& other = page.words[i].box;
    if (other.right <= number.box.left + 0.5F)
      left_gap = std::min(left_gap, number.box.left - other.right);
    else
      right_gap = std::min(right_gap, other.left - number.box.right);
  }
  return std::min(left_gap, right_gap) > body_size * kClear;
}

// The numbers of a page that stand in one column by their left or their right edges.
std::vector<Column> columns_of(const PdfPage& page, float body_size) {
  Column all;
  for (std::size_t i = 0; i < page.words.size(); ++i)
    if (const std::uint32_t value = value_of(page.words[i].text);
        value != 0 && stands_apart(page, i, body_size))
      all.push_back({i, value, page.words[i].box});
  std::vector<Column> columns;
  for (const auto edge : {&Box::right, &Box::left}) {
    std::stable_sort(all.begin(), all.end(), [&](const Candidate& a, const Candidate& b) {
      return a.box.*edge < b.box.*edge;
    });
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin + 1;
      while (end < all.size() && all[end].box.*edge - all[begin].box.*edge < kAligned) ++end;
      columns.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(begin),
                           all.begin() + static_cast<std::ptrdiff_t>(end));
      begin = end;
    }
  }
  for (Column& column : columns)
    std::stable_sort(column.begin(), column.end(), [](const Candidate& a, const Candidate& b) {
      return a.box.middle() < b.box.middle();
    });
  return columns;
}

// The longest run of numbers in the column that rise by `step`.
Column longest_chain(const Column& column, std::uint32_t step) {
  Column best;
  for (std::size_t begin = 0; begin < column.size(); ++begin) {
    Column chain = {column[begin]};
    for (std::size_t i = begin + 1; i < column.size(); ++i)
      if (column[i].value == chain.back().value + step) chain.push_back(column[i]);
    if (chain.size() > best.size()) best = std::move(chain);
    if (best.size() >= column.size() - begin) break;
  }
  return best;
}

// Lines of running text are set at one distance; items of a list are not.
bool keeps_line_distance(const Column& chain, std::uint32_t step, float body_size) {
  std::vector<float> distances;
  for (std::size_t i = 1; i < chain.size(); ++i)
    distances.push_back((chain[i].box.middle() - chain[i - 1].box.middle()) /
                        static_cast<float>(step));
  std::sort(distances.begin(), distances.end());
  const float usual = distances[distances.size() / 2];
  if (usual < body_size * kTightest || usual > body_size * kLoosest) return false;
  const auto regular = std::count_if(distances.begin(), distances.end(), [&](float distance) {
    return std::abs(distance - usual) < usual * 0.2F;
  });
  return static_cast<std::size_t>(regular) * 3 >= distances.size() * 2;
}

struct Numbering {
  std::uint32_t step = 0;  // 0: none seen yet
  std::uint32_t last = 0;  // number on the page before
  float left = 0, right = 0;
};

bool begins_well(const Column& chain, std::uint32_t step, const Numbering& before) {
  const std::uint32_t first = chain.front().value;
  if (first == 1 || first == step) return true;
  return before.step == step && first > before.last && first <= before.last + 2 * step;
}

// Few numbers on a page are line numbers when they go on where the page before stopped.
bool goes_on(const Column& chain, const Numbering& before) {
  if (before.step == 0) return false;
  const std::uint32_t first = chain.front().value;
  const bool next = first == before.last + before.step || first == before.step || first == 1;
  const bool in_place = std::abs(chain.front().box.right - before.right) < kAligned * 2 ||
                        std::abs(chain.front().box.left - before.left) < kAligned * 2;
  return next && in_place;
}

Column numbers_of(const PdfPage& page, float body_size, Numbering& numbering) {
  Column best;
  std::uint32_t best_step = 0;
  for (const Column& column : columns_of(page, body_size)) {
    for (const std::uint32_t step : kSteps) {
      if (numbering.step != 0 && step != numbering.step) continue;
      Column chain = longest_chain(column, step);
      if (chain.size() <= best.size()) continue;
      const bool shown = chain.size() >= kFewestNumbers && begins_well(chain, step, numbering) &&
                         keeps_line_distance(chain, step, body_size);
      if (!shown && !goes_on(chain, numbering)) continue;
      best = std::move(chain);
      best_step = step;
    }
  }
  if (!best.empty())
    numbering = {best_step, best.back().value, best.back().box.left, best.back().box.right};
  return best;
}

}  // namespace

std::vector<std::vector<PrintedLineNumber>> take_line_numbers(std::vector<PdfPage>& pages,
                                                              float body_size) {
  std::vector<std::vector<PrintedLineNumber>> taken(pages.size());
  Numbering numbering;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    Column numbers = numbers_of(pages[p], body_size, numbering);
    std::vector<std::size_t> words;
    for (const Candidate& number : numbers) {
      taken[p].push_back({number.value, number.box});
      words.push_back(number.word);
    }
    std::sort(words.rbegin(), words.rend());
    for (const std::size_t word : words)
      pages[p].words.erase(pages[p].words.begin() + static_cast<std::ptrdiff_t>(word));
  }
  return taken;
}

}  // namespace ordalag::extract
