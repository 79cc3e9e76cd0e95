#include "searcher/quote/report/quote_json.hpp"

#include <boost/json/array.hpp>
#include <algorithm>
#include <array>
#include <string_view>

#include "searcher/render/json.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 4> kOpNames = {"equal", "replace", "delete", "insert"};

// 1 is kept for what does not differ at all.
double shown_similarity(double similarity) {
  return similarity >= 1 ? 1 : std::min(four_places(similarity), 0.9999);
}

json::object claim_json(const QuoteClaim& claim) {
  return {{"party", or_null(claim.party)},
          {"speaker", or_null(claim.speaker)},
          {"document", or_null(claim.document)}};
}

json::array folds_json(const FoldSet& folds) {
  json::array list;
  for (const Fold fold : folds.list()) list.emplace_back(name(fold));
  return list;
}

// One entry for each type of a difference, so that every type can be looked for.
json::array alterations_json(const std::vector<Alteration>& alterations) {
  json::array list;
  for (const Alteration& alteration : alterations) {
    for (const AlterationType type : alteration.types) {
      list.push_back({{"type", name(type)},
                      {"quote", alteration.quote},
                      {"source", alteration.source},
                      {"unit", alteration.sign ? "sign" : "word"}});
    }
  }
  return list;
}

json::object context_json(const QuoteContext& context) {
  return {{"starts_mid_sentence", context.starts_mid_sentence},
          {"ends_mid_sentence", context.ends_mid_sentence},
          {"omitted", context.omitted},
          {"omitted_negation", context.omitted_negation},
          {"cut_negation", context.cut_negation}};
}

json::object match_json(const QuoteMatch& match, const QuotePlace& place) {
  json::array diff;
  for (const DiffPiece& piece : place.diff) {
    diff.push_back({{"op", kOpNames[static_cast<std::size_t>(piece.op)]},
                    {"quote", piece.quote},
                    {"source", piece.source}});
  }
  json::array spans;
  for (const CodePointSpan& span : match.spans) spans.push_back(json::array{span.begin, span.end});
  json::array passages;
  for (const PassageId& id : match.passages) passages.emplace_back(id.value);
  return {{"hit", hit_json(match.hit)},
          {"similarity", shown_similarity(place.similarity)},
          {"matched_text", place.matched_text},
          {"before", place.before},
          {"after", place.after},
          {"claim_fits", place.claim_fits},
          {"passages", std::move(passages)},
          {"spans", std::move(spans)},
          {"diff", std::move(diff)}};
}

// With whom the words were found, each origin once.
json::array origins_json(const QuoteReport& report) {
  json::array list;
  for (const QuoteMatch& match : report.matches) {
    const Attribution& by = match.hit.passage.attribution;
    json::object origin{{"party", parties_json(by.party)},
                        {"speaker", or_null(by.speaker)},
                        {"document", match.hit.document.id.value}};
    if (std::ranges::find(list, json::value(origin)) == list.end()) list.push_back(origin);
  }
  return list;
}

}  // namespace

json::object quote_json(const QuoteReport& report) {
  const QuoteAnswer& answer = report.answer;
  json::array matches;
  for (std::size_t i = 0; i < report.matches.size(); ++i) {
    matches.push_back(match_json(report.matches[i], answer.places[i]));
  }
  json::array nearest;
  for (const Hit& hit : report.nearest) nearest.push_back(hit_json(hit));
  return {{"schema_version", kJsonVersion},
          {"quote", answer.request.quote},
          {"claimed", claim_json(answer.request.claim)},
          {"verdict", name(answer.verdict)},
          {"rule", answer.rule->name},
          {"reason", reason(report)},
          {"similarity", shown_similarity(answer.similarity)},
          {"folds", folds_json(answer.folds)},
          {"alterations", alterations_json(answer.alterations)},
          {"context", context_json(answer.context)},
          {"common", answer.common},
          {"places", {{"value", answer.places_found},
                      {"relation", answer.places_complete ? "eq" : "ge"}}},
          {"origins", origins_json(report)},
          {"matches", std::move(matches)},
          {"nearest", std::move(nearest)},
          {"took_ms", four_places(answer.took_ms)}};
}

}  // namespace ordalag
