#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/indexer/reading_fixture.hpp"

namespace ordalag {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// Numbers at the line ends, also of blank lines; "30" in the text is none of them.
constexpr std::string_view kNumbered =
    " Ett tryggt Ekdala 1 \n"
    "\n"
    " 2 \n"
    "\n"
    "Vi vill att varje barn får en plats i förskolan inom tre månader, och att 3 \n"
    "avgiften sänks med 30 4 \n"
    "procent för den som har minst. Det kostar pengar men är värt dem, eftersom 5 \n"
    "barnen är framtiden. 6 \n"
    "\n"
    " 7 \n"
    "\n"
    "Vänsterpartiet Ekdala vill: 8 \n"
    "\n"
    "\xE2\x80\xA2 Bygga fler förskolor i de stadsdelar där kön är längst, och låta 9 \n"
    "personalen bestämma mer 10 \n"
    "\n"
    "\xE2\x80\xA2 Sänka avgiften  11 \n";

TEST(MarginNumbers, AreTakenOffAndKept) {
  const Document document = read(kNumbered);
  EXPECT_THAT(outline(document),
              ElementsAre("# Ett tryggt Ekdala",
                          "  Vi vill att varje barn får en plats i förskolan inom tre månader, och "
                          "att avgiften sänks med 30 procent för den som har minst. Det kostar "
                          "pengar men är värt dem, eftersom barnen är framtiden.",
                          "  Vänsterpartiet Ekdala vill:",
                          "* Bygga fler förskolor i de stadsdelar där kön är längst, och låta "
                          "personalen bestämma mer",
                          "* Sänka avgiften"));
  EXPECT_EQ(document.passages[1].provenance.printed_lines, (LineRange{3, 6}));
  EXPECT_EQ(document.passages[1].provenance.lines, (LineRange{5, 8}));
  EXPECT_EQ(document.passages[3].provenance.printed_lines, (LineRange{9, 10}));
}

TEST(MarginNumbers, AreFoundAtLineStartsToo) {
  const Document document = read(
      "1 Vi vill att varje barn får en plats i förskolan\n"
      "2 inom tre månader, och att avgiften sänks för\n"
      "3 den som har minst. Det kostar pengar men är\n"
      "4\n"
      "5 värt dem, eftersom barnen är framtiden och\n"
      "6 framtiden börjar nu.\n");
  ASSERT_EQ(document.passages.size(), 1U);
  EXPECT_EQ(document.passages[0].provenance.printed_lines, (LineRange{1, 6}));
  EXPECT_TRUE(document.text.starts_with("Vi vill att"));
}

TEST(MarginNumbers, AreNotTheNumbersOfARowOfDemands) {
  const Document document = read(
      "1. Fler träd\n2. Fler bänkar\n3. Fler lekplatser\n4. Fler gångvägar\n5. Fler lampor\n");
  EXPECT_THAT(left_out(document), IsEmpty());
  for (const Passage& passage : document.passages)
    EXPECT_FALSE(passage.provenance.printed_lines.has_value());
}

TEST(ContentsTable, IsLeftOutWithTabsAndPageNumbers) {
  const Document document = read(
      "Ett grönare Ekdala\n\nInnehåll\n\nTräden först\t2\nVatten\t4\nTrafik\t11\n\n"
      "Träden först\n\nVi vill plantera ett träd för varje barn som föds.\n\n"
      "Vatten\n\nÅn ska gå att bada i.\n\nTrafik\n\nBussen ska gå oftare.\n");
  EXPECT_THAT(left_out(document), ElementsAre("table_of_contents 4: 3-3 5-7"));
  EXPECT_THAT(outline(document), Contains("# Träden först"));
  EXPECT_EQ(shown(document.facts.title), "Ett grönare Ekdala [title]");
}

TEST(ContentsTable, IsLeftOutWithDots) {
  const Document document =
      read("Innehåll\nTräden först ........... 2\nVatten ..... 4\n\nTräden först\nVi planterar.\n");
  EXPECT_THAT(left_out(document), ElementsAre("table_of_contents 3: 1-3"));
}

TEST(ContentsTable, IsLeftOutWhereItsRowsRecurAsHeadings) {
  const Document document = read(
      "Innehållsförteckning\nTräden först\nVatten och ljus\nTrafik\n"
      "Träden först\nVi vill plantera ett träd för varje barn som föds i kommunen.\n"
      "Vatten och ljus\nÅn ska gå att bada i, också för den som bor längst ned.\n"
      "Trafik\nBussen ska gå oftare och hålla tiden.\n");
  EXPECT_THAT(left_out(document), ElementsAre("table_of_contents 4: 1-4"));
  EXPECT_EQ(document.passages.size(), 6U);
}

TEST(PageFurniture, LeavesOutPageNumbersAndRunningHeaders) {
  std::string text = "Ett grönare Ekdala\n\n";
  for (int page = 1; page <= 4; ++page) {
    text += "Vi vill plantera ett träd för varje barn som föds, och låta skolorna\n"
            "sköta dem tillsammans med kommunens trädgårdsmästare och alla de\n" +
            std::to_string(page) + "\n\f" +
            "GRÖNT PROGRAM | Ekdala\n"
            "grannar som vill hjälpa till. Träden ger skugga, svalka och lugn, och\n"
            "de kostar mindre än asfalt.\n\n";
  }
  const Document document = read(text);
  EXPECT_EQ(document.passages.size(), 5U);
  EXPECT_THAT(outline(document)[1],
              testing::HasSubstr("alla de grannar som vill hjälpa till. Träden ger"));
  EXPECT_THAT(left_out(document), Contains(testing::StartsWith("page_number 4:")));
  EXPECT_THAT(left_out(document), Contains(testing::StartsWith("running_header 4:")));
}

TEST(PageFurniture, LeavesHeadingsAndLeadInsThatRecur) {
  std::string text;
  for (const char* area : {"Skola", "Vård", "Trafik", "Kultur"})
    text += std::string(area) + "\n\nOm detta har vi mycket att säga.\n\nBakgrund\n\nDet är så.\n\n"
                                "Centerpartiet i Ekdala vill:\n\n- göra mer\n- göra det bättre\n\n";
  const Document document = read(text);
  EXPECT_THAT(left_out(document), IsEmpty());
  EXPECT_EQ(document.passages.size(), 28U);
}

TEST(PageFurniture, LeavesBoilerplateInTheTextAlone) {
  std::string text;
  for (int i = 0; i < 5; ++i)
    text += "Förslaget i den här delen har nummer " + std::to_string(i) + " och innebär att vi\n"
            "Om något oväntat händer under arbetet med förslagen i den här delen\n"
            "ska beredningen ändå göras färdig innan beslut fattas i fullmäktige.\n\n";
  EXPECT_THAT(left_out(read(text)), IsEmpty());
}

TEST(WebFurniture, LeavesOutNavigationImagesAndCookieNotices) {
  const Document document = read(
      "Hoppa till innehåll\nHem\nVår politik\nKontakt\nekdala torg.jpg\n\nSkola\n\n"
      "Moderaterna i Ekdala vill:\n\n\xE2\x80\xA2 Att alla elever får läxhjälp.\n\n"
      "Vi använder cookies på webbplatsen.\nAcceptera alla\nbottom of page\n");
  EXPECT_THAT(outline(document), ElementsAre("# Skola", "  Moderaterna i Ekdala vill:",
                                             "* Att alla elever får läxhjälp."));
  EXPECT_THAT(left_out(document),
              ElementsAre("navigation 7: 1-4 13-15", "image_name 1: 5-5"));
  EXPECT_EQ(shown(document.facts.kind), "web [metadata]");
}

TEST(WebFurniture, LeavesOneMenuWordInATextAlone) {
  EXPECT_THAT(outline(read("Kultur\n\nFler scener behövs i Ekdala.\n\nPress\n\nFri press är viktig.\n")),
              ElementsAre("# Kultur", "  Fler scener behövs i Ekdala.", "# Press",
                          "  Fri press är viktig."));
}

TEST(WebFurniture, LeavesOutWhatANewspaperAdds) {
  const Document document =
      read("Vi vill se fler träd i stan.\n\nAnmäl text- och faktafel\n\nDela på Facebook\n");
  EXPECT_THAT(left_out(document), ElementsAre("footer 2: 3-3 5-5"));
}

TEST(DateMarks, BecomeTheDateAndAreLeftOut) {
  const Document inside = read(" date 2021-07 I en ledare skriver tidningen om träden.\n");
  EXPECT_THAT(outline(inside), ElementsAre("  I en ledare skriver tidningen om träden."));
  EXPECT_EQ(shown(inside.facts.date), "2021-07 [metadata]");
  EXPECT_THAT(left_out(inside), ElementsAre("metadata 1: 1-1"));
  const Document line = read("Publicerad 5 juli 2021 kl. 06:00\n\nTräden ger skugga åt alla.\n");
  EXPECT_EQ(shown(line.facts.date), "2021-07-05 [metadata]");
  EXPECT_EQ(line.passages.size(), 1U);
}

TEST(DateMarks, AreNotDatesInRunningText) {
  const Document document = read("Publicerade siffror från 5 juli 2021 visar att träden växer.\n");
  EXPECT_THAT(left_out(document), IsEmpty());
}

}  // namespace
}  // namespace ordalag
