// ClaimReview and Web Annotation: the answer in the words of other tools.
#include <boost/json/array.hpp>
#include <string>

#include "searcher/quote/report/quote_json.hpp"
#include "searcher/quote/report/verdict_words.hpp"
#include "searcher/render/json.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

std::string_view language_tag(Language language) {
  return language == Language::kSwedish ? "sv" : "en";
}

// Who is said to have said it; null when no origin was claimed.
json::value claimed_author(const QuoteClaim& claim) {
  if (claim.speaker) {
    json::object person{{"@type", "Person"}, {"name", *claim.speaker}};
    if (claim.party) person["affiliation"] = {{"@type", "PoliticalParty"}, {"name", *claim.party}};
    return person;
  }
  if (claim.party) return json::object{{"@type", "PoliticalParty"}, {"name", *claim.party}};
  return nullptr;
}

json::object source_json(const QuoteMatch& match, const QuotePlace& place) {
  const Hit& hit = match.hit;
  json::object work{{"@type", "CreativeWork"},
                    {"name", hit.document.title ? hit.document.title->value : hit.document.id.value},
                    {"url", hit.source_link},
                    {"identifier", hit.passage.id.value},
                    {"text", place.matched_text},
                    {"creditText", hit.cite}};
  if (hit.document.date) work["datePublished"] = hit.document.date->value;
  return work;
}

json::object target_json(const QuoteMatch& match, const QuotePlace& place) {
  json::array selectors{{{"type", "TextQuoteSelector"},
                         {"exact", place.matched_text},
                         {"prefix", place.before},
                         {"suffix", place.after}}};
  for (const CodePointSpan& span : match.spans) {
    selectors.push_back(
        {{"type", "TextPositionSelector"}, {"start", span.begin}, {"end", span.end}});
  }
  return {{"source", match.hit.source_link}, {"selector", std::move(selectors)}};
}

}  // namespace

json::object claim_review_json(const QuoteReport& report) {
  const QuoteAnswer& answer = report.answer;
  json::object claim{{"@type", "Claim"}, {"text", answer.request.quote}};
  if (json::value author = claimed_author(answer.request.claim); !author.is_null()) {
    claim["author"] = std::move(author);
  }
  if (answer.request.claim.document) {
    claim["appearance"] = {{"@type", "CreativeWork"}, {"name", *answer.request.claim.document}};
  }
  json::array sources;
  for (std::size_t i = 0; i < report.matches.size(); ++i) {
    sources.push_back(source_json(report.matches[i], answer.places[i]));
  }
  return {{"@context", "https://schema.org"},
          {"@type", "ClaimReview"},
          {"creativeWorkStatus", "Draft"},
          {"inLanguage", language_tag(report.language)},
          {"claimReviewed", answer.request.quote},
          {"itemReviewed", std::move(claim)},
          {"reviewBody", summary(report)},
          {"keywords", name(answer.verdict)},
          {"isBasedOn", std::move(sources)}};
}

json::object annotation_json(const QuoteReport& report) {
  const QuoteAnswer& answer = report.answer;
  json::array targets;
  for (std::size_t i = 0; i < report.matches.size(); ++i) {
    targets.push_back(target_json(report.matches[i], answer.places[i]));
  }
  if (targets.empty()) targets.emplace_back("urn:ordalag:index:" + report.index_id);
  return {{"@context", "http://www.w3.org/ns/anno.jsonld"},
          {"type", "Annotation"},
          {"motivation", "assessing"},
          {"body",
           json::array{{{"type", "TextualBody"},
                        {"purpose", "classifying"},
                        {"value", name(answer.verdict)},
                        {"format", "text/plain"}},
                       {{"type", "TextualBody"},
                        {"purpose", "assessing"},
                        {"value", summary(report)},
                        {"format", "text/plain"},
                        {"language", language_tag(report.language)}},
                       {{"type", "TextualBody"},
                        {"purpose", "identifying"},
                        {"value", answer.request.quote},
                        {"format", "text/plain"}}}},
          {"target", std::move(targets)}};
}

}  // namespace ordalag
