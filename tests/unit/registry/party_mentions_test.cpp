#include "core/registry/party_mentions.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ordalag {
namespace {

// The text with each party named in it as "[[name|code]]".
std::string marked(const std::string& text, std::optional<int> year = {}) {
  static const auto registry = PartyRegistry::load(ORDALAG_SOURCE_DIR "/corpus/parties.toml");
  if (!registry) return describe(registry.error());
  WordBreaker breaker;
  std::string out;
  std::size_t at = 0;
  for (const NamedParty& named : find_parties(text, *registry, year, breaker)) {
    out += text.substr(at, named.span.begin - at) + "[[" +
           text.substr(named.span.begin, named.span.size()) + "|" + named.code.value + "]]";
    at = named.span.end;
  }
  return out + text.substr(at);
}

TEST(PartyMentions, AreFoundInAnyFormOfTheName) {
  EXPECT_EQ(
      marked("Till skillnad från Moderaterna vill vi bygga, och centerpartiets linje är vår."),
      "Till skillnad från [[Moderaterna|M]] vill vi bygga, och [[centerpartiets|C]] linje är vår.");
  EXPECT_EQ(marked("Lövnäsmoderaterna röstade nej."), "[[Lövnäsmoderaterna|M]] röstade nej.");
  EXPECT_EQ(marked("Moderata samlingspartiet sade ja."), "[[Moderata samlingspartiet|M]] sade ja.");
}

TEST(PartyMentions, AreFoundByAbbreviationsWhereTheyMeanNothingElse) {
  EXPECT_EQ(marked("Ledamoten Ek (S) frågade KD om skolan."),
            "Ledamoten Ek ([[S|S]]) frågade [[KD|KD]] om skolan.");
  EXPECT_EQ(marked("Budgeten bärs av S, V och MP."),
            "Budgeten bärs av [[S|S]], [[V|V]] och [[MP|MP]].");
  EXPECT_EQ(marked("En reservation (M, KD) avslogs."),
            "En reservation ([[M|M]], [[KD|KD]]) avslogs.");
}

TEST(PartyMentions, AreNotMadeOfLettersThatMeanSomethingElse) {
  for (const char* text :
       {"Vitamin C är bra.", "Det gäller elev(er) och C-vitamin.", "Plan V är den femte.",
        "Storlekarna är S och XL.", "Kurserna ges på nivå A, B och C."})
    EXPECT_EQ(marked(text), text);
}

TEST(PartyMentions, GoByTheYearOfTheText) {
  EXPECT_EQ(marked("Regeringen stöddes av FP.", 2008), "Regeringen stöddes av [[FP|L]].");
  EXPECT_EQ(marked("Regeringen stöddes av FP.", 2022), "Regeringen stöddes av FP.");
}

}  // namespace
}  // namespace ordalag
