// Facets with their denominators: JSON, CSV and tables with bars.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "searcher/render/text.hpp"
#include "searcher/tally/facet_table.hpp"

namespace ordalag {

boost::json::object facet_table_json(const FacetTable& table);
std::string facet_table_text(const FacetTable& table, const TextOptions& options);
std::string facet_table_csv(const FacetTable& table);

}  // namespace ordalag
