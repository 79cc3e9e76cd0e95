// What the best documents found speak of, beside the words of the query: by it documents further
// down are told from each other (pseudo-relevance feedback, Rocchio 1971; decision 005).
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/rank/document_search.hpp"

namespace ordalag {

struct FeedbackTerm {
  std::string lemma;
  double weight = 0;  // against a word of the query; at most kFeedbackWeights.weight
};

// Words that stand in several of the first kFeedbackWeights.documents of `ranked` (best first), the
// most telling first, but those that `asked` knows. Reads the beginning of each: about a
// millisecond.
std::vector<FeedbackTerm> feedback_terms(std::span<const RankedDocument> ranked,
                                         const std::function<bool(const std::string&)>& asked,
                                         const IndexReader& reader, const Analyser& analyser,
                                         WordCache& cache);

}  // namespace ordalag
