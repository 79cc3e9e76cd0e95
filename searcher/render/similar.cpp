#include "searcher/render/similar.hpp"

#include <boost/json/array.hpp>
#include <cmath>
#include <vector>

#include "searcher/render/csv.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

// Whole percent, 100 only when no word differs.
std::string percent(double similarity) {
  constexpr double kHundred = 100;
  return std::to_string(static_cast<int>(std::floor(similarity * kHundred))) + " %";
}

void add_hit(const Hit& hit, const std::string& mark, const TextOptions& options,
             std::string& text) {
  StyledText head;
  head.add(mark, Style::kFaint).add(hit.cite, Style::kStrong);
  StyledText body;
  if (hit.lead_in) body.add(*hit.lead_in + " ", Style::kFaint);
  body.add(hit.text);
  StyledText foot;
  foot.add(hit.passage.id.value, Style::kFaint);
  text += head.wrapped(options.width, "", options.colour) +
          body.wrapped(options.width, "    ", options.colour) +
          foot.wrapped(options.width, "    ", options.colour);
}

}  // namespace

json::object similar_json(const SimilarAnswer& answer) {
  json::object object{{"schema_version", kJsonVersion},
                      {"index", index_json(answer.index)},
                      {"passage", hit_json(answer.passage)},
                      {"total", answer.total},
                      {"by_other_parties", answer.by_others}};
  json::array list;
  for (const SimilarPassage& similar : answer.similar)
    list.push_back({{"similarity", four_places(similar.similarity)},
                    {"identical", similar.identical},
                    {"party_in_common", parties_json(similar.parties)},
                    {"hit", hit_json(similar.hit)}});
  object["similar"] = std::move(list);
  return object;
}

std::string similar_text(const SimilarAnswer& answer, const TextOptions& options) {
  std::string text;
  add_hit(answer.passage, "", options, text);
  const Language language = options.language;
  std::string counts = answer.total == 0 ? say(Phrase::kNowhereElse, language)
                                         : say(Phrase::kElsewhere, language, answer.total);
  if (answer.by_others > 0) counts += ", " + say(Phrase::kByOthers, language, answer.by_others);
  text += "\n" + counts + "\n";
  for (const SimilarPassage& similar : answer.similar) {
    text += "\n";
    add_hit(similar.hit, percent(similar.similarity) + "  ", options, text);
  }
  return text;
}

std::string similar_csv(const SimilarAnswer& answer) {
  std::vector<std::string> names{"similarity", "identical"};
  const auto columns = hit_columns();
  names.insert(names.end(), columns.begin(), columns.end());
  std::string text = csv_record(names);
  for (const SimilarPassage& similar : answer.similar) {
    std::vector<std::string> fields{percent(similar.similarity),
                                    similar.identical ? "true" : "false"};
    const auto of_hit = hit_fields(similar.hit);
    fields.insert(fields.end(), of_hit.begin(), of_hit.end());
    text += csv_record(fields);
  }
  return text;
}

}  // namespace ordalag
