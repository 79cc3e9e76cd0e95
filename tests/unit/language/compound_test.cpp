#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/language/analyser.hpp"
#include "tests/unit/language/analyser_fixture.hpp"

namespace ordalag {
namespace {

TEST(Compound, KeepsLinkingSInTheFirstPart) {
  const Word& word = analyser().word("bostadspolitiken", cache());
  ASSERT_EQ(word.parts.size(), 2U);
  EXPECT_EQ(word.parts[0].span, (CodePointSpan{0, 7}));
  EXPECT_EQ(word.parts[1].span, (CodePointSpan{7, 16}));
  EXPECT_FALSE(word.parts[0].head);
  EXPECT_TRUE(word.parts[1].head);
}

TEST(Compound, GivesElementsInTheirBaseForm) {
  EXPECT_EQ(elements("heltidsaktivering"), "heltid+aktivering");
  EXPECT_EQ(elements("kvinnojourer"), "kvinna+jour");
  EXPECT_EQ(elements("gatukontoret"), "gata+kontor");
  EXPECT_EQ(elements("skolmaten"), "skola+mat");
  EXPECT_EQ(elements("barnahus"), "barn+hus");
  EXPECT_EQ(elements("hyresbostäder"), "hyra+bostad");
  EXPECT_EQ(elements("hälsoeffekter"), "hälsa+effekt");
  EXPECT_EQ(elements("föräldramöten"), "förälder+möte");
}

TEST(Compound, EndsInShortNounsAndAdjectivesToo) {
  EXPECT_EQ(elements("övergångsfasen"), "övergång+fas");
  EXPECT_EQ(elements("vårdenhet"), "vård+enhet");
  EXPECT_EQ(elements("kunskapsnationer"), "kunskap+nation");
  EXPECT_EQ(elements("fågelarter"), "fågel+art");
  EXPECT_EQ(elements("kommunägda"), "kommun+ägd");
  EXPECT_EQ(elements("bostadsnära"), "bostad+nära");
  for (const char* whole : {"kombinationer", "tallrik", "erfarenhet", "kvarter", "sökandes"})
    EXPECT_EQ(elements(whole), "") << whole;
}

TEST(Compound, GivesBackTheThirdConsonant) {
  EXPECT_EQ(elements("lättillgängligt"), "lätt+tillgänglig");
}

TEST(Compound, AddsTheInnerSpansOfLongWords) {
  const Word& word = analyser().word("arbetsmarknadsinsatser", cache());
  const auto inner = std::count_if(word.parts.begin(), word.parts.end(), [](const auto& part) {
    return !part.element && (part.lemma == "arbetsmarknad" || part.lemma == "marknadsinsats");
  });
  EXPECT_EQ(inner, 2);
}

TEST(Compound, ElementsTileTheWord) {
  for (const char* text : {"arbetsmarknadsinsatser", "öppenvårdsinsatser", "glasskål", "glassko",
                           "bostadsförsörjningsprogrammet"}) {
    const Word& word = analyser().word(text, cache());
    std::uint32_t at = 0;
    for (const CompoundPart& part : word.parts) {
      if (!part.element) continue;
      EXPECT_EQ(part.span.begin, at) << text;
      at = part.span.end;
    }
    EXPECT_GT(at, 0U) << text;
  }
}

TEST(Compound, LeavesSimpleWordsWhole) {
  for (const char* word : {"invånare", "tillsammans", "förutsättning", "verksamhet", "kommun",
                           "bostad", "utveckling", "transport", "ansvar", "förslag"}) {
    EXPECT_EQ(elements(word), "") << word;
  }
}

TEST(Compound, LeavesNamesWhole) {
  for (const char* name : {"Halmstad", "Lundgren", "Norrköping", "Finland"}) {
    EXPECT_EQ(elements(name), "") << name;
  }
}

TEST(Compound, DividesAfterANameThatNoDictionaryHas) {
  EXPECT_EQ(elements("Kvorlagruppen"), "kvorla+grupp");
}

TEST(Compound, DividesAfterALongNounThatOpensNoOther) {
  EXPECT_EQ(elements("återställandeförsäkring"), "återställande+försäkring");
  EXPECT_EQ(elements("likvidationshänseende"), "likvidation+hänseende");
}

TEST(Compound, KnowsNounsInSibilantsAndNounsWhoseGenitiveIsAnotherWord) {
  EXPECT_EQ(elements("fossilgas"), "fossil+gas");
  EXPECT_EQ(elements("pulshöjande"), "puls+höjande");
  EXPECT_EQ(elements("småhustillverkare"), "små+hus+tillverkare");
  EXPECT_EQ(elements("länsgräns"), "län+gräns");
  EXPECT_EQ(elements("massflykt"), "massa+flykt");
}

TEST(Compound, IsNotFoundInAnInflectionOfAWordThatHasNoRoomForIt) {
  for (const char* word : {"vinsten", "ångesten", "nödgas", "friskare", "trumman"})
    EXPECT_EQ(elements(word), "") << word;
  EXPECT_EQ(elements("kapitalvinsten"), "kapital+vinst");
  EXPECT_EQ(elements("straffritt"), "straff+fri");
}

TEST(Compound, IsKnownWhenItsElementsAre) {
  EXPECT_TRUE(analyser().word("kommunrevolution", cache()).known);
  EXPECT_FALSE(analyser().word("xqzvt", cache()).known);
}

}  // namespace
}  // namespace ordalag
