// Where else a passage stands in nearly the same words, within its party and across parties.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/hit_builder.hpp"

namespace ordalag {

struct NearCopy {
  PassageNumber passage = 0;
  double similarity = 0;  // share of words in common, in order; 1: the same words
};

// The passages of the index whose words are alike to `at_least` (word_similarity), the most alike
// first, ties by id. One pass over the signatures, and a comparison for each candidate.
std::vector<NearCopy> near_copies_of(const IndexReader& reader, PassageNumber passage,
                                     double at_least);

struct SimilarOptions {
  double at_least = 0.8;  // as kEditionSimilarity: two words of ten may differ
  std::uint32_t limit = 20;
};

struct SimilarPassage {
  Hit hit;
  double similarity = 0;
  bool identical = false;          // to the letter
  std::vector<PartyCode> parties;  // that both are by
};

struct SimilarAnswer {
  IndexInfo index;
  Hit passage;
  std::uint32_t total = 0;
  std::uint32_t by_others = 0;  // of them by other parties alone
  std::vector<SimilarPassage> similar;
};

// Errors: kNotFound, kIndexCorrupt.
Result<SimilarAnswer> similar_to(const IndexReader& reader, const HitBuilder& hits,
                                 const PassageId& id, const SimilarOptions& options);

}  // namespace ordalag
