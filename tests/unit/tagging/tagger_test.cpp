#include "core/tagging/tagger.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/tagging/tagging_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kThemes = R"(
[[theme]]
id = "bostad"
sv = "Bostad"
decisive = "bostad, hyresrätt"
supporting = "lägenhet"
neutral = "bostadsadress"

[[theme]]
id = "hemloshet"
parent = "bostad"
sv = "Hemlöshet"
decisive = "hemlös, hemlöshet, bostad först, vräkning"

[[theme]]
id = "miljo"
sv = "Miljö"
decisive = "miljö, klimat"
supporting = "natur"
against = "arbetsmiljö"

[[theme]]
id = "aldre"
sv = "Äldre"
decisive = "=äldre, pension"
)";

class TaggerTest : public ::testing::Test {
 protected:
  Document tag(DocumentBuilder& builder) { return tagged(tagger_, builder.build()); }
  Document tag_one(std::string_view text) {
    DocumentBuilder builder;
    return tag(builder.passage(text));
  }
  std::vector<std::string> themes_of_text(std::string_view text) {
    return ids(tag_one(text).passages.front());
  }

  Tagger tagger_{themes_of(kThemes), test_analyser()};
};

TEST_F(TaggerTest, TagsAPassageByItsOwnWordsInAnyInflection) {
  EXPECT_THAT(themes_of_text("Fler bostäder ska byggas."), ElementsAre("bostad"));
  EXPECT_THAT(themes_of_text("Hyresrätten är viktig."), ElementsAre("bostad"));
}

TEST_F(TaggerTest, FindsATermInsideACompound) {
  EXPECT_THAT(themes_of_text("Vi vill stärka bostadspolitiken."), ElementsAre("bostad"));
}

TEST_F(TaggerTest, GivesNoThemeWhenNothingSpeaksForOne) {
  EXPECT_THAT(themes_of_text("Vi vill att alla ska få vara med och bestämma."), IsEmpty());
  EXPECT_THAT(themes_of_text("Lägenheten är ljus."), IsEmpty()) << "one supporting word is not enough";
}

TEST_F(TaggerTest, GivesSeveralThemesWhenSeveralAreSpokenFor) {
  EXPECT_THAT(themes_of_text("Nya bostäder ska byggas med hänsyn till klimatet och naturen."),
              ElementsAre("miljo", "bostad"));
}

TEST_F(TaggerTest, WordsThatLookAlikeDoNotCount) {
  EXPECT_THAT(themes_of_text("Arbetsmiljön ska bli bättre."), IsEmpty());
  EXPECT_THAT(themes_of_text("Anmäl din bostadsadress."), IsEmpty());
}

TEST_F(TaggerTest, AFormIsNotTakenForTheOtherInflectionsOfItsLemma) {
  EXPECT_THAT(themes_of_text("Stöd till äldre behövs."), ElementsAre("aldre"));
  EXPECT_THAT(themes_of_text("De gamla reglerna ska bort."), IsEmpty());
}

TEST_F(TaggerTest, ASubThemeBringsItsAreaBeforeIt) {
  EXPECT_THAT(themes_of_text("Hemlösheten ska minska."), ElementsAre("bostad", "hemloshet"));
}

TEST_F(TaggerTest, APhraseIsFoundAcrossQuotationMarksAndCase) {
  const Document document = tag_one("Inför \"Bostad först\" i kommunen.");
  EXPECT_EQ(evidence_text(document, document.passages[0], "hemloshet"), "Bostad först");
}

TEST_F(TaggerTest, EvidenceIsInCodePointsOfThePassagesOwnText) {
  DocumentBuilder builder;
  builder.passage("Åäö är bokstäver.").passage("I Älvsjö får hemlösa en hyresrätt.");
  const Document document = tag(builder);
  const Passage& passage = document.passages[1];
  EXPECT_EQ(evidence_text(document, passage, "hemloshet"), "hemlösa");
  EXPECT_EQ(evidence_text(document, passage, "bostad"), "hyresrätt");
  EXPECT_EQ(passage.themes[0].ground, ThemeGround::kText);
}

TEST_F(TaggerTest, AHeadingThatNamesAThemeGivesItToThePassagesBelow) {
  DocumentBuilder builder;
  builder.section({"Hemlöshet"}).passage("Kommunen ska samarbeta med föreningar.");
  const Document document = tag(builder);
  const Passage& passage = document.passages[0];
  ASSERT_THAT(ids(passage), Contains("hemloshet"));
  EXPECT_EQ(passage.themes.back().ground, ThemeGround::kSection);
  EXPECT_EQ(evidence_text(document, passage, "hemloshet"), document.text_of(passage))
      << "the reason stands outside, so that the whole passage is marked";
}

