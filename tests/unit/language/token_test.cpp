#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/language/analyser.hpp"
#include "tests/unit/language/analyser_fixture.hpp"

namespace ordalag {
namespace {

TEST(Tokens, NormaliseNumbers) {
  EXPECT_EQ(terms("10 000 kr"), "10000 krona");
  EXPECT_EQ(terms("1.250,50"), "1250,50");
  EXPECT_EQ(terms("2,5 miljoner"), "2,5 miljon");
}

TEST(Tokens, KeepLawReferencesWhole) { EXPECT_EQ(terms("lagen (2001:453)"), "lag 2001:453"); }

TEST(Tokens, GiveARangeBesideItsEnds) { EXPECT_EQ(terms("16–24 år"), "16|16-24 24 år"); }

TEST(Tokens, KeepTheParagraphSign) { EXPECT_EQ(terms("4 kap. 2 § LVU"), "4 kap 2 § lvu"); }

TEST(Tokens, DivideAtSlashes) { EXPECT_EQ(terms("hund/katt"), "hund katt"); }

TEST(Tokens, GiveAHyphenatedNameWholeAndInPieces) {
  EXPECT_EQ(terms("Karl-Erik"), "karl-erik|karl|erik");
}

TEST(Tokens, GiveNoPiecesAfterALetterOrANumber) {
  EXPECT_EQ(terms("e-handel"), "e-handel");
  EXPECT_EQ(terms("90-talets"), "90-tal");
}

TEST(Tokens, TakeInDigitsBesideTheLineOfFormulasAndUnitsButNoMarksOfNotes) {
  EXPECT_EQ(terms("CO₂ och H₂O"), terms("CO2 och H2O"));
  EXPECT_EQ(terms("80 m² och 5 km³"), "80 m2 och 5 km3");
  EXPECT_EQ(terms("barnen¹ och skolan²"), "barn och skola");
  EXPECT_EQ(terms("CO₂-utsläpp"), terms("CO2-utsläpp"));
}

TEST(Tokens, GiveADecadeItsShortNameToo) {
  EXPECT_EQ(terms("1990-talet"), "1990-tal|90-tal");
  EXPECT_EQ(terms("1900-talet"), "1900-tal");
}

TEST(Tokens, ReadAHyphenatedCompoundAsTheCompound) {
  EXPECT_EQ(terms("bostads-politiken"), "bostadspolitik");
}

TEST(Tokens, LeaveTheHyphenBetweenWordsWhereTheWholeWouldDivideElsewhere) {
  EXPECT_EQ(terms("sfi-undervisning"), "sfi-undervisning|sfi|undervisning");
}

TEST(Tokens, JoinAWordThatALineEndDivided) {
  EXPECT_EQ(terms("kommun-\nstyrelsen"), "kommunstyrelse");
  EXPECT_EQ(terms("barn-\noch ungdomsfrågor"), "barnfråga*|barn och ungdomsfråga");
}

TEST(Tokens, KnowAbbreviationsHoweverTheyAreTyped) {
  for (const char* text : {"t.ex.", "t.ex", "t. ex.", "t ex"})
    EXPECT_EQ(terms(text), "t.ex.") << text;
  EXPECT_EQ(terms("ca 5 %"), "cirka 5 procent");
}

TEST(Tokens, SpanTheWholeWordWithItsEnding) {
  const std::string text = "Alla LSS:s regler";
  const std::vector<Token> tokens = tokens_of(text);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(text.substr(tokens[1].span.begin, tokens[1].span.size()), "LSS:s");
}

TEST(Suspended, LeftWordStandsForTheWhole) {
  EXPECT_EQ(terms("stöd- eller vårdinsatser"), "stödinsats*|stöd eller vårdinsats");
  EXPECT_EQ(terms("hälso- och sjukvård"), "hälsovård*|hälsa och sjukvård");
  EXPECT_EQ(terms("hälso- och sjukvårdspersonal"),
            "hälsovårdspersonal*|hälsa och sjukvårdspersonal");
}

TEST(Suspended, EveryWordOfAListStandsForTheWhole) {
  EXPECT_EQ(terms("skatte-, skol- och vårdfrågor"),
            "skattefråga*|skatt skolfråga*|skola och vårdfråga");
}

TEST(Suspended, ParticlesAreExchanged) {
  EXPECT_EQ(terms("för- och nackdelar"), "fördel*|för och nackdel");
  EXPECT_EQ(terms("in- och utflyttning"), "inflyttning*|in och utflyttning");
}

TEST(Suspended, TheHeadIsTheWordThatTheDictionaryHas) {
  EXPECT_EQ(terms("skydds- och utsökningslagstiftning"),
            "skyddslagstiftning*|skydd och utsökningslagstiftning");
  EXPECT_EQ(terms("om- och tillbyggnadsåtgärder"), "ombyggnadsåtgärd*|om och tillbyggnadsåtgärd");
}

TEST(Suspended, SharesWhatBothMeasure) {
  EXPECT_EQ(terms("låg- och medelinkomstländer"), "låginkomstland*|låg och medelinkomstland");
}

TEST(Suspended, DoesNotShareWhatItRepeats) {
  EXPECT_EQ(terms("skogs- och skogsbrukshistoria"), "skogshistoria*|skog och skogsbrukshistoria");
}

TEST(Suspended, AShortFirstElementKeepsItsHyphen) {
  EXPECT_EQ(terms("id- och gränskontroll"), "id-kontroll*|id och gränskontroll");
  EXPECT_EQ(terms("el- och vattenförsörjning"), "elförsörjning*|el och vattenförsörjning");
}

TEST(Suspended, AnInitialismKeepsItsHyphen) {
  EXPECT_EQ(terms("it- och telekomfrågor"), "it-fråga*|it och telekomfråga");
  EXPECT_EQ(terms("vvs- och plåtarbeten"), "vvs-arbete*|vvs och plåtarbete");
  EXPECT_EQ(terms("CO2- och metanutsläpp"), "co2-utsläpp*|co2 och metanutsläpp");
}

TEST(Suspended, RightWordMayHangToo) {
  EXPECT_EQ(terms("grundskolor och -lärare"),
            "grundskola och grundskollärare*|grundskolelärare*|lärare");
}

TEST(Suspended, MayLackItsBlank) {
  EXPECT_EQ(terms("hjärt-och kärlsjukdomar"), "hjärtsjukdom*|hjärta och kärlsjukdom");
  EXPECT_EQ(terms("kust-och-hav"), "kust-och-hav|kust|och|hav");
}

TEST(Suspended, IsNoExpansionBesideAWordThatIsNoOther) {
  for (const char* text : {"väg- och järnväg", "kropps- och själ, nya läkemedel",
                           "fredsfrämjande- och konfliktförebyggande"})
    for (const Token& token : tokens_of(text)) EXPECT_NE(token.kind, TokenKind::kExpansion) << text;
}

TEST(Suspended, IsNoExpansionWithoutACoordination) {
  for (const Token& token : tokens_of("stöd- kommunen")) {
    EXPECT_NE(token.kind, TokenKind::kExpansion);
  }
}

TEST(Tokens, AreOrderedAndInsideTheText) {
  const std::vector<std::string> texts = {"Vård- och omsorg, 10 000 kr (2001:453) - t. ex. IOP:er!",
                                          "a-b-c- och d",
                                          "- -- ,.- och -x",
                                          "Ö\u0308ppet 1-2-3 §§ % %",
                                          "\u00ADbo\u00ADstad\u00AD",
                                          "och -",
                                          "e- e- e-",
                                          "中文 och EU:s"};
  for (const std::string& text : texts) {
    std::uint32_t position = 0;
    for (const Token& token : tokens_of(text)) {
      EXPECT_LT(token.span.begin, token.span.end) << text;
      EXPECT_LE(token.span.end, text.size()) << text;
      EXPECT_TRUE(token.position == position || token.position == position + 1) << text;
      position = token.position;
    }
  }
}

TEST(Tokens, AreTheSameForComposedAndDecomposedText) {
  EXPECT_EQ(terms("A\u0308ldreva\u030Ard och skolga\u030Ang"), terms("Äldrevård och skolgång"));
}

}  // namespace
}  // namespace ordalag
