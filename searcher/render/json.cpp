#include "searcher/render/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>
#include <string>

#include "searcher/render/unknown_values.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

json::array facet_list(const std::vector<FacetCount>& counts, const JsonStorage& storage) {
  json::array list(storage);
  for (const FacetCount& row : counts)
    list.emplace_back(
        json::object({{"value", row.value}, {"label", row.label}, {"count", row.count}}, storage));
  return list;
}

json::array evidence_json(const std::vector<CodePointSpan>& spans, const JsonStorage& storage) {
  json::array evidence(storage);
  for (const CodePointSpan& span : spans) evidence.emplace_back(range_object(span, storage));
  return evidence;
}

json::array mentions_json(const std::vector<MentionedParty>& mentions, const JsonStorage& storage) {
  json::array list(storage);
  for (const MentionedParty& mention : mentions)
    list.emplace_back(json::object({{"party", mention.code.value},
                                    {"label", mention.label},
                                    {"evidence", evidence_json(mention.evidence, storage)}},
                                   storage));
  return list;
}

json::object snippet_json(const Snippet& snippet, const JsonStorage& storage) {
  json::array highlights(storage);
  for (const Highlight& highlight : snippet.highlights) {
    json::object object = range_object(highlight.span, storage);
    object["class"] = name(highlight.match_class);
    object["query_word"] = highlight.query_word;
    highlights.emplace_back(std::move(object));
  }
  return json::object({{"text", snippet.text}, {"highlights", std::move(highlights)}}, storage);
}

json::array editions_json(const std::vector<EditionReference>& editions,
                          const JsonStorage& storage) {
  json::array list(storage);
  for (const EditionReference& edition : editions)
    list.emplace_back(json::object({{"id", edition.id.value},
                                    {"document", edition.document.value},
                                    {"title", or_null(edition.title, storage)},
                                    {"identical", edition.identical}},
                                   storage));
  return list;
}

json::object query_json(const SearchAnswer& answer, const JsonStorage& storage) {
  json::array expansions(storage);
  for (const Expansion& expansion : answer.expansions)
    expansions.emplace_back(json::object({{"word", expansion.word},
                                          {"forms", strings_json(expansion.forms, storage)},
                                          {"synonyms", strings_json(expansion.synonyms, storage)},
                                          {"read_as", or_null(expansion.read_as, storage)}},
                                         storage));
  return json::object({{"raw", answer.raw},
                       {"parsed", answer.parsed},
                       {"expansions", std::move(expansions)},
                       {"unknown_values", unknown_values_json(answer.unknown)}},
                      storage);
}

json::object total_json(const SearchAnswer& answer, const JsonStorage& storage) {
  return json::object({{"value", answer.total},
                       {"relation", answer.exact_total ? "eq" : "ge"},
                       {"all_words", answer.all_words}},
                      storage);
}

}  // namespace

json::object range_object(const CodePointSpan& span, const JsonStorage& storage) {
  return json::object({{"start", span.begin}, {"end", span.end}}, storage);
}

json::array themes_json(const std::vector<LabelledTheme>& themes, const JsonStorage& storage) {
  json::array list(storage);
  for (const LabelledTheme& theme : themes)
    list.emplace_back(json::object({{"id", theme.tag.id.value},
                                    {"label", theme.label},
                                    {"score", four_places(theme.tag.score)},
                                    {"ground", name(theme.tag.ground)},
                                    {"evidence", evidence_json(theme.tag.evidence, storage)}},
                                   storage));
  return list;
}

double four_places(double value) {
  constexpr double kPlaces = 1e4;
  return std::round(value * kPlaces) / kPlaces;
}

json::value or_null(const std::optional<std::string>& text, const JsonStorage& storage) {
  return text ? json::value(*text, storage) : json::value(nullptr, storage);
}

json::value or_null(const std::optional<Fact>& fact, const JsonStorage& storage) {
  return fact ? json::value(fact->value, storage) : json::value(nullptr, storage);
}

json::array strings_json(const std::vector<std::string>& strings, const JsonStorage& storage) {
  return json::array(strings.begin(), strings.end(), storage);
}

json::array parties_json(const std::vector<PartyCode>& parties, const JsonStorage& storage) {
  json::array list(storage);
  for (const PartyCode& party : parties) list.emplace_back(party.value);
  return list;
}

json::value range_json(const std::optional<LineRange>& lines, const JsonStorage& storage) {
  if (!lines) return json::value(nullptr, storage);
  return json::array({lines->first, lines->last}, storage);
}

json::object index_json(const IndexInfo& index, const JsonStorage& storage) {
  return json::object({{"id", index.id},
                       {"revision", index.revision},
                       {"built_at", index.built_at},
                       {"analyser", index.analyser},
                       {"documents", index.documents},
                       {"passages", index.passages}},
                      storage);
}

