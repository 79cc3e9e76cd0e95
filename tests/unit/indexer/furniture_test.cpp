#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

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
  const Document document =
      read("1. Fler träd\n2. Fler bänkar\n3. Fler lekplatser\n4. Fler gångvägar\n5. Fler lampor\n");
  EXPECT_THAT(left_out(document), IsEmpty());
  for (const Passage& passage : document.passages)
    EXPECT_FALSE(passage.provenance.printed_lines.has_value());
}

// Pages of `lines` lines in mid-sentence; `number` writes the one of each line that has one.
std::string numbered_pages(const std::vector<int>& lines,
                           const std::function<std::string(int)>& number) {
  std::string text;
  for (const int count : lines) {
    if (!text.empty()) text += "\f\n";
    for (int i = 1; i <= count; ++i)
      text += number(i) + "och så går meningen om bygdens vägar vidare här\n";
  }
  return text + "till sitt slut.\n";
}

TEST(MarginNumbers, OfEveryFifthLineMayBeFewWhereTheyCountTheLines) {
  const Document document = read(
      "     Varje elev ska bli sedd, och varje\n     skola ha en bok för den som läser.\n\n     "
      "Därför vill vi:\n"
      " 5   * anställa fler lärare\n     * ge alla elever\n       tid att läsa\n     * öppna "
      "skolans bibliotek\n"
      "     * laga taket\n10   Grupperna är stora. De ska bli\n     mindre redan till hösten, och\n"
      "     ingen ska stå utan plats.\n     Det är vårt löfte.\n     Maten ska lagas nära.\n"
      "15   Skolgården ska ha träd.\n");
  EXPECT_THAT(left_out(document), ElementsAre(testing::StartsWith("margin_number 3:")));
  EXPECT_EQ(passage_with(document, "anställa").provenance.printed_lines, (LineRange{5, 5}));
  EXPECT_THAT(outline(document), Contains("* anställa fler lärare"));
}

TEST(MarginNumbers, BeginAnewOnEachPageAlsoOnAShortLastOne) {
  const std::string text =
      numbered_pages({12, 12, 2}, [](int i) { return std::to_string(i) + "  "; });
  const Document document = read(text);
  EXPECT_EQ(document.text.find_first_of("0123456789"), std::string::npos) << document.text;
  EXPECT_EQ(left_out(document).front().substr(0, 17), "margin_number 26:");
}

