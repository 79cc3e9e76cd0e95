#include "searcher/quote/splice.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include "searcher/quote/word_classes.hpp"

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

bool is_glue(const QuoteText& quote, std::uint32_t word) {
  const QuoteWord& joint = quote.words.words[word];
  const std::string_view form = quote.words.form(joint);
  return joint.kind == QuoteWordKind::kWord && !quote.content[word] && !is_negation(form) &&
         !is_modal(form);
}

std::vector<SplicePart> cover(const QuoteText& quote, std::span<const LongestRun> runs,
                              std::uint32_t least, std::size_t most_glue) {
  constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max();
  struct Reach {
    std::uint32_t parts = kUnreached;  // fewest that cover the words before
    std::uint32_t first = 0;           // of the last of them
    std::size_t glue = 0;              // words that stand between it and the one before
  };
  const auto size = static_cast<std::uint32_t>(quote.size());
  std::vector<Reach> reach(size + 1);  // by the end of a part
  reach[0].parts = 0;
  for (std::uint32_t first = 0; first < size; ++first) {
    // The nearest end of a part from which only glue leads here.
    std::size_t glue = 0;
    while (reach[first - glue].parts == kUnreached && glue < most_glue && glue < first &&
           is_glue(quote, first - static_cast<std::uint32_t>(glue) - 1)) {
      ++glue;
    }
    const Reach& before = reach[first - glue];
    if (before.parts == kUnreached || (glue > 0 && before.parts == 0)) continue;
    for (std::uint32_t count = least; count <= runs[first].size; ++count) {
      Reach& after = reach[first + count];
      if (before.parts + 1 < after.parts) after = {before.parts + 1, first, glue};
    }
  }
  std::vector<SplicePart> cover;
  if (size == 0 || reach[size].parts == kUnreached) return cover;
  for (std::uint32_t end = size; end > 0;) {
    const Reach& part = reach[end];
    cover.push_back({{{part.first, end - part.first}, runs[part.first].at},
                     runs[part.first].window});
    end = part.first - static_cast<std::uint32_t>(part.glue);
  }
  std::ranges::reverse(cover);
  return cover;
}

}  // namespace ordalag
