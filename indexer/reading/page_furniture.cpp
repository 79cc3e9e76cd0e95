#include "indexer/reading/page_furniture.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

constexpr std::size_t kLongestHeader = 120;  // bytes
constexpr std::size_t kFewest = 3;           // times that a running header must recur
constexpr std::size_t kTableNumbers = 3;     // numbers alone on lines in a row: a table's cells

// Words before a number that number the text, not the pages.
constexpr std::array<std::string_view, 10> kNumberedParts = {
    "kapitel", "avsnitt", "del", "punkt", "steg", "mål", "fråga", "paragraf", "bilaga", "artikel"};

// "12", "- 12 -", "sida 12", "sid. 12 av 40", "12 (40)", "12/40"
bool is_page_number(std::string_view line) {
  std::string bare;
  for (const char c : lower_case(line))
    if (std::string_view(" -|()[]/\t").find(c) == std::string_view::npos) bare += c;
  for (const std::string_view word : {"sidan", "sida", "sid.", "sid", "page", "av", "of"})
    if (const std::size_t at = bare.find(word); at != std::string::npos) bare.erase(at, word.size());
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

// The number of pages beside that of the page: " av 40", "/40", " (40)" at the end.
std::string_view without_page_count(std::string_view line) {
  std::size_t at = line.size();
  if (line.ends_with(')')) --at;
  const std::size_t end = at;
  while (at > 0 && is_digit(static_cast<unsigned char>(line[at - 1]))) --at;
  if (at == end) return line;
  for (const std::string_view sign : {" av ", "/", " (", "("}) {
    const std::string_view before = line.substr(0, at);
    if (before.ends_with(sign) && before.size() > sign.size() &&
        is_digit(static_cast<unsigned char>(before[before.size() - sign.size() - 1])))
      return before.substr(0, before.size() - sign.size());
  }
  return line;
}

// Every number of the line as '#' and wide gaps as two blanks, and the last number's value.
std::string pattern_of(std::string_view line, std::uint32_t& value) {
  line = without_page_count(line);
  std::string pattern;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ' && pattern.ends_with("  ")) {
      ++at;
      continue;
    }
    if (!is_digit(static_cast<unsigned char>(line[at]))) {
      pattern += line[at++];
      continue;
    }
    const auto [end, error] =
        std::from_chars(line.data() + at, line.data() + line.size(), value);
    at = error == std::errc() ? static_cast<std::size_t>(end - line.data()) : line.size();
    pattern += '#';
  }
  return pattern;
}

struct Recurring {
  std::vector<std::size_t> lines;
  std::vector<std::uint32_t> values;
};

// The nearest filled lines around line `i`, as far as they stay or are page numbers.
const Line* neighbour(const Draft& draft, std::size_t i, int step, bool& page_break) {
  for (auto n = static_cast<std::ptrdiff_t>(i) + step;
       n >= 0 && n < static_cast<std::ptrdiff_t>(draft.lines.size()); n += step) {
    const Line& line = draft.lines[static_cast<std::size_t>(n)];
    if (line.page_before && step > 0) page_break = true;
    if (line.leaving == Leaving::kOrnament) continue;
    if (line.leaving == Leaving::kPageNumber || line.leaving == Leaving::kRunningHeader) {
      page_break = true;
      continue;
    }
    if (!draft.blank(line)) return &line;
  }
  return nullptr;
}

struct Interruptions {
  std::size_t all = 0;
  std::size_t page_breaks = 0;
};

// How often the line stands at a page break or cuts a sentence in two.
Interruptions count_interruptions(const Draft& draft, const std::vector<std::size_t>& lines) {
  Interruptions count;
  for (const std::size_t i : lines) {
    bool page_break = draft.lines[i].page_before;
    const Line* before = neighbour(draft, i, -1, page_break);
    const Line* after = neighbour(draft, i, 1, page_break);
    // A line of the sentence itself would be as long as those around it.
    const bool cuts = before != nullptr && after != nullptr && !ends_sentence(before->content) &&
                      !ends_with(before->content, ':') && starts_lower(after->content) &&
                      before->content.size() * 2 > draft.lines[i].content.size() * 3;
    count.all += page_break || cuts ? 1 : 0;
    count.page_breaks += page_break ? 1 : 0;
  }
  return count;
}

bool numbers_pages(const std::string& pattern, const Recurring& recurring) {
  if (pattern.find('#') == std::string::npos || pattern.find_first_not_of("# .") == std::string::npos)
    return false;
  const std::string_view word = first_word(pattern);
  const std::string folded = lower_case(word);
  if (std::any_of(kNumberedParts.begin(), kNumberedParts.end(),
                  [&](std::string_view part) { return folded == part; }))
    return false;
  // The number stands apart at the start or the end, and rises from page to page.
  const bool apart = pattern.ends_with(" #") || pattern.starts_with("# ") ||
                     pattern.ends_with("\t#") || pattern.ends_with("|#");
  return apart && std::adjacent_find(recurring.values.begin(), recurring.values.end(),
                                     std::greater_equal<>()) == recurring.values.end();
}

