// Answers one question: do these words stand in the sources, and with whom?
#pragma once

#include <memory>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "core/registry/parties.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/quote/quote_answer.hpp"

namespace ordalag {

// Checks quotations against one revision of an index. Not shared between threads: a reader and a
// checker for each.
class QuoteChecker {
 public:
  // All three outlive the checker.
  QuoteChecker(const IndexReader& reader, const Analyser& analyser, const PartyRegistry& parties);
  ~QuoteChecker();

  // Errors: kUsage (nothing that could be quoted), kTooLarge, kBadInput (not UTF-8),
  // kIndexCorrupt, kTimeout (the deadline of the reader is minded between windows). Candidates
  // come from the index, so the cost hardly grows with it: about a millisecond.
  Result<QuoteAnswer> check(const QuoteRequest& request);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
