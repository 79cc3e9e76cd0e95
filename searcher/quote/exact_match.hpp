// Exact occurrences of a quotation's words in a window of source text.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/quote/quote_text.hpp"
#include "searcher/quote/source_window.hpp"

namespace ordalag {

// A fragment of the quotation and the window's word where it stands, word for word.
struct FragmentMatch {
  QuoteFragment fragment;
  std::uint32_t at = 0;  // first word in the window
  std::uint32_t end() const { return at + fragment.count; }
};

enum class Marks {
  kCompared,  // punctuation between the words must be the same
  kIgnored,
};

// Where `fragment` stands in `window`, in order. Time is linear in the window for ordinary text.
std::vector<std::uint32_t> find_fragment(const QuoteText& quote, QuoteFragment fragment,
                                         const SourceWindow& window, Marks marks);

// Where the whole quotation stands, with the punctuation at its ends and but for a final full stop.
std::vector<FragmentMatch> find_whole(const QuoteText& quote, const SourceWindow& window);

// Whether the final full stop of the quotation is one the source lacks there.
bool drops_final_stop(const QuoteText& quote, const SourceWindow& window, std::uint32_t end);

// All fragments in order, each exact, with fewer than kQuoteLimits.gap_words between two: the
// first such row of matches, or none.
std::optional<std::vector<FragmentMatch>> find_elided(const QuoteText& quote,
                                                      const SourceWindow& window);

// The quotation over a lead-in and an item of its list: its first words are the last ones before
// word `lead_end` of the window, all others stand from word `item` on. Empty when they do not.
std::vector<FragmentMatch> find_across(const QuoteText& quote, const SourceWindow& window,
                                       std::uint32_t lead_end, std::uint32_t item);

}  // namespace ordalag
