#include "searcher/page/claim_remarks.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "core/text/join.hpp"
#include "searcher/answer/registries.hpp"
#include "searcher/quote/report/verdict_words.hpp"

namespace ordalag {
namespace {

std::string party_name(const PageContext& context, const PartyCode& code) {
  return party_label(context.searcher->registries(), code, context.language);
}

std::string claimed_origin(const PageContext& context, const QuoteClaim& claim) {
  std::vector<std::string> parts;
  if (claim.speaker) parts.push_back(*claim.speaker);
  if (claim.party) parts.push_back(party_name(context, PartyCode(*claim.party)));
  if (claim.document) parts.push_back(*claim.document);
  return joined(parts, ", ");
}

// Speakers and parties, each once.
std::string found_with(const PageContext& context, const QuoteReport& report) {
  std::vector<std::string> names;
  for (const QuoteMatch& match : report.matches) {
    const Attribution& by = match.hit.passage.attribution;
    std::vector<std::string> who;
    if (by.speaker) who.push_back(*by.speaker);
    for (const PartyCode& code : by.party) who.push_back(party_name(context, code));
    std::string name =
        who.empty() ? say(QuotePhrase::kUnnamed, context.language) : joined(who, ", ");
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  return joined(names, "; ");
}

}  // namespace

Html claim_remarks(const PageContext& context, const QuoteReport& report) {
  const QuoteAnswer& answer = report.answer;
  const QuoteClaim& claim = answer.request.claim;
  Html html;
  if (claim.empty()) return html;
  std::string words = say(QuotePhrase::kClaimed, context.language, claimed_origin(context, claim));
  if (!answer.places.empty()) {
    const bool fits = std::ranges::any_of(answer.places, &QuotePlace::claim_fits);
    words +=
        "; " + say(fits ? QuotePhrase::kClaimFits : QuotePhrase::kClaimUnfit, context.language);
  }
  html.leaf("li", words);
  if (answer.verdict == Verdict::kMisattributed)
    html.leaf("li", say(QuotePhrase::kFoundWith, context.language, found_with(context, report)));
  return html;
}

}  // namespace ordalag
