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
#include "indexer/reading/page_numbers.hpp"

namespace ordalag::reading {
namespace {

constexpr std::size_t kLongestHeader = 120;     // bytes
constexpr std::size_t kFewest = 3;              // times that a running header must recur
constexpr std::size_t kFewestAtBreaks = 2;      // where each time stands at a page break
constexpr std::size_t kTitleLines = 4;          // filled lines that may hold the document's title
constexpr std::uint32_t kFewestTitleWords = 3;  // of a header that recalls the title

// Words before a number that number the text, not the pages.
constexpr std::array<std::string_view, 10> kNumberedParts = {
    "kapitel", "avsnitt", "del", "punkt", "steg", "mål", "fråga", "paragraf", "bilaga", "artikel"};

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
    const auto [end, error] = std::from_chars(line.data() + at, line.data() + line.size(), value);
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
  if (pattern.find('#') == std::string::npos ||
      pattern.find_first_not_of("# .") == std::string::npos)
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

// Every time but perhaps the first, which is then the title or heading itself, it stands at a page
// break: a heading of the text does not do that twice.
bool recurs_at_breaks(const Draft& draft, const Recurring& recurring) {
  std::vector<std::size_t> lines = recurring.lines;
  if (count_interruptions(draft, {lines.front()}).page_breaks == 0) lines.erase(lines.begin());
  return lines.size() >= kFewestAtBreaks &&
         count_interruptions(draft, lines).page_breaks == lines.size();
}

bool is_running(const Draft& draft, const std::string& pattern, const Recurring& recurring,
                std::size_t text_width) {
  if (pattern.find('#') == std::string::npos && recurs_at_breaks(draft, recurring)) return true;
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
  // A line as long as the text's own lines is one of them: boilerplate recurs, too. But not at
  // nearly every page break.
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

// A running header is short, begins with a capital or a number, and is no sentence or lead-in.
bool could_run(std::string_view line) {
  constexpr std::size_t kShortest = 3;  // bytes; less is a drop capital or a list letter
  if (line.size() < kShortest || line.size() > kLongestHeader) return false;
  if (opens_list(line) || ends_with(line, '.') || ends_with(line, ',')) return false;
  return starts_upper(line) || starts_with_digit(line);
}

// The words of `line` without the signs around them, in lower case.
std::vector<std::string> bare_words(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_letter(c.value) || is_digit(c.value)) {
      word += line.substr(at, c.bytes);
    } else if (!word.empty()) {
      words.push_back(lower_case(word));
      word.clear();
    }
    at += c.bytes;
  }
  if (!word.empty()) words.push_back(lower_case(word));
  return words;
}

// It is the first line of all, with the same numbers each time: the title, which no other line
// gives.
bool opens_document(const Draft& draft, const Recurring& recurring) {
  const bool alike = std::adjacent_find(recurring.values.begin(), recurring.values.end(),
                                        std::not_equal_to<>()) == recurring.values.end();
  for (std::size_t i = 0; i < recurring.lines.front(); ++i)
    if (!draft.blank(draft.lines[i]) && draft.lines[i].leaving == Leaving::kStays) return false;
  return alike;
}

// The line goes on in the next one: running text.
bool runs_on(const Draft& draft, std::size_t i) {
  return i + 1 < draft.lines.size() && starts_lower(draft.lines[i + 1].content);
}

// The words and the whole lines that a document opens with, up to its running text.
struct Opening {
  std::vector<std::string> words;
  std::vector<std::string_view> lines;
};

Opening opening_of(const Draft& draft) {
  std::vector<std::string_view> lines;
  std::size_t titles =
      0;  // of `lines`, those that stand between blank lines and end in no full stop
  for (const Line& line : draft.lines) {
    if (draft.blank(line)) {
      titles = lines.size();
      continue;
    }
    if (line.leaving != Leaving::kStays) continue;
    if (lines.size() == kTitleLines || ends_with(line.content, '.')) break;
    lines.push_back(line.content);
  }
  Opening opening;
  lines.resize(titles);
  for (const std::string_view line : lines)
    for (std::string& word : bare_words(line)) opening.words.push_back(std::move(word));
  opening.lines = std::move(lines);
  return opening;
}

// A line at a page break that is one of the title or repeats words of it and has no others.
void leave_out_recalled_titles(Draft& draft) {
  const Opening opening = opening_of(draft);
  const auto recalls = [&](std::string_view text) {
    if (std::find(opening.lines.begin(), opening.lines.end(), text) != opening.lines.end())
      return true;
    const std::vector<std::string> words = bare_words(text);
    return words.size() >= kFewestTitleWords &&
           std::all_of(words.begin(), words.end(), [&](const std::string& word) {
             return std::find(opening.words.begin(), opening.words.end(), word) !=
                    opening.words.end();
           });
  };
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    Line& line = draft.lines[i];
    if (draft.blank(line) || line.leaving != Leaving::kStays || line.style != LineStyle::kUnknown ||
        !could_run(line.content) || runs_on(draft, i) || !recalls(line.content) ||
        (!opening.lines.empty() && line.content.data() <= opening.lines.back().data()))
      continue;
    if (count_interruptions(draft, {i}).page_breaks > 0)
      leave_out(draft, line, Leaving::kRunningHeader);
  }
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
    const bool heading = (pattern.find_first_of("#:") == std::string::npos &&
                          count_interruptions(draft, {entry.lines.front()}).all == 0) ||
                         (pattern.find(':') == std::string::npos && opens_document(draft, entry));
    running.insert(running.end(), entry.lines.begin() + (heading ? 1 : 0), entry.lines.end());
  }
  std::sort(running.begin(), running.end());
  for (const std::size_t i : running) leave_out(draft, draft.lines[i], Leaving::kRunningHeader);
  leave_out_recalled_titles(draft);
  mark_page_starts(draft);
}

}  // namespace ordalag::reading
