// What comes near a quotation that stands nowhere word for word.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/quote/quote_answer.hpp"
#include "searcher/quote/quote_text.hpp"
#include "searcher/quote/source_window.hpp"

namespace ordalag {

// A place with differing words.
struct NearPlace {
  QuotePlace place;
  std::vector<Alteration> alterations;
  QuoteContext context;
  FoldSet folds;
  std::uint32_t distance = 0;       // words that differ
  std::uint32_t equal_words = 0;
  std::uint32_t equal_content = 0;  // of them no function words
  std::uint32_t first_run = 0;      // equal words that both begin with
  std::uint32_t first_content = 0;  // of them no function words
  std::uint32_t longest_run = 0;    // most equal words in a row
  std::uint32_t run_content = 0;    // of them no function words
  bool clear = false;               // it clearly comes from there (kQuoteLimits)
};

// The place most like the quotation and other places just as like it; none when no window has a
// word of it.
std::vector<NearPlace> find_near_places(const IndexReader& reader, const QuoteText& quote,
                                        std::span<const SourceWindow> windows,
                                        const AlterationOptions& options);

// The fragments of a splice, in the quotation's order, and what was put in to join them.
struct Splice {
  std::vector<QuotePlace> places;  // none: it is no splice
  std::vector<Alteration> glue;
};

enum class SpliceReach {
  kEverywhere,
  kOnePlace,  // only a stretch of one window in another order
};

// The fragments the quotation is put together from when every word of it, but for a function word
// or two between them, stands exactly in one of them and two at least are apart: in other documents
// or sections, out of order, or with kQuoteLimits.apart_words left out between them. Words that the
// windows leave uncovered are looked up by themselves.
Splice find_splice(const IndexReader& reader, const QuoteText& quote,
                   std::vector<SourceWindow> windows, SpliceReach reach);

}  // namespace ordalag
