#include "searcher/render/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>
#include <string>

#include "searcher/render/unknown_values.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

json::array facet_list(const std::vector<FacetCount>& counts) {
  json::array list;
  for (const FacetCount& row : counts)
    list.push_back({{"value", row.value}, {"label", row.label}, {"count", row.count}});
  return list;
}

json::array mentions_json(const std::vector<MentionedParty>& mentions) {
  json::array list;
  for (const MentionedParty& mention : mentions) {
    json::array evidence;
    for (const CodePointSpan& span : mention.evidence) evidence.push_back(range_object(span));
    list.push_back({{"party", mention.code.value},
                    {"label", mention.label},
                    {"evidence", std::move(evidence)}});
  }
  return list;
}

json::object snippet_json(const Snippet& snippet) {
  json::array highlights;
  for (const Highlight& highlight : snippet.highlights) {
    json::object object = range_object(highlight.span);
    object["class"] = name(highlight.match_class);
    object["query_word"] = highlight.query_word;
    highlights.push_back(std::move(object));
  }
  return {{"text", snippet.text}, {"highlights", std::move(highlights)}};
}

json::array editions_json(const std::vector<EditionReference>& editions) {
  json::array list;
  for (const EditionReference& edition : editions)
    list.push_back({{"id", edition.id.value},
                    {"document", edition.document.value},
                    {"title", or_null(edition.title)},
                    {"identical", edition.identical}});
  return list;
}

json::object query_json(const SearchAnswer& answer) {
  json::array expansions;
  for (const Expansion& expansion : answer.expansions)
    expansions.push_back({{"word", expansion.word},
                          {"forms", strings_json(expansion.forms)},
                          {"synonyms", strings_json(expansion.synonyms)},
                          {"read_as", or_null(expansion.read_as)}});
  return {{"raw", answer.raw},
          {"parsed", answer.parsed},
          {"expansions", std::move(expansions)},
          {"unknown_values", unknown_values_json(answer.unknown)}};
}

json::object total_json(const SearchAnswer& answer) {
  return {{"value", answer.total},
          {"relation", answer.exact_total ? "eq" : "ge"},
          {"all_words", answer.all_words}};
}

}  // namespace

json::object range_object(const CodePointSpan& span) {
  return {{"start", span.begin}, {"end", span.end}};
}

json::array themes_json(const std::vector<LabelledTheme>& themes) {
  json::array list;
  for (const LabelledTheme& theme : themes) {
    json::array evidence;
    for (const CodePointSpan& span : theme.tag.evidence) evidence.push_back(range_object(span));
    list.push_back({{"id", theme.tag.id.value},
                    {"label", theme.label},
                    {"score", four_places(theme.tag.score)},
                    {"ground", name(theme.tag.ground)},
                    {"evidence", std::move(evidence)}});
  }
  return list;
}

double four_places(double value) {
  constexpr double kPlaces = 1e4;
  return std::round(value * kPlaces) / kPlaces;
}

json::value or_null(const std::optional<std::string>& text) {
  return text ? json::value(*text) : json::value(nullptr);
}

json::value or_null(const std::optional<Fact>& fact) {
  return fact ? json::value(fact->value) : json::value(nullptr);
}

json::array strings_json(const std::vector<std::string>& strings) {
  return json::array(strings.begin(), strings.end());
}

json::array parties_json(const std::vector<PartyCode>& parties) {
  json::array list;
  for (const PartyCode& party : parties) list.emplace_back(party.value);
  return list;
}

json::value range_json(const std::optional<LineRange>& lines) {
  if (!lines) return nullptr;
  return json::array{lines->first, lines->last};
}

json::object index_json(const IndexInfo& index) {
  return {{"id", index.id},
          {"revision", index.revision},
          {"built_at", index.built_at},
          {"analyser", index.analyser},
          {"documents", index.documents},
          {"passages", index.passages}};
}

json::object facets_json(const Facets& facets) {
  return {{"party", facet_list(facets.party)},
          {"theme", facet_list(facets.theme)},
          {"municipality", facet_list(facets.municipality)},
          {"kind", facet_list(facets.kind)},
          {"year", facet_list(facets.year)}};
}