json::object facets_json(const Facets& facets, const JsonStorage& storage) {
  return json::object({{"party", facet_list(facets.party, storage)},
                       {"theme", facet_list(facets.theme, storage)},
                       {"municipality", facet_list(facets.municipality, storage)},
                       {"kind", facet_list(facets.kind, storage)},
                       {"year", facet_list(facets.year, storage)}},
                      storage);
}

json::object document_json(const DocumentFacts& facts, const JsonStorage& storage) {
  return json::object({{"id", facts.id.value},
                       {"title", or_null(facts.title, storage)},
                       {"publisher", or_null(facts.publisher, storage)},
                       {"party", parties_json(facts.attribution.party, storage)},
                       {"municipality", or_null(facts.municipality, storage)},
                       {"date", or_null(facts.date, storage)},
                       {"kind", or_null(facts.kind, storage)},
                       {"url", or_null(facts.url, storage)},
                       {"licence", or_null(facts.licence, storage)}},
                      storage);
}

json::object provenance_json(const Passage& passage, const SourceInfo& source,
                             const JsonStorage& storage) {
  const Provenance& place = passage.provenance;
  json::object object({{"file", source.file}, {"sha256", source.sha256}}, storage);
  object["page"] = place.page ? json::value(*place.page) : json::value(nullptr);
  object["page_label"] = or_null(place.page_label, storage);
  object["lines"] = range_json(place.lines, storage);
  object["printed_lines"] = range_json(place.printed_lines, storage);
  if (place.source_bytes)
    object["source_bytes"] = {place.source_bytes->begin, place.source_bytes->end};
  else
    object["source_bytes"] = nullptr;
  object["span"] = {passage.span.begin, passage.span.end};
  json::array quads(storage);
  for (const PageRectangle& quad : place.quads)
    quads.emplace_back(json::object({{"page", quad.page},
                                     {"left", four_places(quad.left)},
                                     {"top", four_places(quad.top)},
                                     {"right", four_places(quad.right)},
                                     {"bottom", four_places(quad.bottom)}},
                                    storage));
  object["quads"] = std::move(quads);
  return object;
}

json::object hit_json(const Hit& hit, const JsonStorage& storage) {
  const Attribution& by = hit.passage.attribution;
  json::object object({{"id", hit.passage.id.value}}, storage);
  if (hit.finding) {
    object["rank"] = hit.finding->rank;
    object["score"] = four_places(hit.finding->score);
  }
  object["kind"] = name(hit.passage.kind);
  object["text"] = hit.text;
  object["lead_in"] = or_null(hit.lead_in, storage);
  if (hit.finding) object["snippet"] = snippet_json(hit.finding->snippet, storage);
  object["missing"] = hit.finding ? strings_json(hit.finding->missing, storage) : json::array();
  object["party"] = parties_json(by.party, storage);
  object["party_ground"] =
      by.party_ground ? json::value(name(*by.party_ground)) : json::value(nullptr);
  object["speaker"] = or_null(by.speaker, storage);
  object["mentions"] = mentions_json(hit.mentions, storage);
  object["themes"] = themes_json(hit.themes, storage);
  object["section"] = strings_json(hit.section, storage);
  object["document"] = document_json(hit.document, storage);
  object["level"] = hit.level ? json::value(name(*hit.level)) : json::value(nullptr);
  object["provenance"] = provenance_json(hit.passage, hit.source, storage);
  object["selector"] = {{"type", "TextQuoteSelector"},
                        {"exact", hit.selector.exact},
                        {"prefix", hit.selector.prefix},
                        {"suffix", hit.selector.suffix}};
  object["links"] = {{"source", hit.source_link},
                     {"text_fragment", or_null(hit.text_fragment, storage)},
                     {"self", hit.self_link}};
  object["cite"] = hit.cite;
  object["editions"] = editions_json(hit.editions, storage);
  return object;
}

json::object count_json(const SearchAnswer& answer) {
  return {{"schema_version", kJsonVersion},         {"query", query_json(answer, {})},
          {"index", index_json(answer.index)},      {"total", total_json(answer, {})},
          {"took_ms", four_places(answer.took_ms)}, {"facets", facets_json(answer.facets)}};
}

json::object search_json(const SearchAnswer& answer, const JsonStorage& storage) {
  json::object object({{"schema_version", kJsonVersion},
                       {"query", query_json(answer, storage)},
                       {"index", index_json(answer.index, storage)},
                       {"total", total_json(answer, storage)},
                       {"offset", answer.offset},
                       {"limit", answer.limit},
                       {"took_ms", four_places(answer.took_ms)},
                       {"suggestion", or_null(answer.suggestion, storage)},
                       {"facets", facets_json(answer.facets, storage)}},
                      storage);
  json::array hits(storage);
  for (const Hit& hit : answer.hits) hits.emplace_back(hit_json(hit, storage));
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