TEST(MarginNumbers, MayStandAtEveryFifthLineOfAPage) {
  const std::string text = numbered_pages({12, 13, 12, 7}, [](int i) {
    return i % 5 == 0 ? std::to_string(i) + "  " : std::string("   ");
  });
  const Document document = read(text);
  EXPECT_EQ(document.text.find_first_of("0123456789"), std::string::npos) << document.text;
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
    text +=
        "Vi vill plantera ett träd för varje barn som föds, och låta skolorna\n"
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

TEST(PageFurniture, LeavesOutRomanPageNumbersThatRise) {
  const std::string page =
      "Vägarna i byn ska lagas.\n\nBryggan ska rivas.\n\nBadet ska öppnas.\n\n";
  const Document document = read(page + "i\n\n" + page + "ii\n\n" + page + "iii\n");
  EXPECT_THAT(left_out(document), ElementsAre(testing::StartsWith("page_number 3:")));
  const Document list = read("Villkor:\ni\nii\niii\n");
  EXPECT_THAT(outline(list).size(), testing::Gt(1U)) << "no pages lie between these";
}

TEST(PageFurniture, LeavesOutLongHeadsAndFeetThatStandAtEveryPageBreak) {
  std::string text;
  for (int page = 1; page <= 5; ++page) {
    text += (page > 1 ? "\f" : "") + std::string("Bygdelistan i Ekdala            Sida ") +
            std::to_string(page) +
            " av 5\n"
            "Sida efter sida talar programmet om vägar som ska lagas och om\n"
            "bryggor som ska rivas, och på nästa sida går det vidare om\n"
            "Antaget av årsmötet 2025-03-15   www.bygdelistan.example\n";
  }
  const Document document = read(text + "\fallt annat som hör byn till.\n");
  EXPECT_EQ(document.text.find("Antaget"), std::string::npos) << document.text;
  EXPECT_EQ(document.text.find("av 5"), std::string::npos) << document.text;
  EXPECT_EQ(document.passages.size(), 1U);
}

TEST(PageFurniture, LeavesOutTheTitleThatStandsOverLaterPages) {
  const Document document = read(
      "BYGDELISTAN I EKDALA\nProgram för bygden 2023–2027\n\nVägarna i byn ska lagas.\n\n1\n"
      "Bygdelistan i Ekdala · Program 2023–2027\n\nBryggan ska rivas.\n\n2\nBYGDELISTAN I "
      "EKDALA\n\n"
      "Badet ska öppnas.\n");
  EXPECT_THAT(left_out(document), Contains(testing::StartsWith("running_header 2:")));
  EXPECT_EQ(outline(document).size(), 5U);
}

TEST(MarginNumbers, OfEveryLineAreNoneOfEveryFifth) {
  std::string text;
  const char* const lines[] = {"Byn", "", "Vägarna i byn ska lagas, och den", "bro som är sliten ska", "göras ny.",
                               "", "Vatten", "", "Ån ska vara ren, för den som", "badar vill inte bli sjuk.", "",
                               "Kultur", "", "Scenen ska stå kvar, och den", "som vill ska få spela."};
  int number = 0;
  for (const char* line : lines) text += std::to_string(++number) + " " + line + "\n";
  EXPECT_THAT(left_out(read(text)), ElementsAre("margin_number 15: 1-15"));
}

TEST(PageFurniture, KeepsTheHeadOfTheFirstPageThatIsTheTitle) {
  std::string text;
  for (int page = 1; page <= 3; ++page)
    text += "Sida | " + std::to_string(page) + "\nModeraterna i Ekdala – Budget 2023\n\nVägarna i byn ska lagas.\n\n";
  const Document document = read(text);
  EXPECT_EQ(shown(document.facts.title), "Moderaterna i Ekdala – Budget 2023 [title]");
  EXPECT_THAT(left_out(document), Contains(testing::StartsWith("running_header 2:")));
}

TEST(WebFurniture, LeavesOutSiteNamesMenusAndLinksToOtherPages) {
  const Document document =
      read("Ekdala\n☰ Meny\nStartsida\nVåra frågor\nVägar\nVatten\nKultur\nSkola\nKontakta oss\nEn ren å\n\n"
           "Vi vill att ån ska bli ren. Den är vår.\n\nRelaterade artiklar\nSå blir Ekdala tryggare\nDela sidan\n"
           "Facebook\nLinkedIn\nSenast ändrad: 2023-11-30\nOm webbplatsen\nTillgänglighet\nGDPR\n");
  EXPECT_THAT(outline(document), ElementsAre("# En ren å", "  Vi vill att ån ska bli ren. Den är vår.",
                                             testing::HasSubstr("Tillgänglighet")));
  EXPECT_EQ(shown(document.facts.date), "2023-11-30 [metadata]");
}

TEST(PageFurniture, LeavesOutWhatStandsAtTwoPageBreaks) {
  const Document document = read(
      "Byn vi vill ha\n\nVägarna i byn ska lagas.\n\f1\nNytt från bygden\n\n"
      "Bryggan ska rivas.\n\f2\nNytt från bygden\n\nBadet ska öppnas.\n");
  EXPECT_EQ(document.text.find("Nytt"), std::string::npos) << document.text;
}

TEST(ContactLines, LeaveAnAddressOutAndTakeItsSenderForTheParty) {
  const Document document = read(
      "Hem\nPolitik\nBli medlem\n\nEn ren å\n\nVi vill att ån ska bli ren.\n\nMiljöpartiet Ekdala\n"
      "Ågatan 5\n123 45 Ekdala\nE-post: hej@ekdala.example\n");
  EXPECT_THAT(left_out(document), Contains(testing::StartsWith("footer 3:")));
  EXPECT_EQ(parties_of(document.facts.attribution), "MP");
  EXPECT_EQ(document.facts.attribution.party_ground, Ground::kMetadata);
  EXPECT_THAT(left_out(read("Badet på Ågatan 5 ska öppnas.\n\nSkriv till oss på Ågatan 5\n")),
              testing::IsEmpty());
}

TEST(WebFurniture, LeavesOutWhatANewspaperSaysOfOpinionsAndKnowsADebateByIt) {
  const Document document = read(
      "Låt ån vara\n\nDet här är en debattartikel. Åsikterna är skribentens egna.\n\n"
      "Ån ska vara ren.\n\nLäs mer: Bråket om ån\n");
  EXPECT_THAT(left_out(document), Contains(testing::StartsWith("footer 2:")));
  EXPECT_EQ(shown(document.facts.kind), "debate [metadata]");
}

TEST(PageFurniture, LeavesHeadingsAndLeadInsThatRecur) {
  std::string text;
  for (const char* area : {"Skola", "Vård", "Trafik", "Kultur"})
    text += std::string(area) +
            "\n\nOm detta har vi mycket att säga.\n\nBakgrund\n\nDet är så.\n\n"
            "Centerpartiet i Ekdala vill:\n\n- göra mer\n- göra det bättre\n\n";
  const Document document = read(text);
  EXPECT_THAT(left_out(document), IsEmpty());
  EXPECT_EQ(document.passages.size(), 28U);
}

TEST(PageFurniture, LeavesBoilerplateInTheTextAlone) {
  std::string text;
  for (int i = 0; i < 5; ++i)
    text += "Förslaget i den här delen har nummer " + std::to_string(i) +
            " och innebär att vi\n"
            "Om något oväntat händer under arbetet med förslagen i den här delen\n"
            "ska beredningen ändå göras färdig innan beslut fattas i fullmäktige.\n\n";
  EXPECT_THAT(left_out(read(text)), IsEmpty());
}

TEST(WebFurniture, LeavesOutNavigationImagesAndCookieNotices) {
  const Document document = read(
      "Hoppa till innehåll\nHem\nVår politik\nKontakt\nekdala torg.jpg\n\nSkola\n\n"
      "Moderaterna i Ekdala vill:\n\n\xE2\x80\xA2 Att alla elever får läxhjälp.\n\n"
      "Vi använder cookies på webbplatsen.\nAcceptera alla\nbottom of page\n");
  EXPECT_THAT(
      outline(document),
      ElementsAre("# Skola", "  Moderaterna i Ekdala vill:", "* Att alla elever får läxhjälp."));
  EXPECT_THAT(left_out(document), ElementsAre("navigation 7: 1-4 13-15", "image_name 1: 5-5"));
  EXPECT_EQ(shown(document.facts.kind), "web [metadata]");
}

TEST(WebFurniture, LeavesOneMenuWordInATextAlone) {
  EXPECT_THAT(
      outline(read("Kultur\n\nFler scener behövs i Ekdala.\n\nPress\n\nFri press är viktig.\n")),
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
