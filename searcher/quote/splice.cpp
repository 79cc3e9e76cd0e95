#include "searcher/quote/splice.hpp"

#include <algorithm>
#include <limits>

namespace ordalag {

RunFinder::RunFinder(const QuoteText& quote) : quote_(quote) {
  words_.reserve(quote.keys.size());
  for (std::uint32_t i = 0; i < quote.keys.size(); ++i) words_.emplace_back(quote.keys[i], i);
  std::ranges::sort(words_);
}

std::vector<LongestRun> RunFinder::runs_in(const SourceWindow& window,
                                           std::uint32_t number) const {
  std::vector<LongestRun> runs(quote_.keys.size());
  for (std::uint32_t at = 0; at < window.keys.size(); ++at) {
    const std::uint64_t key = window.keys[at];
    auto word = std::ranges::lower_bound(words_, key, {}, [](const auto& w) { return w.first; });
    for (; word != words_.end() && word->first == key; ++word) {
      const std::uint32_t first = word->second;
      // A run that began a word earlier has been measured: this is its rest.
      const bool rest = first > 0 && at > 0 && quote_.keys[first - 1] == window.keys[at - 1];
      const std::uint32_t longer = rest ? runs[first - 1].size : 0;
      std::uint32_t size = 1;
      if (rest && runs[first - 1].at == at - 1 && longer > 1) {
        size = longer - 1;
      } else {
        while (first + size < quote_.keys.size() && at + size < window.keys.size() &&
               quote_.keys[first + size] == window.keys[at + size]) {
          ++size;
        }
      }
      if (size > runs[first].size) runs[first] = {size, number, at};
    }
  }
  return runs;
}

void merge_runs(std::span<const LongestRun> found, std::vector<LongestRun>& runs) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (found[i].size > runs[i].size) runs[i] = found[i];
  }
}

std::vector<SplicePart> cover(const QuoteText& quote, std::span<const LongestRun> runs,
                              std::uint32_t least) {
  constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max();
  const auto size = static_cast<std::uint32_t>(quote.size());
  std::vector<std::uint32_t> parts(size + 1, kUnreached);  // fewest that cover the words before
  std::vector<std::uint32_t> from(size + 1, 0);
  parts[0] = 0;
  for (std::uint32_t first = 0; first < size; ++first) {
    if (parts[first] == kUnreached) continue;
    for (std::uint32_t count = least; count <= runs[first].size; ++count) {
      const std::uint32_t end = first + count;
      if (parts[first] + 1 < parts[end]) {
        parts[end] = parts[first] + 1;
        from[end] = first;
      }
    }
  }
  std::vector<SplicePart> cover;
  if (size == 0 || parts[size] == kUnreached) return cover;
  for (std::uint32_t end = size; end > 0; end = from[end]) {
    const std::uint32_t first = from[end];
    cover.push_back({{{first, end - first}, runs[first].at}, runs[first].window});
  }
  std::ranges::reverse(cover);
  return cover;
}

}  // namespace ordalag
