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

TEST(PartyMentions, AreFoundBesideSignsAndInsideOnes) {
  EXPECT_EQ(marked("\u201dModeraterna\u201d\u2013ja"), "\u201d[[Moderaterna|M]]\u201d\u2013ja");
  EXPECT_EQ(marked("med\u00a0Moderaterna\u00a0vill"), "med\u00a0[[Moderaterna|M]]\u00a0vill");
  EXPECT_EQ(marked("MODERATERNA och VÄNSTERPARTIET"),
            "[[MODERATERNA|M]] och [[VÄNSTERPARTIET|V]]");
  EXPECT_EQ(marked("• Moderaternas budget"), "• [[Moderaternas|M]] budget");
}

TEST(PartyMentions, MayBeRuledOutByALook) {
  const auto registry = PartyRegistry::load(ORDALAG_SOURCE_DIR "/corpus/parties.toml");
  ASSERT_TRUE(registry);
  EXPECT_FALSE(registry->may_be_named_in(
      "Det är 2022 och vi på EU-nivå får bygga – också i Åre, för \u201dalla\u201d\u00a0s. 3."));
  EXPECT_TRUE(registry->may_be_named_in("så säger Moderata samlingspartiet"));
  EXPECT_TRUE(registry->may_be_named_in("Ek (S) svarar"));
  EXPECT_TRUE(registry->may_be_named_in("Lövnäsmoderaternas linje"));
  EXPECT_TRUE(registry->may_be_named_in("de Modera\u00adterna som")) << "a soft hyphen inside";
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
