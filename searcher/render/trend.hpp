// Counts from year to year: JSON, CSV and tables with bars.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "searcher/render/text.hpp"
#include "searcher/tally/trend.hpp"

namespace ordalag {

boost::json::object trend_json(const Trend& answer);
std::string trend_text(const Trend& answer, const TextOptions& options);
// A record for each year and for each party in it; which index counted stands in each.
std::string trend_csv(const Trend& answer);

}  // namespace ordalag