TEST_F(TaggerTest, ALeadInSpeaksForItsItems) {
  DocumentBuilder builder;
  builder.lead_in("För att minska hemlösheten och stoppa vräkningar vill vi:")
      .item("Samarbeta med föreningar.");
  const Document document = tag(builder);
  ASSERT_THAT(ids(document.passages[1]), Contains("hemloshet"));
  EXPECT_EQ(document.passages[1].themes.front().ground, ThemeGround::kLeadIn);
}

TEST_F(TaggerTest, ALineThatOnlyOpensAListHasNoTheme) {
  DocumentBuilder builder;
  builder.section({"Hemlöshet"}).lead_in("Vi vill:").item("Stoppa vräkningar.");
  EXPECT_THAT(tag(builder).passages[0].themes, IsEmpty());
}

TEST_F(TaggerTest, NeighboursSupportButDoNotSpeakAlone) {
  DocumentBuilder builder;
  builder.passage("Bygg bostäder och hyresrätter.")
      .passage("Lägenheten ska vara stor.")
      .passage("Det är bra.")
      .passage("Fler bostäder och hyresrätter.");
  const Document document = tag(builder);
  EXPECT_THAT(ids(document.passages[1]), ElementsAre("bostad"));
  EXPECT_THAT(document.passages[2].themes, IsEmpty());
}

TEST_F(TaggerTest, NeighboursOfAnotherSectionSayNothing) {
  DocumentBuilder builder;
  builder.passage("Bygg bostäder och hyresrätter.");
  builder.section({"Annat"}).passage("Lägenheten ska vara stor.");
  EXPECT_THAT(tag(builder).passages[1].themes, IsEmpty());
}

TEST_F(TaggerTest, ASuspendedCompoundSpeaksAsTheWholeWord) {
  EXPECT_THAT(themes_of_text("Vi vill förbättra bostads- och miljöpolitiken."),
              ::testing::UnorderedElementsAre("bostad", "miljo"));
}

TEST_F(TaggerTest, APartOfAProperNameSaysNothing) {
  EXPECT_THAT(themes_of_text("Barnen i Klimatfors åker buss."), IsEmpty());
  EXPECT_THAT(themes_of_text("Klimatfors växer. Bostadköpings torg ligger öde."), IsEmpty());
}

TEST_F(TaggerTest, APartOfAnAgencysNameAndOfAWordInCapitalsSpeaks) {
  EXPECT_THAT(themes_of_text("Det sade Bostadsverket."), ElementsAre("bostad"));
  EXPECT_THAT(themes_of_text("EN KLIMATBUDGET FÖR ALLA"), ElementsAre("miljo"));
  EXPECT_THAT(themes_of_text("Klimatsamverkan lönar sig."), ElementsAre("miljo"));
}

TEST_F(TaggerTest, TaggingTwiceGivesTheSame) {
  DocumentBuilder builder;
  builder.passage("Hemlösa ska få en hyresrätt.");
  const Document once = tag(builder);
  const Document twice = tagged(tagger_, once);
  EXPECT_EQ(ids(twice.passages[0]), ids(once.passages[0]));
  EXPECT_EQ(twice.passages[0].themes[0].score, once.passages[0].themes[0].score);
}

TEST_F(TaggerTest, ADocumentWithoutPassagesIsNoTrouble) {
  EXPECT_TRUE(tagged(tagger_, Document()).passages.empty());
}

TEST_F(TaggerTest, ExplainsWhichTermSpeaksForWhichThemeAndHowMuch) {
  WordCache words;
  const auto [tags, reasons] = tagger_.explain("Arbetsmiljön i hyresrätten", words);
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_EQ(tags[0].id, ThemeId("bostad"));
  EXPECT_THAT(tags[0].evidence, ::testing::ElementsAre(CodePointSpan{15, 26}));
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(reasons[0].theme, ThemeId("miljo"));
  EXPECT_EQ(reasons[0].term, "Arbetsmiljön");
  EXPECT_EQ(reasons[0].weight, -2);
  EXPECT_EQ(reasons[1].theme, ThemeId("bostad"));
  EXPECT_EQ(reasons[1].span, (CodePointSpan{15, 26}));
  EXPECT_EQ(reasons[1].weight, 4);
}

TEST_F(TaggerTest, ExplainsATextWithoutWordsByNothing) {
  WordCache words;
  const auto [tags, reasons] = tagger_.explain("", words);
  EXPECT_TRUE(tags.empty());
  EXPECT_TRUE(reasons.empty());
}

}  // namespace
}  // namespace ordalag
