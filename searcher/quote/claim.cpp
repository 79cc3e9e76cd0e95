#include "searcher/quote/claim.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/base/years.hpp"
#include "core/registry/names.hpp"
#include "core/registry/offices.hpp"

namespace ordalag {
namespace {

// The words of names in lower case, without parties in brackets and the offices that the people
// hold: "Statsminister Eva Ek (M), Bo Ask" is eva, ek, bo, ask.
std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  std::size_t person = 0;             // where the words of the present one begin
  std::optional<std::size_t> office;  // where those after the office begin
  bool bracket = false;
  const auto end_person = [&] {
    const auto begin = words.begin();
    if (office && *office < words.size()) words.erase(begin + person, begin + *office);
    person = words.size();
    office.reset();
  };
  for (const char c : name_key(name) + " ,") {
    if (c != ' ' && c != ',' && c != '(' && c != ')') {
      word += c;
      continue;
    }
    if (is_office(word) && !bracket)
      office = words.size();
    else if (!word.empty() && !bracket)
      words.push_back(word);
    word.clear();
    if (c != ' ') end_person();
    bracket = c == '(' || (bracket && c != ')');
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
