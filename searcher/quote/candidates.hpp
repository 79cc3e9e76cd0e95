// Where in the index a quotation may stand: found by its rarest words, never by scanning.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/quote/quote_limits.hpp"
#include "searcher/quote/quote_terms.hpp"

namespace ordalag {

// A set of the words that were looked up: one bit each, by rarity.
using TermMask = std::uint32_t;
static_assert(kQuoteLimits.candidate_terms <= 32);

// A run of passages of one document that holds some of the rare words near each other.
struct CandidateWindow {
  DocumentNumber document = 0;
  PassageNumber first = 0;  // passages that hold such words, first and last
  PassageNumber last = 0;
  ByteSpan bytes;           // in the canonical text, with room for the rest of the quotation
  double weight = 0;        // sum of the inverse document frequencies of the words it holds
  TermMask terms = 0;       // the words it holds
};

struct CandidateRequest {
  std::span<const QuoteTerm> terms;
  std::size_t bytes = 0;  // size of the quotation with its gaps
  std::size_t at_most = 0;
  std::size_t least_terms = kQuoteLimits.candidate_least_terms;  // read whatever they cost
  // Of more windows than at_most those for which it holds are kept first; may be empty.
  std::function<bool(const CandidateWindow&)> prefer;
};

struct Candidates {
  std::vector<CandidateWindow> windows;  // heaviest first, then in text order
  bool complete = true;                  // false: there were more than at_most
  double full_weight = 0;                // of a window that held all the words looked up
  TermMask inner = 0;  // words from between the quotation's first and last: analysed as in a source
};

// Windows that reach kQuoteLimits.near_weight of the best one's weight. Time grows with the
// postings of the rarest words, at most kQuoteLimits.candidate_postings of them together but for
// the rarest few, which are always read.
Candidates find_candidates(const IndexReader& reader, const CandidateRequest& request);

}  // namespace ordalag
