#include "indexer/reading/margin_numbers.hpp"

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

constexpr std::size_t kShortestRow = 5;   // numbers; fewer may be chance
constexpr std::uint32_t kLargest = 20000; // lines of the longest document that prints numbers
constexpr std::uint32_t kGap = 3;         // numbers that extraction may have lost in a row
constexpr double kShare = 0.6;            // of the lines that must bear a number
constexpr double kShareMidSentence = 0.1; // of the numbered lines; a list of items has none

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

// Candidates that belong to rows with this step, in line order.
std::vector<Candidate> rows(const std::vector<Candidate>& candidates, std::uint32_t step) {
  struct Row {
    std::vector<std::size_t> members;
  };
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
      const std::size_t last = candidates[found[row->second].members.back()].line;
      if (candidates[i].line - last < lost + 1) continue;
      const std::size_t number = row->second;
      by_next.erase(row);
      found[number].members.push_back(i);
      by_next[value + step] = number;
      taken = true;
    }
    if (!taken) {
      found.push_back({{i}});
      by_next[value + step] = found.size() - 1;
    }
  }
  std::vector<bool> member(candidates.size());
  for (const Row& row : found)
    if (row.members.size() >= kShortestRow)
      for (const std::size_t i : row.members) member[i] = true;
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (member[i]) out.push_back(candidates[i]);
  return out;
}

bool convincing(const std::vector<Candidate>& found, std::size_t filled_lines,
                std::uint32_t step) {
  if (found.size() < kShortestRow ||
      static_cast<double>(found.size() * step) < kShare * static_cast<double>(filled_lines))
    return false;
  std::size_t mid_sentence = 0;
  for (const Candidate& c : found)
    if (c.rest.empty() ? false : starts_lower(c.rest)) ++mid_sentence;
  return static_cast<double>(mid_sentence) >=
         kShareMidSentence * static_cast<double>(found.size());
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
      const std::vector<Candidate> found = rows(candidates, step);
      if (!convincing(found, filled, step)) continue;
      for (const Candidate& number : found) take_off(draft, number);
      return;
    }
  }
}

}  // namespace ordalag::reading
