// Why a passage was found: snippet, highlights, missing words.
#pragma once

#include <vector>

#include "searcher/answer/hit.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/match/text_view.hpp"
#include "searcher/match/word_matcher.hpp"
#include "searcher/rank/ranked.hpp"

namespace ordalag {

// Made once a query.
class FindingBuilder {
 public:
  // Both outlive the builder.
  FindingBuilder(const ResolvedQuery& query, TextView& view);

  // The finding of `hit`, without rank and score. A phrase is marked once, as one range. Linear
  // in the passage; of a passage in Tier::kSomeWords also in its lead-in and headings.
  Finding build(const Hit& hit, Tier tier);

 private:
  std::vector<std::string> missing(const Hit& hit);
  void note_words(std::string_view text, std::vector<bool>& found);

  const ResolvedQuery& query_;
  TextView& view_;
  WordMatcher matcher_;
  std::vector<const ResolvedNode*> clauses_;  // phrases, forms, wildcards, NEAR: not negated
  std::vector<WordMatch> matches_;
  std::vector<Occurrence> occurrences_;
  std::vector<Mark> marks_;
};

}  // namespace ordalag
