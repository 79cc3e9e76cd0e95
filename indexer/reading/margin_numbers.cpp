#include "indexer/reading/margin_numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <vector>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

enum class Side { kEnd, kStart };

constexpr std::size_t kShortestRow = 5;       // numbers; fewer may be chance
constexpr std::size_t kShortestCounting = 3;  // of every fifth line, which count the lines between
constexpr std::uint32_t kLargest = 20000;     // lines of the longest document that prints numbers
constexpr std::uint32_t kGap = 3;             // numbers that extraction may have lost in a row
constexpr double kShare = 0.6;                // of the lines that must bear a number
constexpr double kShareMidSentence = 0.1;     // of the numbered lines; a list of items has none

struct Candidate {
  std::size_t line = 0;
  std::uint32_t value = 0;
  std::string_view rest;  // the content without the number
};

// A number of the margin as it may stand at one side of `content`.
std::optional<Candidate> candidate(std::string_view content, Side side) {
  const std::string_view word = side == Side::kEnd ? last_word(content) : first_word(content);
  if (!is_all_digits(word) || word.size() > 5) return std::nullopt;
  Candidate found;
  std::from_chars(word.data(), word.data() + word.size(), found.value);
  if (found.value == 0 || found.value > kLargest) return std::nullopt;
  found.rest = trimmed(side == Side::kEnd ? content.substr(0, content.size() - word.size())
                                          : content.substr(word.size()));
  return found;
}

// Numbers that rise by the same step: indices of candidates, in line order.
using Row = std::vector<std::size_t>;

// The rows of this step that the candidates make, each candidate in one.
std::vector<Row> all_rows(const std::vector<Candidate>& candidates, std::uint32_t step) {
  std::vector<Row> found;
  std::unordered_map<std::uint32_t, std::size_t> by_next;  // the value that continues a row
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::uint32_t value = candidates[i].value;
    bool taken = false;
    for (std::uint32_t lost = 0; lost <= kGap && !taken; ++lost) {
      if (value < (lost + 1) * step) break;
      const auto row = by_next.find(value - lost * step);
      if (row == by_next.end()) continue;
      // A lost number still had its line: the row cannot jump within fewer lines.
      const std::size_t last = candidates[found[row->second].back()].line;
      if (candidates[i].line - last < lost + 1) continue;
      const std::size_t number = row->second;
      by_next.erase(row);
      found[number].push_back(i);
      by_next[value + step] = number;
      taken = true;
    }
    if (!taken) {
      found.push_back({i});
      by_next[value + step] = found.size() - 1;
    }
  }
  return found;
}

class RowChoice {
 public:
  RowChoice(const Draft& draft, const std::vector<Candidate>& candidates, std::uint32_t step)
      : draft_(draft), candidates_(candidates), step_(step) {
    filled_.reserve(draft.lines.size());
    std::uint32_t filled = 0;
    for (const Line& line : draft.lines) {
      filled_.push_back(filled);
      filled += draft.blank(line) ? 0 : 1;
    }
  }

  // True when the numbers of every row are as far apart as their lines: no chance does that.
  bool all_count() const { return all_count_; }

  // The candidates that are numbers of the margin, in line order.
  std::vector<Candidate> members() {
    const std::vector<Row> rows = all_rows(candidates_, step_);
    std::vector<bool> member(candidates_.size());
    std::vector<const Row*> longer;
    for (const Row& row : rows)
      if (row.size() >= kShortestRow || (step_ > 1 && row.size() > 1 && counts_lines(row)))
        longer.push_back(&row);
    std::vector<const Row*> all = longer;
    for (const Row& row : rows)
      if (begins_page(row, longer)) all.push_back(&row);
    for (const Row* row : all) {
      for (const std::size_t i : *row) member[i] = true;
      all_count_ = all_count_ && counts_lines(*row);
    }
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (member[i]) found.push_back(candidates_[i]);
    return found;
  }

