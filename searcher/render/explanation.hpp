// How a query or a text is read, as JSON and as text.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/answer/text_explainer.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/render/text.hpp"

namespace ordalag {

// {"text":…,"tokens":[…],"themes":[…],"theme_terms":[…]}: offsets are code points of the text.
boost::json::object text_explanation_json(std::string_view text, const ExplainedText& explained);
// A token a line (where, text, lemma, parts), then a theme a line with what speaks for it.
std::string text_explanation(const ExplainedText& explained, const TextOptions& options);

struct QueryExplanation {
  std::string raw;
  std::string parsed;
  ResolvedQuery query;
};

boost::json::object query_explanation_json(const QueryExplanation& explanation,
                                           const IndexReader& reader);
std::string query_explanation(const QueryExplanation& explanation, const IndexReader& reader,
                              const TextOptions& options);

}  // namespace ordalag
