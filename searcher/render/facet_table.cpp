#include "searcher/render/facet_table.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <utility>
#include <vector>

#include "searcher/render/bar_table.hpp"
#include "searcher/render/csv.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/tally_fields.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

struct FacetList {
  std::string_view name;
  Phrase heading;
  std::vector<FacetValue> FacetTable::*rows;
};
constexpr std::array kFacetLists{
    FacetList{"party", Phrase::kParty, &FacetTable::party},
    FacetList{"theme", Phrase::kTheme, &FacetTable::theme},
    FacetList{"municipality", Phrase::kMunicipality, &FacetTable::municipality},
    FacetList{"kind", Phrase::kKind, &FacetTable::kind},
    FacetList{"year", Phrase::kYear, &FacetTable::year},
};

}  // namespace

json::object facet_table_json(const FacetTable& table) {
  json::object object = count_json(table.answer);
  json::object facets;
  for (const FacetList& list : kFacetLists) {
    json::array rows;
    for (const FacetValue& row : table.*list.rows)
      rows.push_back(tally_json(row.value, row.label, row.tally));
    facets[list.name] = std::move(rows);
  }
  object["facets"] = std::move(facets);
  return object;
}

std::string facet_table_text(const FacetTable& table, const TextOptions& options) {
  std::string text = total_text(table.answer, options);
  for (const FacetList& list : kFacetLists) {
    std::vector<BarRow> rows;
    for (const FacetValue& row : table.*list.rows) rows.push_back({row.label, row.tally});
    if (!rows.empty()) text += "\n" + bar_table(say(list.heading, options.language), rows, options);
  }
  return text;
}

std::string facet_table_csv(const FacetTable& table) {
  std::vector<std::string> names{"facet", "value", "label"};
  add_tally_columns(names);
  add_source_columns(names);
  std::string text = csv_record(names);
  for (const FacetList& list : kFacetLists)
    for (const FacetValue& row : table.*list.rows) {
      std::vector<std::string> fields{std::string(list.name), row.value, row.label};
      add_tally(row.tally, fields);
      add_source({table.asked, table.answer.index}, fields);
      text += csv_record(fields);
    }
  return text;
}

}  // namespace ordalag
