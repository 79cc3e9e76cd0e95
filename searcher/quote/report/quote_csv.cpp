#include "searcher/quote/report/quote_csv.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "searcher/render/csv.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

// Columns in order; both kinds of row fill them by name.
constexpr std::array<std::string_view, 18> kColumns = {
    "id",       "quote",   "party",      "speaker",        "document",    "verdict",
    "rule",     "similarity", "folds",   "alterations",    "omitted",     "omitted_negation",
    "common",   "found_party", "found_document", "cite",   "matched_text", "error"};

template <class List, class Text>
std::string joined(const List& list, Text text) {
  std::string all;
  for (const auto& item : list) {
    if (!all.empty()) all += "; ";
    all += text(item);
  }
  return all;
}

std::string yes_no(bool value) { return value ? "true" : "false"; }

std::string types_and_words(const Alteration& alteration) {
  return joined(alteration.types, [](AlterationType type) { return std::string(name(type)); }) +
         " (" + alteration.source + " > " + alteration.quote + ")";
}

}  // namespace

std::string quote_csv_header() {
  return csv_record(std::vector<std::string>(kColumns.begin(), kColumns.end()));
}

std::string quote_csv(const std::string& id, const QuoteReport& report) {
  const QuoteAnswer& answer = report.answer;
  const QuoteClaim& claim = answer.request.claim;
  const QuoteMatch* best = report.matches.empty() ? nullptr : &report.matches.front();
  const auto party = [](const PartyCode& code) { return code.value; };
  return csv_record(
      {id, answer.request.quote, claim.party.value_or(""), claim.speaker.value_or(""),
       claim.document.value_or(""), std::string(name(answer.verdict)),
       std::string(answer.rule->name), to_text(answer.similarity),
       joined(answer.folds.list(), [](Fold fold) { return std::string(name(fold)); }),
       joined(answer.alterations, types_and_words), answer.context.omitted,
       yes_no(answer.context.omitted_negation), yes_no(answer.common),
       best ? joined(best->hit.passage.attribution.party, party) : std::string(),
       best ? best->hit.document.id.value : std::string(),
       best ? best->hit.cite : std::string(),
       best ? answer.places.front().matched_text : std::string(), std::string()});
}

std::string quote_csv(const std::string& id, const Error& error) {
  std::vector<std::string> fields(kColumns.size());
  fields.front() = id;
  fields.back() = describe(error);
  return csv_record(fields);
}

}  // namespace ordalag
