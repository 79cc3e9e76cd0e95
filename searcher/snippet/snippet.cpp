#include "searcher/snippet/snippet.hpp"

#include <algorithm>
#include <array>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kGap = "…";
constexpr std::uint32_t kGapWidth = 2;  // the mark and the space beside it

// Worth of a match in a window: what the reader asked for first.
constexpr std::array<int, 4> kClassWorth{12, 10, 6, 4};
constexpr int kRepeatWorth = 1;  // of a second match of the same word

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// Where a window that shows byte `shown` begins: the sentence's beginning when it lies within
// `reach` code points, else the first word within half of that.
std::size_t window_start(std::string_view text, std::size_t shown, std::uint32_t reach) {
  const std::size_t earliest = step_back(text, shown, reach);
  if (earliest == 0) return 0;
  for (std::size_t at = shown; at > earliest; --at)
    if (at >= 2 && is_space(text[at - 1]) &&
        (text[at - 2] == '.' || text[at - 2] == '!' || text[at - 2] == '?'))
      return at;
  std::size_t at = step_back(text, shown, reach / 2);
  while (at < shown && !is_space(text[at - 1])) ++at;
  return at;
}

// The end of a window: the last word that ends before `limit` bytes.
std::size_t window_end(std::string_view text, std::size_t limit, std::size_t least) {
  if (limit >= text.size()) return text.size();
  std::size_t end = limit;
  while (end > least && !is_space(text[end])) --end;
  while (end > least && is_space(text[end - 1])) --end;
  return end;
}

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

int worth(const Window& window, const std::vector<Mark>& marks) {
  int total = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    if (mark.bytes.begin < window.begin || mark.bytes.end > window.end) continue;
    bool repeated = false;
    for (std::size_t j = 0; j < i && !repeated; ++j)
      repeated = marks[j].bytes.begin >= window.begin && marks[j].query_word == mark.query_word;
    total += repeated ? kRepeatWorth : kClassWorth[static_cast<std::size_t>(mark.match_class)];
  }
  return total;
}

Window best_window(std::string_view text, const std::vector<Mark>& marks, std::uint32_t width) {
  Window best{0, window_end(text, step_on(text, 0, width), 1)};
  int best_worth = worth(best, marks);
  constexpr std::size_t kTried = 32;  // first marks; a passage with more is a list of them
  for (std::size_t i = 0; i < std::min(marks.size(), kTried); ++i) {
    Window window;
    window.begin = window_start(text, marks[i].bytes.begin, width / 3);
    window.end = window_end(text, step_on(text, window.begin, width), marks[i].bytes.end);
    const int value = worth(window, marks);
    if (value <= best_worth) continue;
    best = window;
    best_worth = value;
  }
  return best;
}

Snippet cut(std::string_view text, const Window& window, const std::vector<Mark>& marks) {
  Snippet snippet;
  std::uint32_t shift = 0;
  if (window.begin > 0) {
    snippet.text.append(kGap).append(" ");
    shift = kGapWidth;
  }
  snippet.text += text.substr(window.begin, window.end - window.begin);
  if (window.end < text.size()) snippet.text.append(" ").append(kGap);
  CodePointCounter counter(text.substr(window.begin));
  for (const Mark& mark : marks) {
    if (mark.bytes.begin < window.begin || mark.bytes.end > window.end) continue;
    const std::uint32_t begin = counter.at(mark.bytes.begin - window.begin);
    const std::uint32_t end = counter.at(mark.bytes.end - window.begin);
    snippet.highlights.push_back({{begin + shift, end + shift}, mark.match_class, mark.query_word});
  }
  return snippet;
}

}  // namespace

void keep_apart(std::vector<Mark>& marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    if (a.bytes.begin != b.bytes.begin) return a.bytes.begin < b.bytes.begin;
    if (a.bytes.end != b.bytes.end) return a.bytes.end > b.bytes.end;
    return a.match_class < b.match_class;
  });
  std::uint32_t end = 0;
  std::erase_if(marks, [&](const Mark& mark) {
    if (mark.bytes.begin < end) return true;
    end = mark.bytes.end;
    return false;
  });
}

Snippet make_snippet(std::string_view text, const std::vector<Mark>& marks, std::uint32_t width) {
  const std::size_t whole = step_on(text, 0, width + width / 3);
  if (whole == text.size()) return cut(text, {0, text.size()}, marks);
  return cut(text, best_window(text, marks, width), marks);
}

}  // namespace ordalag
