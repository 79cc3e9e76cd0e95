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

  // The finding of `hit`, without rank and score. `read`: the words of the query in its text, when
  // ranking has read it. A phrase is marked once, as one range. Linear in the passage; of a passage
  // in Tier::kSomeWords also in its lead-in and headings.
  Finding build(const Hit& hit, Tier tier, const std::vector<WordMatch>* read = nullptr);

 private:
  std::vector<std::string> missing(const Hit& hit, const std::vector<WordMatch>& in_text);
  static void note_words(const std::vector<WordMatch>& matches, std::vector<bool>& found);
  void find_words(std::string_view text);

  const ResolvedQuery& query_;
  TextView& view_;
  WordMatcher matcher_;
  std::vector<const ResolvedNode*> clauses_;  // phrases, forms, wildcards, NEAR: not negated
  std::vector<WordMatch> matches_;
  std::vector<Occurrence> occurrences_;
  std::vector<Mark> marks_;
};

}  // namespace ordalag
