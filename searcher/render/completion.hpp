// Draws completions of a query.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/answer/completion.hpp"
#include "searcher/render/text.hpp"

namespace ordalag {

// Answer of suggest (docs/schema/suggest.schema.json).
boost::json::object completions_json(std::string_view typed, const IndexInfo& index,
                                     const std::vector<Completion>& completions);

// A line each: the query (of a long one the completed word alone), and how many passages hold that
// word.
std::string completions_text(const std::vector<Completion>& completions,
                             const TextOptions& options);

}  // namespace ordalag
