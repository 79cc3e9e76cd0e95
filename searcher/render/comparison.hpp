// Sides beside each other: JSON, CSV and text.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "searcher/render/text.hpp"
#include "searcher/tally/comparison.hpp"

namespace ordalag {

boost::json::object comparison_json(const Comparison& answer);
// Sides, each with its passages; then who is silent, and why.
std::string comparison_text(const Comparison& answer, const TextOptions& options);
// A record for each passage with its provenance, and one for each silent side.
std::string comparison_csv(const Comparison& answer);

}  // namespace ordalag
