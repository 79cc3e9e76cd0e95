#include "searcher/quote/claim.hpp"

#include <algorithm>
#include <string_view>

#include "core/base/years.hpp"
#include "core/registry/names.hpp"

namespace ordalag {
namespace {

// The words of a name in lower case, without a party in brackets and without titles' commas.
std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  bool bracket = false;
  for (const char c : name_key(name) + " ") {
    if (c == '(') bracket = true;
    if (c == ' ' || c == ',' || c == '(' || c == ')') {
      if (!word.empty() && !bracket) words.push_back(word);
      word.clear();
      if (c == ')') bracket = false;
    } else {
      word += c;
    }
  }
  return words;
}

}  // namespace

ClaimJudge::ClaimJudge(const IndexReader& reader, const PartyRegistry& parties,
                       const QuoteClaim& claim)
    : reader_(reader), parties_(parties), claim_(claim) {}

bool ClaimJudge::fits(const QuotePlace& place) const {
  return party_fits(place) && speaker_fits(place) && document_fits(place);
}

bool ClaimJudge::party_fits(const QuotePlace& place) const {
  if (!claim_.party) return true;
  const std::optional<Fact>& date = reader_.document(place.document).facts.date;
  const auto years = date ? years_of(date->value) : std::nullopt;
  const auto named =
      parties_.resolve(*claim_.party, years ? std::optional(years->first) : std::nullopt);
  // A code that the registry does not know may still be one that records were given with.
  const PartyCode code = named.value_or(PartyCode(*claim_.party));
  return std::ranges::any_of(place.passages, [&](PassageNumber passage) {
    const std::vector<PartyCode>& parties = reader_.parties(passage);
    return std::ranges::find(parties, code) != parties.end();
  });
}

bool ClaimJudge::speaker_fits(const QuotePlace& place) const {
  if (!claim_.speaker) return true;
  const std::vector<std::string> claimed = name_words(*claim_.speaker);
  if (claimed.empty()) return false;
  return std::ranges::any_of(place.passages, [&](PassageNumber number) {
    const Attribution attribution = reader_.passage(number).attribution;
    if (!attribution.speaker) return false;
    const std::vector<std::string> words = name_words(*attribution.speaker);
    return std::ranges::all_of(claimed, [&](const std::string& word) {
      return std::ranges::find(words, word) != words.end();
    });
  });
}

bool ClaimJudge::document_fits(const QuotePlace& place) const {
  if (!claim_.document) return true;
  const DocumentFacts& facts = reader_.document(place.document).facts;
  return facts.id.value == *claim_.document ||
         (facts.title && name_key(facts.title->value) == name_key(*claim_.document));
}

}  // namespace ordalag
