// What the text of a passage adds to its score: exact forms, nearness, order.
#pragma once

#include <vector>

#include "searcher/match/resolved_query.hpp"
#include "searcher/match/text_view.hpp"
#include "searcher/match/word_matcher.hpp"
#include "searcher/rank/ranked.hpp"

namespace ordalag {

// The factor, at least 1, that the score of a passage is multiplied with (weights.hpp). `matches`
// as WordMatcher::find gives them. Linear in the matches.
double text_factor(const ResolvedQuery& query, const std::vector<WordMatch>& matches);

// No text of a hit of this tier gives the query a larger factor.
double largest_text_factor(const ResolvedQuery& query, Tier tier);

}  // namespace ordalag
