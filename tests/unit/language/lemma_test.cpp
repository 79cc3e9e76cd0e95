#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/language/analyser.hpp"
#include "tests/unit/language/analyser_fixture.hpp"

namespace ordalag {
namespace {

struct Paradigm {
  std::string lemma;
  std::vector<std::string> forms;
};

class OneLemma : public testing::TestWithParam<Paradigm> {};

TEST_P(OneLemma, IsSharedByAllForms) {
  for (const std::string& form : GetParam().forms) EXPECT_EQ(lemma(form), GetParam().lemma) << form;
}

INSTANTIATE_TEST_SUITE_P(
    Paradigms, OneLemma,
    testing::Values(
        Paradigm{"bostad", {"bostad", "bostadens", "bostäder", "bostädernas"}},
        Paradigm{"miljö", {"miljö", "miljön", "miljöer", "miljöernas"}},
        Paradigm{"möte", {"möte", "mötet", "möten", "mötenas"}},
        Paradigm{"nyckel", {"nyckel", "nyckeln", "nycklar", "nycklarna"}},
        Paradigm{"förälder", {"förälder", "föräldrar", "föräldrarnas"}},
        Paradigm{"ungdom", {"ungdom", "ungdomar", "ungdomars"}},
        Paradigm{"lärare", {"lärare", "lärarens", "lärarna"}},
        Paradigm{"trygg", {"trygg", "tryggt", "trygga", "tryggare", "tryggaste"}},
        Paradigm{"gammal", {"gammal", "gamla", "äldst"}}, Paradigm{"äldre", {"äldre", "äldres"}},
        Paradigm{"skriva", {"skriva", "skriver", "skrev", "skrivit", "skrivs", "skrevs"}},
        Paradigm{"avgå", {"avgå", "avgår", "avgick", "avgått"}},
        Paradigm{"möjliggöra", {"möjliggöra", "möjliggör", "möjliggörs", "möjliggjorde"}}));

INSTANTIATE_TEST_SUITE_P(
    VerbsThatTheDictionaryHides, OneLemma,
    testing::Values(Paradigm{"ersätta",
                             {"ersätta", "ersätter", "ersatte", "ersätts", "ersattes", "ersatts"}},
                    Paradigm{"skydda", {"skydda", "skyddar", "skyddas", "skyddade", "skyddats"}},
                    Paradigm{"visa", {"visa", "visar", "visas", "visade", "visat"}},
                    Paradigm{"sakna", {"sakna", "saknar", "saknas", "saknades", "saknats"}},
                    Paradigm{"förbjuda", {"förbjuda", "förbjuder", "förbjudas", "förbjöds"}},
                    Paradigm{"kartlägga", {"kartlägga", "kartlägger", "kartläggs", "kartlades"}},
                    Paradigm{"delta", {"delta", "deltar", "deltog", "deltagit"}},
                    Paradigm{"handla", {"handla", "handlar", "handlade", "handlat"}}));

INSTANTIATE_TEST_SUITE_P(
    BesideAHomograph, OneLemma,
    testing::Values(Paradigm{"drog", {"drog", "drogen", "droger", "drogerna"}},
                    Paradigm{"bror", {"bror", "brodern", "bröder", "brödernas"}},
                    Paradigm{"politiker", {"politiker", "politikern", "politikers"}},
                    Paradigm{"ställe", {"ställe", "stället", "ställen"}},
                    Paradigm{"granne", {"granne", "grannen", "grannar", "grannarna"}},
                    Paradigm{"rik", {"rik", "rikt", "rika", "rikas"}},
                    Paradigm{"modern", {"modern", "modernt", "moderna", "modernare"}}));

TEST(Lemma, OfACompoundThatNoDictionaryHasInflectsItsHead) {
  EXPECT_EQ(lemma("kommunrevolutionerna"), "kommunrevolution");
  EXPECT_EQ(lemma("ladustäderna"), "ladustad");
}

TEST(Lemma, OfACompoundThatTheDictionaryHasInThePluralAloneIsItsSingular) {
  EXPECT_EQ(lemma("asylansökningar"), lemma("asylansökning"));
  EXPECT_EQ(lemma("lejonparten"), lemma("lejonpart"));
  EXPECT_EQ(lemma("svenskklingande"), "svenskklingande");
}

TEST(Lemma, OfAnAdjectiveThatNoDictionaryHasDropsItsEnding) {
  EXPECT_EQ(lemma("uppmätningsbart"), "uppmätningsbar");
  EXPECT_EQ(lemma("uppmätningsbara"), "uppmätningsbar");
  EXPECT_EQ(lemma("avtalsenliga"), "avtalsenlig");
}

TEST(Lemma, OfAFirstElementThatStandsAloneIsThatOfItsWord) {
  EXPECT_EQ(lemma("arbets"), "arbete");
  EXPECT_EQ(lemma("kvinno"), "kvinna");
  EXPECT_EQ(lemma("hälso"), "hälsa");
}

TEST(Lemma, KeepsDifferentWordsApart) {
  EXPECT_NE(lemma("hemlighet"), lemma("hem"));
  EXPECT_NE(lemma("vardag"), lemma("vardaglig"));
  EXPECT_NE(lemma("arbetare"), lemma("arbeta"));
  EXPECT_NE(lemma("anställd"), lemma("anställa"));
  EXPECT_NE(lemma("handlar"), lemma("handlägga"));
  EXPECT_NE(lemma("droger"), lemma("dra"));
  EXPECT_NE(lemma("bröder"), lemma("bro"));
  EXPECT_NE(lemma("förenar"), lemma("före"));
  EXPECT_NE(lemma("råder"), lemma("råd"));
  EXPECT_NE(lemma("politiker"), lemma("politik"));
  EXPECT_NE(lemma("mot"), lemma("mod"));
}

TEST(Lemma, DoesNotDependOnCapitals) {
  for (const char* word : {"BOSTÄDER", "Bostäder", "bostäder"}) EXPECT_EQ(lemma(word), "bostad");
}

TEST(Lemma, DropsTheColonEndingOfAnAbbreviation) {
  EXPECT_EQ(lemma("IOP:er"), "iop");
  EXPECT_EQ(lemma("SFI:n"), "sfi");
  EXPECT_EQ(lemma("M:s"), "m");
  EXPECT_EQ(lemma("S:t"), "s:t");
  EXPECT_EQ(lemma("EUs"), "eu");
}

TEST(Lemma, OfAHyphenatedWordInflectsItsLastPieceKnownOrNot) {
  EXPECT_EQ(lemma("65-åringarnas"), "65-åring");
  EXPECT_EQ(lemma("LVU-vårdens"), "lvu-vård");
}

TEST(Lemma, DoesNotDependOnTheShapeOfAnApostrophe) {
  EXPECT_EQ(lemma("d\u2019Hondts"), lemma("d'Hondts"));
}

TEST(Lemma, FollowsSpellingVariants) { EXPECT_EQ(lemma("livskvalitén"), lemma("livskvaliteten")); }

TEST(Lemma, IsItsOwnLemma) {
  for (const char* word : {"bostäder", "skolorna", "hållbart", "äldreomsorgens", "ansökningar",
                           "kommunernas", "beslutades", "tryggare"}) {
    EXPECT_EQ(lemma(lemma(word)), lemma(word)) << word;
  }
}

}  // namespace
}  // namespace ordalag