json::object document_json(const DocumentFacts& facts) {
  return {{"id", facts.id.value},
          {"title", or_null(facts.title)},
          {"publisher", or_null(facts.publisher)},
          {"party", parties_json(facts.attribution.party)},
          {"municipality", or_null(facts.municipality)},
          {"date", or_null(facts.date)},
          {"kind", or_null(facts.kind)},
          {"url", or_null(facts.url)},
          {"licence", or_null(facts.licence)}};
}

json::object provenance_json(const Passage& passage, const SourceInfo& source) {
  const Provenance& place = passage.provenance;
  json::object object{{"file", source.file}, {"sha256", source.sha256}};
  object["page"] = place.page ? json::value(*place.page) : json::value(nullptr);
  object["page_label"] = or_null(place.page_label);
  object["lines"] = range_json(place.lines);
  object["printed_lines"] = range_json(place.printed_lines);
  object["source_bytes"] =
      place.source_bytes
          ? json::value(json::array{place.source_bytes->begin, place.source_bytes->end})
          : json::value(nullptr);
  object["span"] = json::array{passage.span.begin, passage.span.end};
  json::array quads;
  for (const PageRectangle& quad : place.quads)
    quads.push_back(json::object{{"page", quad.page},
                                 {"left", four_places(quad.left)},
                                 {"top", four_places(quad.top)},
                                 {"right", four_places(quad.right)},
                                 {"bottom", four_places(quad.bottom)}});
  object["quads"] = std::move(quads);
  return object;
}

json::object hit_json(const Hit& hit) {
  const Attribution& by = hit.passage.attribution;
  json::object object{{"id", hit.passage.id.value}};
  if (hit.finding) {
    object["rank"] = hit.finding->rank;
    object["score"] = four_places(hit.finding->score);
  }
  object["kind"] = name(hit.passage.kind);
  object["text"] = hit.text;
  object["lead_in"] = or_null(hit.lead_in);
  if (hit.finding) object["snippet"] = snippet_json(hit.finding->snippet);
  object["missing"] = hit.finding ? strings_json(hit.finding->missing) : json::array();
  object["party"] = parties_json(by.party);
  object["party_ground"] =
      by.party_ground ? json::value(name(*by.party_ground)) : json::value(nullptr);
  object["speaker"] = or_null(by.speaker);
  object["mentions"] = mentions_json(hit.mentions);
  object["themes"] = themes_json(hit.themes);
  object["section"] = strings_json(hit.section);
  object["document"] = document_json(hit.document);
  object["level"] = hit.level ? json::value(name(*hit.level)) : json::value(nullptr);
  object["provenance"] = provenance_json(hit.passage, hit.source);
  object["selector"] = {{"type", "TextQuoteSelector"},
                        {"exact", hit.selector.exact},
                        {"prefix", hit.selector.prefix},
                        {"suffix", hit.selector.suffix}};
  object["links"] = {{"source", hit.source_link},
                     {"text_fragment", or_null(hit.text_fragment)},
                     {"self", hit.self_link}};
  object["cite"] = hit.cite;
  object["editions"] = editions_json(hit.editions);
  return object;
}

json::object count_json(const SearchAnswer& answer) {
  return {{"schema_version", kJsonVersion},         {"query", query_json(answer)},
          {"index", index_json(answer.index)},      {"total", total_json(answer)},
          {"took_ms", four_places(answer.took_ms)}, {"facets", facets_json(answer.facets)}};
}

json::object search_json(const SearchAnswer& answer) {
  json::object object{{"schema_version", kJsonVersion},
                      {"query", query_json(answer)},
                      {"index", index_json(answer.index)},
                      {"total", total_json(answer)},
                      {"offset", answer.offset},
                      {"limit", answer.limit},
                      {"took_ms", four_places(answer.took_ms)},
                      {"suggestion", or_null(answer.suggestion)},
                      {"facets", facets_json(answer.facets)}};
  json::array hits;
  for (const Hit& hit : answer.hits) hits.push_back(hit_json(hit));
  object["hits"] = std::move(hits);
  return object;
}

json::object error_json(const Error& error) {
  json::object object{{"code", info(error.code).name}, {"message", error.message}};
  object["hint"] = error.hint.empty() ? json::value(nullptr) : json::value(error.hint);
  object["param"] = error.where.empty() ? json::value(nullptr) : json::value(error.where);
  object["position"] = error.position ? json::value(*error.position) : json::value(nullptr);
  return {{"error", std::move(object)}};
}

}  // namespace ordalag
