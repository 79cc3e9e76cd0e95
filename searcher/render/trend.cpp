#include "searcher/render/trend.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <utility>
#include <vector>

#include "searcher/render/bar_table.hpp"
#include "searcher/render/csv.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/tally_fields.hpp"
#include "searcher/render/unknown_values.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

}  // namespace

json::object trend_json(const Trend& answer) {
  json::object object = counting_json(
      {answer.raw, answer.parsed, answer.asked, answer.unknown}, answer.index);
  add_tally(answer.all, object["total"].emplace_object());
  add_tally(answer.undated, object["undated"].emplace_object());
  object["took_ms"] = four_places(answer.took_ms);
  json::array years;
  for (const TrendYear& row : answer.years) {
    json::object year{{"year", row.year}};
    add_tally(row.tally, year);
    json::array parties;
    for (const PartyTally& party : row.parties)
      parties.push_back(tally_json(party.value, party.label, party.tally));
    year["parties"] = std::move(parties);
    years.push_back(std::move(year));
  }
  object["years"] = std::move(years);
  return object;
}

std::string trend_csv(const Trend& answer) {
  std::vector<std::string> names{"year", "party", "label"};
  add_tally_columns(names);
  add_source_columns(names);
  std::string text = csv_record(names);
  const auto add = [&](std::vector<std::string> fields, const Tally& tally) {
    add_tally(tally, fields);
    add_source({answer.asked, answer.index}, fields);
    text += csv_record(fields);
  };
  for (const TrendYear& row : answer.years) {
    const std::string year = std::to_string(row.year);
    add({year, "", ""}, row.tally);
    for (const PartyTally& party : row.parties) add({year, party.value, party.label}, party.tally);
  }
  if (answer.undated.documents > 0) add({"", "", ""}, answer.undated);
  return text;
}

std::string trend_text(const Trend& answer, const TextOptions& options) {
  const Language language = options.language;
  const std::string unknown = unknown_values_text(answer.unknown, options);
  if (answer.all.count == 0) return unknown + say(Phrase::kNoHits, language) + "\n";
  std::vector<BarRow> years;
  for (const TrendYear& row : answer.years) years.push_back({std::to_string(row.year), row.tally});
  if (answer.undated.documents > 0)
    years.push_back({say(Phrase::kUndated, language), answer.undated});
  std::string text = unknown + bar_table(say(Phrase::kYear, language), years, options);
  std::vector<std::pair<std::string, std::vector<BarRow>>> parties;  // by code
  for (const TrendYear& row : answer.years) {
    for (const PartyTally& party : row.parties) {
      auto at = std::find_if(parties.begin(), parties.end(),
                             [&](const auto& known) { return known.first == party.label; });
      if (at == parties.end()) at = parties.insert(at, {party.label, {}});
      at->second.push_back({std::to_string(row.year), party.tally});
    }
  }
  for (const auto& [label, rows] : parties) {
    const bool any = std::any_of(rows.begin(), rows.end(),
                                 [](const BarRow& row) { return row.tally.count > 0; });
    if (any) text += "\n" + bar_table(label, rows, options);
  }
  return text;
}

}  // namespace ordalag
