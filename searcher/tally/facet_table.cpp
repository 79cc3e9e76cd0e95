#include "searcher/tally/facet_table.hpp"

#include <algorithm>
#include <utility>

#include "searcher/tally/labels.hpp"
#include "searcher/tally/topic.hpp"

namespace ordalag {
namespace {

std::vector<FacetValue> rows_of(TermField field, Tallier& tallier, const LabelContext& labels) {
  std::vector<FacetValue> rows;
  for (const auto& [term, passages] : labels.reader.values(field)) {
    const Tally tally = tallier.of(field, term);
    if (tally.count == 0) continue;
    std::string value = value_of(field, term, labels);
    std::string label = label_of(field, value, labels);
    rows.push_back({std::move(value), std::move(label), tally});
  }
  const bool years = field == TermField::kYear;
  std::sort(rows.begin(), rows.end(), [&](const FacetValue& a, const FacetValue& b) {
    if (!years && a.tally.count != b.tally.count) return a.tally.count > b.tally.count;
    return a.value < b.value;
  });
  return rows;
}

}  // namespace

Result<FacetTable> tabulate(Searcher& searcher, const SearchRequest& request) {
  FacetTable table;
  ORDALAG_TRY(answer, searcher.count(request));
  ORDALAG_TRY(question, searcher.resolve_request(request));
  const IndexReader& reader = searcher.reader();
  const Topic topic = divide(std::move(question.query));
  Tallier tallier(reader, searcher.find_all(topic.whole, request.match),
                  mask_of(topic.facts, reader));
  const LabelContext labels{reader, searcher.registries(), request.language};
  table.party = rows_of(TermField::kParty, tallier, labels);
  table.theme = rows_of(TermField::kTheme, tallier, labels);
  table.municipality = rows_of(TermField::kMunicipality, tallier, labels);
  table.kind = rows_of(TermField::kKind, tallier, labels);
  table.year = rows_of(TermField::kYear, tallier, labels);
  table.answer = std::move(answer);
  table.asked = asked_in_words(request);
  ORDALAG_CHECK(reader.health());
  return table;
}

}  // namespace ordalag
