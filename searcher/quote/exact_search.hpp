// Looks for a quotation word for word: as a whole, over a lead-in and its item, with marked gaps.
#pragma once

#include <span>
#include <vector>

#include "searcher/quote/candidates.hpp"
#include "searcher/quote/claim.hpp"
#include "searcher/quote/quote_answer.hpp"
#include "searcher/quote/quote_text.hpp"
#include "searcher/quote/source_window.hpp"

namespace ordalag {

// A place with what is said of it only if it is the best one.
struct ExactPlace {
  QuotePlace place;
  FoldSet folds;
  QuoteContext context;
};

struct ExactPlaces {
  std::vector<ExactPlace> places;
  bool complete = true;  // false: cut at kQuoteLimits.most_places
};

// All places where every word stands so. Those that write its longest words in other letters or
// with a hyphen inside may be missed: find_exact_places_in sees them.
ExactPlaces find_exact_places(const IndexReader& reader, const QuoteText& quote,
                              const Candidates& candidates);

// The same in windows that have been read, of whatever letters.
ExactPlaces find_exact_places_in(const IndexReader& reader, const QuoteText& quote,
                                 std::span<const SourceWindow> windows);

// All places (one a window) where the fragments stand in order within one section.
ExactPlaces find_elided_places(const IndexReader& reader, const QuoteText& quote,
                               const Candidates& candidates);

}  // namespace ordalag
