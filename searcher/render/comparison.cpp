#include "searcher/render/comparison.hpp"

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

Phrase heading_of(CompareBy by) {
  switch (by) {
    case CompareBy::kMunicipality:
      return Phrase::kMunicipality;
    case CompareBy::kYear:
      return Phrase::kYear;
    case CompareBy::kParty:
      break;
  }
  return Phrase::kParty;
}

// Who says nothing, by the reason.
std::string silent_text(const Comparison& answer, const TextOptions& options) {
  std::string text;
  for (const auto& [reason, phrase] :
       {std::pair{Silence::kNoMatch, Phrase::kSilentNoMatch},
        std::pair{Silence::kNoDocuments, Phrase::kSilentNoDocuments}}) {
    std::string labels;
    for (const ComparedSide& side : answer.sides)
      if (side.silence == reason) labels += (labels.empty() ? "" : ", ") + side.label;
    if (labels.empty()) continue;
    StyledText line;
    line.add(say(phrase, options.language) + ": ", Style::kFaint).add(labels);
    text += "\n" + line.wrapped(options.width, "", options.colour);
  }
  if (answer.elsewhere > 0)
    text += "\n" + say(Phrase::kUnattributed, options.language, answer.elsewhere) + "\n";
  return text;
}

}  // namespace

json::object comparison_json(const Comparison& answer) {
  json::object object = counting_json(
      {answer.raw, answer.parsed, answer.asked, answer.unknown}, answer.index);
  object["by"] = name(answer.by);
  add_tally(answer.all, object["total"].emplace_object());
  object["unattributed"] = answer.elsewhere;
  object["took_ms"] = four_places(answer.took_ms);
  json::array groups;
  for (const ComparedSide& side : answer.sides) {
    json::object group = tally_json(side.value, side.label, side.tally);
    group["silent"] = side.silence ? json::value(name(*side.silence)) : json::value(nullptr);
    json::array hits;
    for (const Hit& hit : side.hits) hits.push_back(hit_json(hit));
    group["hits"] = std::move(hits);
    groups.push_back(std::move(group));
  }
  object["groups"] = std::move(groups);
  return object;
}

std::string comparison_csv(const Comparison& answer) {
  std::vector<std::string> names{std::string(name(answer.by)), "label", "silent"};
  add_tally_columns(names);
  for (const std::string_view column : hit_columns()) names.push_back("hit_" + std::string(column));
  add_source_columns(names);
  std::string text = csv_record(names);
  for (const ComparedSide& side : answer.sides) {
    std::vector<std::string> about{side.value, side.label,
                                   std::string(side.silence ? name(*side.silence) : "")};
    add_tally(side.tally, about);
    const auto add = [&](const std::vector<std::string>& of_hit) {
      std::vector<std::string> fields = about;
      fields.insert(fields.end(), of_hit.begin(), of_hit.end());
      add_source({answer.asked, answer.index}, fields);
      text += csv_record(fields);
    };
    for (const Hit& hit : side.hits) add(hit_fields(hit));
    if (side.silence) add(std::vector<std::string>(hit_columns().size()));
  }
  return text;
}

std::string comparison_text(const Comparison& answer, const TextOptions& options) {
  const Language language = options.language;
  std::vector<BarRow> rows;
  for (const ComparedSide& side : answer.sides)
    if (!side.silence) rows.push_back({side.label, side.tally});
  std::string text = unknown_values_text(answer.unknown, options);
  text += rows.empty() ? say(Phrase::kNoHits, language) + "\n"
                                  : bar_table(say(heading_of(answer.by), language), rows, options);
  for (const ComparedSide& side : answer.sides) {
    if (side.hits.empty()) continue;
    StyledText label;
    label.add(side.label, Style::kStrong);
    text += "\n" + label.wrapped(options.width, "", options.colour);
    for (const Hit& hit : side.hits) text += "\n" + hit_text(hit, options);
  }
  return text + silent_text(answer, options);
}

}  // namespace ordalag
