// Near-copies of a passage: JSON, CSV and text.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "searcher/answer/similar.hpp"
#include "searcher/render/text.hpp"

namespace ordalag {

boost::json::object similar_json(const SimilarAnswer& answer);
// The passage, then where else it stands, the most alike first.
std::string similar_text(const SimilarAnswer& answer, const TextOptions& options);
std::string similar_csv(const SimilarAnswer& answer);

}  // namespace ordalag