 private:
  // Between two numbers stand as many lines as they say, with the blank ones counted or without.
  bool counts_lines(const Row& row) const {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      const Candidate& here = candidates_[row[i]];
      const Candidate& next = candidates_[row[i + 1]];
      const std::uint32_t counted = next.value - here.value;
      if (filled_[next.line] - filled_[here.line] > counted || next.line - here.line < counted)
        return false;
    }
    return true;
  }

  // A few numbers alone, on a last page that counts its lines anew as those before it do.
  bool begins_page(const Row& row, const std::vector<const Row*>& longer) const {
    const Candidate& first = candidates_[row.front()];
    if (first.value != step_ || row.size() >= kShortestRow || !counts_lines(row)) return false;
    const Row* before = nullptr;
    std::size_t anew = 0;
    for (const Row* each : longer) {
      if (each == &row) return false;
      anew += candidates_[each->front()].value == step_ ? 1 : 0;
      const std::size_t begin = candidates_[each->front()].line;
      const std::size_t end = candidates_[each->back()].line;
      if (begin <= candidates_[row.back()].line && first.line <= end) return false;
      if (end < first.line && (before == nullptr || candidates_[before->back()].line < end))
        before = each;
    }
    if (before == nullptr) return false;
    const std::size_t last = candidates_[before->back()].line;
    bool page = false;
    for (std::size_t i = last + 1; i <= first.line; ++i) page |= draft_.lines[i].page_before;
    return (anew > 1 || page) && filled_[first.line] - filled_[last] <= 2 * step_ + kPageFurniture;
  }

  static constexpr std::uint32_t kPageFurniture = 3;  // lines of a page's head and foot

  const Draft& draft_;
  const std::vector<Candidate>& candidates_;
  std::uint32_t step_;
  std::vector<std::uint32_t> filled_;  // by line: filled lines before it
  bool all_count_ = true;
};

bool convincing(const std::vector<Candidate>& found, std::size_t filled_lines, std::uint32_t step,
                bool all_count) {
  const auto beside_text =
      std::count_if(found.begin(), found.end(), [](const Candidate& c) { return !c.rest.empty(); });
  const bool counting =
      step > 1 && all_count && static_cast<std::size_t>(beside_text) >= kShortestCounting;
  if (found.size() < (counting ? kShortestCounting : kShortestRow) ||
      static_cast<double>(found.size() * step) < kShare * static_cast<double>(filled_lines))
    return false;
  if (counting) return true;
  std::size_t mid_sentence = 0;
  for (const Candidate& c : found)
    if (c.rest.empty() ? false : starts_lower(c.rest)) ++mid_sentence;
  return static_cast<double>(mid_sentence) >= kShareMidSentence * static_cast<double>(found.size());
}

void take_off(Draft& draft, const Candidate& found) {
  Line& line = draft.lines[found.line];
  line.printed = found.value;
  const auto begin = static_cast<std::uint32_t>(found.rest.data() - line.content.data());
  if (found.rest.empty()) {
    line.source.end = line.source.begin;
  } else {
    const std::uint32_t tail =
        static_cast<std::uint32_t>(line.content.size() - found.rest.size()) - begin;
    line.source.begin += begin;
    line.source.end -= tail;
    line.trailing = 0;
  }
  line.content = found.rest;
  leave_out(draft, line, Leaving::kMarginNumber);
  line.leaving = Leaving::kStays;  // the number leaves, the line does not
}

}  // namespace

void remove_margin_numbers(Draft& draft) {
  std::size_t filled = 0;
  for (const Line& line : draft.lines) filled += draft.blank(line) ? 0 : 1;
  for (const Side side : {Side::kEnd, Side::kStart}) {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
      auto found = candidate(draft.lines[i].content, side);
      if (!found) continue;
      found->line = i;
      candidates.push_back(*found);
    }
    for (const std::uint32_t step : {1U, 5U, 10U}) {
      RowChoice choice(draft, candidates, step);
      const std::vector<Candidate> found = choice.members();
      if (!convincing(found, filled, step, choice.all_count())) continue;
      for (const Candidate& number : found) take_off(draft, number);
      return;
    }
  }
}

}  // namespace ordalag::reading
