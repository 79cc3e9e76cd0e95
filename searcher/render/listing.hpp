// What the index holds, and the registries it was made with: JSON, text and CSV.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "searcher/answer/registry_counts.hpp"
#include "searcher/render/text.hpp"

namespace ordalag {

boost::json::object parties_json(const std::vector<PartyCount>& counts, const IndexInfo& index);
std::string parties_text(const std::vector<PartyCount>& counts, const TextOptions& options);
std::string parties_csv(const std::vector<PartyCount>& counts);

boost::json::object themes_json(const std::vector<ThemeCount>& counts, const IndexInfo& index);
std::string themes_text(const std::vector<ThemeCount>& counts, const TextOptions& options);
std::string themes_csv(const std::vector<ThemeCount>& counts);

// One document of the index, by number.
boost::json::object source_json(const StoredDocument& document);
boost::json::object sources_json(const IndexReader& reader);
std::string sources_text(const IndexReader& reader, const TextOptions& options);
std::string sources_csv(const IndexReader& reader);

// `report`: what the last run of the indexer did, as it wrote it; null when it is not there.
boost::json::object status_json(const IndexReader& reader, const boost::json::value& report);
std::string status_text(const IndexReader& reader, const boost::json::value& report,
                        const TextOptions& options);

}  // namespace ordalag
