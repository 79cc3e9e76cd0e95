// What a question is about, apart from whom it is asked of: "hyror" of `hyror parti:S år:2022`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/answer/search_request.hpp"
#include "searcher/match/resolved_query.hpp"

namespace ordalag {

// A question divided: `whole` = `topic` among the passages that `facts` lets through. Facts are
// conditions on party, municipality, kind, year, speaker and document in the outermost group.
struct Topic {
  ResolvedQuery whole;
  ResolvedQuery facts;  // empty: everything
  bool given = false;   // false: the question is made of facts alone
};
Topic divide(ResolvedQuery query);

// Takes the conditions on `field` out of the outermost group of `query`, and gives the values that
// all of them allow; empty optional when there was none.
std::optional<std::vector<std::string>> take_values(ResolvedQuery& query, TermField field);

// Adds the condition that `field` has `value` (as the index writes it).
void demand(ResolvedQuery& query, TermField field, const std::string& value);

// The whole request as one query: its text, and its filters as fields ("hyra theme:bostad").
std::string asked_in_words(const SearchRequest& request);

// Ids of the themes that the question asks for when it asks for nothing else; else none.
std::vector<std::string> themes_alone(const Topic& topic);

// The passages that match a query of facts, as a mask by number; empty when it has no condition.
std::vector<bool> mask_of(const ResolvedQuery& facts, const IndexReader& reader);

}  // namespace ordalag
