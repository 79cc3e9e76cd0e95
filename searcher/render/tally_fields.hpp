// A tally as members of a JSON object and as fields of a CSV record.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/answer/unknown_values.hpp"
#include "searcher/tally/tally.hpp"

namespace ordalag {

void add_tally(const Tally& tally, boost::json::object& object);
// {"value":…,"label":…} with the tally.
boost::json::object tally_json(const std::string& value, const std::string& label,
                               const Tally& tally);
// schema_version, query and index: what every answer that counts begins with.
struct CountedQuery {
  const std::string &raw, &parsed;
  const std::string& asked;  // with the filters
  const std::vector<UnknownValue>& unknown;
};
boost::json::object counting_json(const CountedQuery& query, const IndexInfo& index);

// The same columns in names and in records.
void add_tally_columns(std::vector<std::string>& names);
void add_tally(const Tally& tally, std::vector<std::string>& fields);

// Which question was put to which index: the provenance of a count.
struct CountSource {
  const std::string& query;
  const IndexInfo& index;
};
void add_source_columns(std::vector<std::string>& names);
void add_source(const CountSource& source, std::vector<std::string>& fields);

}  // namespace ordalag
