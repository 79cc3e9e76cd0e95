#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/indexer/reading_fixture.hpp"

namespace ordalag {
namespace {

using testing::ElementsAre;

// A paragraph of wrapped lines, as programs that make text out of PDF write it.
constexpr std::string_view kWrapped =
    "Ekdala ska vara en kommun där barn och unga växer upp i trygghet. Därför vill vi \n"
    "att skolan och fritiden hänger ihop, att lärarna får tid för sitt uppdrag och att \n"
    "varje barn blir sett. Fritidsgårdarna ska vara öppna även under sommaren, och alla \n"
    "stadsdelar ska ha en egen. Vi tror på det som människor kan göra tillsammans när \n"
    "kommunen ger dem plats.\n";

TEST(Paragraphs, JoinWrappedLines) {
  const Document document = read(kWrapped);
  ASSERT_EQ(document.passages.size(), 1U);
  EXPECT_EQ(document.passages[0].provenance.lines, (LineRange{1, 5}));
  EXPECT_NE(document.text.find("vill vi att skolan"), std::string::npos);
  EXPECT_NE(document.text.find("varje barn blir sett. Fritidsgårdarna"), std::string::npos);
}

TEST(Paragraphs, KeepAParagraphALineApart) {
  EXPECT_THAT(outline(read("Vi vill se fler träd i stan. De ger skugga.\n"
                           "Gatorna ska vara till för alla, också för den som är liten.\n"
                           "Parkerna ska skötas året om.\n")),
              ElementsAre("  Vi vill se fler träd i stan. De ger skugga.",
                          "  Gatorna ska vara till för alla, också för den som är liten.",
                          "  Parkerna ska skötas året om."));
}

TEST(Paragraphs, GoOnOverBlankLinesInMidSentence) {
  EXPECT_THAT(outline(read("Det kan bero på ohälsa, ensamhet, skulder,\n\n"
                           "eller på att ingen har frågat. Vi vill fråga.\n")),
              ElementsAre("  Det kan bero på ohälsa, ensamhet, skulder, eller på att ingen har "
                          "frågat. Vi vill fråga."));
}

TEST(Paragraphs, GoOnOverBlankLinesAfterAShortLastLine) {
  std::string text(kWrapped);
  text.resize(text.rfind("kommunen ger dem plats."));
  const Document document = read(text + "kommunen ger\n\n\ndem plats.\n\nSkolan är vår.\n");
  EXPECT_EQ(document.passages.size(), 2U);
  EXPECT_NE(document.text.find("kommunen ger dem plats."), std::string::npos) << document.text;
}

TEST(Paragraphs, GoOnOverAPageBreak) {
  EXPECT_THAT(outline(read("Det kan bero på ohälsa, ensamhet och\n\f\nskulder. Vi vill fråga.\n")),
              ElementsAre("  Det kan bero på ohälsa, ensamhet och skulder. Vi vill fråga."));
}

TEST(Paragraphs, EndWhereTheLastLineIsShort) {
  const std::string text =
      std::string(kWrapped) +
      "Ingen ska behöva sova ute. Det ska finnas platser för den som behöver \n"
      "tak över huvudet i natt.\n";
  EXPECT_EQ(read(text).passages.size(), 2U);
}

TEST(Paragraphs, CollapseSpaceAndDropSoftHyphens) {
  EXPECT_THAT(outline(read("Vi  vill\xC2\xA0se sam\xC2\xADhället\t växa.\n")),
              ElementsAre("  Vi vill se samhället växa."));
}

TEST(Paragraphs, ComposeDecomposedLetters) {
  EXPECT_THAT(outline(read("Fler ga\xCC\x8Angtunnlar a\xCC\x88r o\xCC\x88ppna.\n")),
              ElementsAre("  Fler gångtunnlar är öppna."));
}

TEST(Paragraphs, KeepQuotationMarksAsTheyStand) {
  EXPECT_THAT(outline(read("Vi kallar det ”hem först” och \"egen nyckel\" i “Ekdala”.\n")),
              ElementsAre("  Vi kallar det ”hem först” och \"egen nyckel\" i “Ekdala”."));
}

TEST(Paragraphs, ReadFilesWithoutUtf8) {
  const std::string bytes =
      "Sm\xE5 h\xF6ns \x96 stora \xE4gg.\r\n\r\nFler tr\xE4"
      "d i stan.\r\n";
  const Document document = read(bytes);
  EXPECT_EQ(document.source.charset, "windows-1252");
  EXPECT_THAT(outline(document), ElementsAre("  Små höns – stora ägg.", "  Fler träd i stan."));
}

TEST(LineEndHyphens, DisappearFromDividedWords) {
  EXPECT_THAT(outline(read("Vi vill stärka sam-\nhället och alla arbets-\nplatser.\n")),
              ElementsAre("  Vi vill stärka samhället och alla arbetsplatser."));
}

TEST(LineEndHyphens, StaySuspendedBeforeAConjunction) {
  EXPECT_THAT(
      outline(read("Det gäller både barn-\noch äldreomsorgen samt stöd-\neller rådgivning.\n")),
      ElementsAre("  Det gäller både barn- och äldreomsorgen samt stöd- eller rådgivning."));
}

TEST(LineEndHyphens, DisappearFromAWordThatOnlySeemsToEndInAConjunction) {
  if (analyser_with_lexicon() == nullptr) GTEST_SKIP() << "SKIPPED: the build has no lexicon";
  const ReadOptions options{.analyser = analyser_with_lexicon()};
  EXPECT_THAT(outline(read("Vi vill bygga fler bo-\nstäder, och vi vill göra det skynd-\nsamt.\n",
                           options)),
              ElementsAre("  Vi vill bygga fler bostäder, och vi vill göra det skyndsamt."));
}

TEST(LineEndHyphens, StayAfterAcronymsAndNumbers) {
  EXPECT_THAT(outline(read("Vi följer EU-\nreglerna från 1990-\ntalet.\n")),
              ElementsAre("  Vi följer EU-reglerna från 1990-talet."));
}

TEST(LineEndHyphens, StayAfterAnInitialismAndInADoubleName) {
  ReadOptions options;
  options.analyser = analyser_with_lexicon();
  if (options.analyser == nullptr) GTEST_SKIP() << "SKIPPED: no lexicon";
  EXPECT_EQ(read("Skolan behöver nya it-\nsystem, och Karl-\nErik Ek vill\nköpa dem av social-\n"
                 "tjänsten.\n",
                 options)
                .text,
            "Skolan behöver nya it-system, och Karl-Erik Ek vill köpa dem av socialtjänsten.");
}

TEST(LineEndHyphens, StayBetweenTwoWordsThatTheLexiconDoesNotJoin) {
  if (analyser_with_lexicon() == nullptr) GTEST_SKIP() << "SKIPPED: the build has no lexicon";
  const ReadOptions options{.analyser = analyser_with_lexicon()};
  EXPECT_THAT(outline(read("Ordna fler platser i akut-\nboenden.\n", options)),
              ElementsAre("  Ordna fler platser i akut-boenden."));
  EXPECT_THAT(outline(read("Stärk social-\ntjänsten nu.\n", options)),
              ElementsAre("  Stärk socialtjänsten nu."));
}

}  // namespace
}  // namespace ordalag
