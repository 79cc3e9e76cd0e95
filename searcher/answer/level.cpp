#include "searcher/answer/level.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/fold.hpp"

namespace ordalag {
namespace {

constexpr std::array<std::string_view, 3> kLevels{"national", "regional", "municipal"};

// Folded, as they stand in titles and names of publishers. "regionalpolitik" is none of them.
constexpr std::array<std::string_view, 8> kRegional{
    "regionprogram",     "regionfullmäktig", "regionstyrelse", "regionpolitiskt program",
    "landstingsprogram", "landstinget",      "landstings",     "regionrådet"};
constexpr std::array<std::string_view, 5> kNational{
    "till riksdagen", "sveriges riksdag", "riksdagen.se", "regeringskansliet", "regeringen.se"};
constexpr std::array<std::string_view, 4> kOfAWholeParty{"partiprogram", "principprogram",
                                                         "idéprogram", "riksdagsval"};

template <class Words>
bool holds_any(const std::string& text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

// "Region Mittbygden", with a name after it.
bool names_region(std::string_view text) {
  constexpr std::string_view kRegion = "Region ";
  for (std::size_t at = text.find(kRegion); at != std::string_view::npos;
       at = text.find(kRegion, at + 1)) {
    const bool begins = at == 0 || text[at - 1] == ' ';
    const auto next = at + kRegion.size() < text.size()
                          ? static_cast<unsigned char>(text[at + kRegion.size()])
                          : ' ';
    constexpr unsigned char kFirstOfTwoBytes = 0xC3;  // Å, Ä, Ö
    if (begins && ((next >= 'A' && next <= 'Z') || next == kFirstOfTwoBytes)) return true;
  }
  return false;
}

bool by_riksdag_party(const DocumentFacts& facts, const PartyRegistry& parties) {
  const auto& by = facts.attribution.party;
  return !by.empty() && std::all_of(by.begin(), by.end(), [&](const PartyCode& code) {
    const Party* party = parties.find(code);
    return party != nullptr && party->riksdag;
  });
}

}  // namespace

std::string_view name(Level level) { return kLevels[static_cast<std::size_t>(level)]; }

std::optional<Level> level_of(const DocumentFacts& facts, const PartyRegistry& parties) {
  if (facts.municipality) return Level::kMunicipal;
  std::string written;
  for (const auto* fact : {&facts.title, &facts.publisher, &facts.url})
    if (*fact) written += (*fact)->value + "\n";
  const std::string folded = fold(written);
  if (names_region(written) || holds_any(folded, kRegional)) return Level::kRegional;
  if (holds_any(folded, kNational)) return Level::kNational;
  if (holds_any(folded, kOfAWholeParty) && by_riksdag_party(facts, parties))
    return Level::kNational;
  return std::nullopt;
}

}  // namespace ordalag
