#include "indexer/reading/page_numbers.hpp"

#include <string>
#include <vector>

#include "core/text/characters.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

constexpr std::size_t kTableNumbers = 3;  // numbers alone on lines in a row: a table's cells

// "12", "- 12 -", "sida 12", "sid. 12 av 40", "12 (40)", "12/40"
bool is_page_number(std::string_view line) {
  std::string bare;
  for (const char c : lower_case(line))
    if (std::string_view(" -|()[]/\t").find(c) == std::string_view::npos) bare += c;
  for (const std::string_view word : {"sidan", "sida", "sid.", "sid", "page", "av", "of"})
    if (const std::size_t at = bare.find(word); at != std::string::npos)
      bare.erase(at, word.size());
  std::string digits;
  for (std::size_t at = 0; at < bare.size();) {
    if (bare.compare(at, 3, "–") == 0 || bare.compare(at, 3, "—") == 0) {
      at += 3;
    } else {
      digits += bare[at++];
    }
  }
  const bool several = line.find_first_of("/(") != std::string_view::npos ||
                       lower_case(line).find(" av ") != std::string::npos;
  return is_all_digits(digits) && digits.size() <= (several ? 6U : 3U);
}

// Roman page numbers: small, alone on their lines, and each one more than the last.
void leave_out_roman_numbers(Draft& draft) {
  constexpr std::size_t kFewestLines = 3;  // of a page; a list of such numbers has none between
  std::vector<std::size_t> row;
  std::uint32_t last = 0;
  std::size_t between = 0;
  const auto flush = [&] {
    if (row.size() > 1)
      for (const std::size_t i : row) leave_out(draft, draft.lines[i], Leaving::kPageNumber);
    row.clear();
  };
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const Line& line = draft.lines[i];
    if (draft.blank(line) || line.leaving != Leaving::kStays) continue;
    const std::uint32_t value = line.style == LineStyle::kUnknown ? roman_number(line.content) : 0;
    if (value == 0) {
      ++between;
      continue;
    }
    if (!row.empty() && (value != last + 1 || between < kFewestLines)) flush();
    row.push_back(i);
    last = value;
    between = 0;
  }
  flush();
}

void leave_out_arabic_numbers(Draft& draft) {
  std::vector<std::size_t> alone;
  const auto flush = [&] {
    const bool table = alone.size() >= kTableNumbers && alone.back() - alone.front() < alone.size();
    if (!table)
      for (const std::size_t i : alone) leave_out(draft, draft.lines[i], Leaving::kPageNumber);
    alone.clear();
  };
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const Line& line = draft.lines[i];
    if (draft.blank(line)) continue;
    if (line.leaving == Leaving::kStays && line.style == LineStyle::kUnknown &&
        line.content.size() <= 24 && is_page_number(line.content)) {
      alone.push_back(i);
    } else {
      flush();
    }
  }
  flush();
}

}  // namespace

void leave_out_page_numbers(Draft& draft) {
  leave_out_arabic_numbers(draft);
  leave_out_roman_numbers(draft);
}

}  // namespace ordalag::reading
