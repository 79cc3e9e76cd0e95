// Finds out whether a quotation is put together from exact fragments of places apart.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "searcher/quote/exact_match.hpp"
#include "searcher/quote/quote_text.hpp"
#include "searcher/quote/source_window.hpp"

namespace ordalag {

// For each word of the quotation the longest run of its words from there that stands in a window.
struct LongestRun {
  std::uint32_t size = 0;
  std::uint32_t window = 0;  // number of the window
  std::uint32_t at = 0;      // word in that window
};

// Finds the longest runs of one quotation in window after window.
class RunFinder {
 public:
  explicit RunFinder(const QuoteText& quote);

  // The runs in one window, one for each word of the quotation; punctuation is not compared. Of
  // equally long ones the first in the window. About linear in the window.
  std::vector<LongestRun> runs_in(const SourceWindow& window, std::uint32_t number) const;

 private:
  const QuoteText& quote_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> words_;  // key and number, sorted
};

// Keeps the longer run for each word, the present one when they are equally long.
void merge_runs(std::span<const LongestRun> found, std::vector<LongestRun>& runs);

// A fragment of a splice: words of the quotation and where they stand.
struct SplicePart {
  FragmentMatch match;
  std::uint32_t window = 0;
};

// Covers the quotation with as few fragments as can be, each within a run and at least `least`
// words long; between two fragments up to `most_glue` words that is_glue allows may join them ("och").
// Empty when that cannot be done. O(words * longest run).
std::vector<SplicePart> cover(const QuoteText& quote, std::span<const LongestRun> runs,
                              std::uint32_t least, std::size_t most_glue);

// True for a word that may join two fragments: a function word that neither denies nor binds.
bool is_glue(const QuoteText& quote, std::uint32_t word);

}  // namespace ordalag