bool is_running(const Draft& draft, const std::string& pattern, const Recurring& recurring,
                std::size_t text_width) {
  if (recurring.lines.size() < kFewest) return false;
  const Interruptions found = count_interruptions(draft, recurring.lines);
  const std::size_t interruptions = found.all;
  if (numbers_pages(pattern, recurring)) {
    const bool separated = pattern.find_first_of("|\t") != std::string::npos ||
                           pattern.find("  ") != std::string::npos;
    return separated || interruptions * 3 >= recurring.lines.size();
  }
  if (pattern.find('#') != std::string::npos && interruptions * 5 < recurring.lines.size() * 4)
    return false;
  // A line as long as the text's own lines is one of them: boilerplate recurs, too. But not at nearly
  // every page break.
  const bool at_breaks = found.page_breaks * 5 >= recurring.lines.size() * 4;
  if (!at_breaks && pattern.size() * 3 > text_width * 2) return false;
  // Few pages end in mid-sentence, but a heading of the text never stands in one.
  return interruptions * 10 >= recurring.lines.size();
}

// Bytes of the longer lines of the text: four of five are shorter.
std::size_t text_width(const Draft& draft) {
  std::vector<std::size_t> sizes;
  for (const Line& line : draft.lines)
    if (!draft.blank(line) && line.leaving == Leaving::kStays) sizes.push_back(line.content.size());
  if (sizes.empty()) return 0;
  const auto place = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 4 / 5);
  std::nth_element(sizes.begin(), place, sizes.end());
  return *place;
}

// A line of signs without a letter or number that is no bullet either ("***", "‘‘").
bool is_ornament(std::string_view line) {
  if (count_code_points(line) < 2) return false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_letter(c.value) || is_digit(c.value)) return false;
    at += c.bytes;
  }
  return true;
}

// "iv" as 4; 0 for what is no number up to 39 in small Roman letters.
std::uint32_t roman_number(std::string_view line) {
  constexpr std::array<std::string_view, 10> kOnes = {"",  "i",  "ii",  "iii",  "iv",
                                                      "v", "vi", "vii", "viii", "ix"};
  std::uint32_t tens = 0;
  while (tens < 3 && line.starts_with('x')) {
    line.remove_prefix(1);
    ++tens;
  }
  for (std::uint32_t ones = 0; ones < kOnes.size(); ++ones)
    if (line == kOnes[ones]) return tens * 10 + ones;
  return 0;
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

void leave_out_page_numbers(Draft& draft) {
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

// A running header is short, begins with a capital or a number, and is no sentence or lead-in.
bool could_run(std::string_view line) {
  constexpr std::size_t kShortest = 3;  // bytes; less is a drop capital or a list letter
  if (line.size() < kShortest || line.size() > kLongestHeader) return false;
  if (opens_list(line) || ends_with(line, '.') || ends_with(line, ',')) return false;
  return starts_upper(line) || starts_with_digit(line);
}

void mark_page_starts(Draft& draft) {
  bool page = false;
  for (Line& line : draft.lines) {
    if (line.leaving == Leaving::kPageNumber || line.leaving == Leaving::kRunningHeader) {
      page = true;
    } else if (draft.blank(line)) {
      page = page || line.page_before;
    } else {
      line.page_before = line.page_before || page;
      page = false;
    }
  }
}

}  // namespace

void leave_out_ornaments(Draft& draft) {
  for (Line& line : draft.lines)
    if (line.leaving == Leaving::kStays && is_ornament(line.content))
      leave_out(draft, line, Leaving::kOrnament);
}

void leave_out_page_furniture(Draft& draft) {
  leave_out_page_numbers(draft);
  leave_out_roman_numbers(draft);
  leave_out_ornaments(draft);
  std::unordered_map<std::string, Recurring> recurring;
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const Line& line = draft.lines[i];
    if (draft.blank(line) || line.leaving != Leaving::kStays || line.style != LineStyle::kUnknown ||
        !could_run(line.content))
      continue;
    std::uint32_t value = 0;
    Recurring& entry = recurring[pattern_of(line.content, value)];
    entry.lines.push_back(i);
    entry.values.push_back(value);
  }
  const std::size_t width = text_width(draft);
  std::vector<std::size_t> running;
  for (const auto& [pattern, entry] : recurring) {
    if (!is_running(draft, pattern, entry, width)) continue;
    // Titles and headings often run on the pages after them: where such a line stands first, and
    // in no sentence, it is the heading itself.
    const bool heading = pattern.find_first_of("#:") == std::string::npos &&
                         count_interruptions(draft, {entry.lines.front()}).all == 0;
    running.insert(running.end(), entry.lines.begin() + (heading ? 1 : 0), entry.lines.end());
  }
  std::sort(running.begin(), running.end());
  for (const std::size_t i : running) leave_out(draft, draft.lines[i], Leaving::kRunningHeader);
  mark_page_starts(draft);
}

}  // namespace ordalag::reading
