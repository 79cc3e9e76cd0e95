// From matches in a window to what is shown of a place: its texts, its diff, its context.
#pragma once

#include <vector>

#include "searcher/quote/alignment.hpp"
#include "searcher/quote/exact_match.hpp"
#include "searcher/quote/quote_answer.hpp"
#include "searcher/quote/quote_text.hpp"
#include "searcher/quote/source_window.hpp"

namespace ordalag {

// What stands between two fragments or spans where they are shown as one text.
inline constexpr std::string_view kOmission = " […] ";

// The place of fragments that stand exactly, in source order.
QuotePlace place_of_matches(const IndexReader& reader, const QuoteText& quote,
                            const SourceWindow& window, const std::vector<FragmentMatch>& matches);

// The place of an alignment over the window's words (its source numbers).
QuotePlace place_of_alignment(const IndexReader& reader, const QuoteText& quote,
                              const SourceWindow& window, const Alignment& alignment);

// The folds that the matches need, with composition and the final full stop.
FoldSet folds_of_matches(const QuoteText& quote, const SourceWindow& window,
                         const std::vector<FragmentMatch>& matches);

// How the words first..last (inclusive) of the window sit in their sentences.
QuoteContext context_of(const IndexReader& reader, const SourceWindow& window, std::size_t first,
                        std::size_t last);

// Adds what lies between the matches to `context`.
void note_omissions(const SourceWindow& window, const std::vector<FragmentMatch>& matches,
                    QuoteContext& context);

}  // namespace ordalag
