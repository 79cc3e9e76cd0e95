#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/extract/pdf/extract_pdf.hpp"
#include "tests/unit/extract/pdf_maker.hpp"
#include "tests/unit/extract/reading_of.hpp"

namespace ordalag::extract {
namespace {

using reading::ExtractedText;
using reading::LineStyle;
using test::Face;
using test::left_out;
using test::line_of;
using test::PdfMaker;
using test::texts_of;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

const std::vector<std::string> kLeftColumn = {
    "Kommunen ska bygga fler hyresrätter i alla", "delar av staden, också där marken är dyr.",
    "Det kräver att planer blir klara i tid och", "att byggherrar vet vad som gäller innan de",
    "lägger ner pengar på ett projekt i Ekdala."};
const std::vector<std::string> kRightColumn = {
    "Skolan är viktigast av allt. Varje elev ska", "nå målen, och den som behöver stöd ska få",
    "det genast. Lärare ska ha tid att förbereda", "sina lektioner och slippa uppgifter som",
    "andra kan göra lika bra eller bättre än de."};

ExtractedText read(const PdfMaker& maker) {
  auto extracted = extract_pdf(maker.finish(), nullptr);
  EXPECT_TRUE(extracted) << extracted.error().message;
  return extracted ? *std::move(extracted) : ExtractedText();
}

std::vector<std::string> joined(const std::vector<std::string>& a,
                                const std::vector<std::string>& b) {
  std::vector<std::string> both = a;
  both.insert(both.end(), b.begin(), b.end());
  return both;
}

TEST(PdfLayout, ReadsTwoColumnsOneAfterTheOther) {
  PdfMaker maker;
  maker.page().lines(50, 100, kLeftColumn).lines(310, 100, kRightColumn);
  EXPECT_EQ(texts_of(read(maker)), joined(kLeftColumn, kRightColumn));
}

TEST(PdfLayout, LeavesOutWordsOfAFontThatDoesNotSayItsCharacters) {
  PdfMaker maker;
  maker.page()
      .put({50, 80, 18, "Bättre bostäder i hela kommunen", Face::kUncoded})
      .lines(50, 110, kLeftColumn);
  const ExtractedText text = read(maker);
  EXPECT_EQ(texts_of(text), kLeftColumn);
  EXPECT_EQ(left_out(text, "no_characters"), 1U);
  EXPECT_EQ(left_out(text, "no_text"), 0U);
}

TEST(PdfLayout, KeepsWordsThatNoLexiconKnowsWhereTheyAreWrittenAsWords) {
  const std::vector<std::string> foreign = {
                                            "www.ekdala.example/skola, anna.ek@ekdala.example",
                                            "LSS, SoL och CO2 enligt SFS 1993:387 (kWh/m2)"};
  PdfMaker maker;
  maker.page().put({50, 80, 11, foreign[0], Face::kBold}).put({50, 124, 11, foreign[1], Face::kBold});
  maker.lines(50, 160, kLeftColumn);
  const ExtractedText text = read(maker);
  EXPECT_THAT(texts_of(text), Contains(foreign[0]));
  EXPECT_THAT(texts_of(text), Contains(foreign[1]));
  EXPECT_EQ(left_out(text, "no_characters"), 0U);
}

TEST(PdfLayout, ReadsNothingOfAFileWithoutASingleReadableFont) {
  PdfMaker maker;
  maker.page().put({50, 80, 11, "Kommunen ska bygga fler hyresrätter", Face::kUncoded});
  const auto extracted = extract_pdf(maker.finish(), nullptr);
  ASSERT_FALSE(extracted);
  EXPECT_EQ(extracted.error().code, ErrorCode::kBadInput);
  EXPECT_THAT(extracted.error().message, ::testing::HasSubstr("do not say which characters"));
}

TEST(PdfLayout, DividesItemsUnderALeadInWhereTheirBulletsAreDrawings) {
  PdfMaker maker;
  maker.page().lines(50, 100, {"Kommunen har under flera år haft för få platser för den som vill bada",
                               "inomhus, och därför vill vi under nästa mandatperiod göra det som krävs:"});
  maker.lines(70, 128, {"bygga en simhall", "laga badbryggan och ge den ett räcke som håller även för de stora",
                        "vågorna om hösten", "sänka avgiften"});
  const ExtractedText text = read(maker);
  std::vector<std::string> paragraphs(1);
  for (const reading::ExtractedLine& line : text.lines) {
    if (text.content(line).empty())
      paragraphs.emplace_back();
    else
      paragraphs.back() += std::string(text.content(line).substr(0, 4)) + "|";
  }
  EXPECT_THAT(paragraphs, ElementsAre("Komm|inom|", "bygg|", "laga|våg|", "sän|"));
}

TEST(PdfLayout, KeepsTheYearThatEndsAHeadingOnALineOfItsOwn) {
  PdfMaker maker;
  maker.page()
      .put({50, 80, 20, "Handlingsprogram för Ekdala 2026–"})
      .put({50, 104, 20, "2030"})
      .lines(50, 140, kLeftColumn);
  EXPECT_EQ(read(maker).title, "Handlingsprogram för Ekdala 2026–2030");
}

TEST(PdfLayout, ReadsColumnsWhoseLinesDoNotAlign) {
  PdfMaker maker;
  maker.page().lines(50, 100, kLeftColumn).lines(310, 106, kRightColumn);
  EXPECT_EQ(texts_of(read(maker)), joined(kLeftColumn, kRightColumn));
}

TEST(PdfLayout, ReadsAHeadingOverTwoColumnsFirst) {
  PdfMaker maker;
  maker.page().put({180, 70, 20, "Ett program för hela Ekdala", Face::kBold});
  maker.lines(50, 110, kLeftColumn).lines(310, 110, kRightColumn);
  const ExtractedText extracted = read(maker);
  EXPECT_EQ(texts_of(extracted),
            joined({"Ett program för hela Ekdala"}, joined(kLeftColumn, kRightColumn)));
  EXPECT_EQ(line_of(extracted, "Ett program för hela Ekdala").style, LineStyle::kHeading);
}

TEST(PdfLayout, ReadsBandsOfColumnsOneUnderTheOther) {
  PdfMaker maker;
  maker.page().lines(50, 100, kLeftColumn).lines(310, 100, kRightColumn);
  maker.put({50, 220, 11, "Det här stycket går över hela sidan och skiljer de två delarna från "
                          "varandra, rad för rad."});
  maker.lines(50, 260, kRightColumn).lines(310, 260, kLeftColumn);
  std::vector<std::string> expected = joined(kLeftColumn, kRightColumn);
  expected.push_back("Det här stycket går över hela sidan och skiljer de två delarna från varandra, "
                     "rad för rad.");
  EXPECT_EQ(texts_of(read(maker)), joined(expected, joined(kRightColumn, kLeftColumn)));
}

TEST(PdfLayout, KeepsBulletsWithTheirTexts) {
  PdfMaker maker;
  maker.page();
  for (int i = 0; i < 5; ++i)
    maker.put({50, 100.0F + 20.0F * static_cast<float>(i), 11, "•"})
        .put({80, 100.0F + 20.0F * static_cast<float>(i), 11, kLeftColumn[static_cast<std::size_t>(i)]});
  EXPECT_THAT(texts_of(read(maker)), Contains("• " + kLeftColumn[0]));
}

TEST(PdfLayout, ReadsATableRowByRow) {
  PdfMaker maker;
  maker.page();
  const std::vector<std::array<std::string, 3>> rows = {{{"Nämnd", "Budget 2025", "Budget 2026"}},
                                                        {{"Skola", "412,5", "430,0"}},
                                                        {{"Omsorg", "388,1", "401,9"}},
                                                        {{"Teknik", "97,4", "99,0"}}};
  float baseline = 100;
  for (const auto& row : rows) {
    maker.put({60, baseline, 11, row[0]}).put({200, baseline, 11, row[1]}).put(
        {340, baseline, 11, row[2]});
    baseline += 22;
  }
  const ExtractedText extracted = read(maker);
  EXPECT_THAT(texts_of(extracted),
              ElementsAre("Nämnd | Budget 2025 | Budget 2026", "Skola | 412,5 | 430,0",
                          "Omsorg | 388,1 | 401,9", "Teknik | 97,4 | 99,0"));
  EXPECT_EQ(line_of(extracted, "Skola | 412,5 | 430,0").style, LineStyle::kTableRow);
}

TEST(PdfLayout, TakesMarginNumbersOutOfTheTextAndKeepsThem) {
  PdfMaker maker;
  maker.page().lines(90, 100, kLeftColumn).lines(90, 170, kRightColumn);
  maker.put({40, 156, 8, "5"}).put({36, 226, 8, "10"});
  maker.lines(90, 240, kLeftColumn).put({36, 296, 8, "15"});
  const ExtractedText extracted = read(maker);
  EXPECT_EQ(texts_of(extracted), joined(joined(kLeftColumn, kRightColumn), kLeftColumn));
  EXPECT_EQ(line_of(extracted, kLeftColumn[4]).printed_number, 5U);
  EXPECT_EQ(line_of(extracted, kRightColumn[1]).printed_number, 7U);
  EXPECT_EQ(left_out(extracted, "margin_number"), 3U);
}

TEST(PdfLayout, KeepsTheYearsOfATable) {
  PdfMaker maker;
  maker.page();
  for (int i = 0; i < 6; ++i) {
    const float baseline = 100.0F + 14.0F * static_cast<float>(i);
    maker.put({60, baseline, 11, std::to_string(2018 + i)})
        .put({160, baseline, 11, "invånare vid årets slut"});
  }
  EXPECT_EQ(left_out(read(maker), "margin_number"), 0U);
}

TEST(PdfLayout, LeavesOutRunningHeadersAndTakesTheirPageNumbers) {
  PdfMaker maker;
  for (int page = 0; page < 4; ++page) {
    maker.page().put({50, 40, 9, "Handlingsprogram för Ekdala"});
    maker.put({500, 40, 9, std::to_string(page + 3)});
    maker.lines(50, 100, page % 2 == 0 ? kLeftColumn : kRightColumn);
  }
  const ExtractedText extracted = read(maker);
  EXPECT_THAT(texts_of(extracted), Not(Contains(::testing::HasSubstr("Handlingsprogram"))));
  EXPECT_EQ(extracted.pages[0].label, "3");
  EXPECT_EQ(extracted.pages[3].label, "6");
  EXPECT_EQ(left_out(extracted, "running_header"), 4U);
}

TEST(PdfLayout, PutsANoteBehindItsParagraph) {
  PdfMaker maker;
  maker.page().lines(50, 100, kLeftColumn);
  maker.put({50, 170, 11, "Lagen gäller sedan länge"}).put({176, 166, 6, "1"});
  maker.put({182, 170, 11, "i landet."});
  maker.lines(50, 210, kRightColumn);
  maker.put({50, 760, 6, "1"}).put({56, 762, 8, "Se bilaga två till programmet."});
  const std::vector<std::string> texts = texts_of(read(maker));
  const auto note = std::find(texts.begin(), texts.end(), "1 Se bilaga två till programmet.");
  ASSERT_NE(note, texts.end());
  EXPECT_EQ(*(note - 1), "Lagen gäller sedan länge i landet.");
}

TEST(PdfLayout, GivesADropCapBackToItsWord) {
  PdfMaker maker;
  maker.page().put({42, 128, 50, "K"});
  maker.lines(80, 100, {"ommunen ska bygga fler bostäder", "i alla delar av staden, och den",
                        "ska göra det utan att höja skatten."});
  EXPECT_EQ(texts_of(read(maker)).front(), "Kommunen ska bygga fler bostäder");
}

TEST(PdfLayout, ClosesLetterSpacedHeadings) {
  PdfMaker maker;
  maker.page().put({50, 80, 14, "INLEDNING", Face::kBold, 4});
  maker.lines(50, 120, kLeftColumn);
  EXPECT_EQ(texts_of(read(maker)).front(), "INLEDNING");
}

TEST(PdfLayout, TellsHeadingsBySizeAndWeightWithLevels) {
  PdfMaker maker;
  maker.page().put({50, 80, 20, "Bygg mer"}).lines(50, 110, kLeftColumn);
  maker.put({50, 210, 11, "Bostäder för unga", Face::kBold}).lines(50, 230, kRightColumn);
  const ExtractedText extracted = read(maker);
  EXPECT_EQ(line_of(extracted, "Bygg mer").level, 1);
  EXPECT_EQ(line_of(extracted, "Bostäder för unga").style, LineStyle::kHeading);
  EXPECT_EQ(line_of(extracted, "Bostäder för unga").level, 2);
  EXPECT_EQ(extracted.title, "Bygg mer");
}

TEST(PdfLayout, GivesEachLineItsPageAndItsBox) {
  PdfMaker maker;
  maker.page().lines(50, 100, kLeftColumn).page().lines(50, 100, kRightColumn);
  const ExtractedText extracted = read(maker);
  const reading::ExtractedLine line = line_of(extracted, kRightColumn[1]);
  EXPECT_EQ(line.page, 2U);
  ASSERT_TRUE(line.box);
  EXPECT_NEAR(line.box->left, 50, 1);
  EXPECT_LT(line.box->top, 114);
  EXPECT_GT(line.box->bottom, 114);
}

TEST(PdfLayout, ReportsPagesWithoutText) {
  PdfMaker maker;
  maker.page().lines(50, 100, kLeftColumn).page();
  const ExtractedText extracted = read(maker);
  EXPECT_EQ(left_out(extracted, "no_text"), 1U);
  EXPECT_EQ(extracted.pages[1].order, "no_text");
}

TEST(PdfLayout, RefusesAFileWithoutAnyText) {
  PdfMaker maker;
  maker.page();
  const auto extracted = extract_pdf(maker.finish(), nullptr);
  ASSERT_FALSE(extracted);
  EXPECT_EQ(extracted.error().code, ErrorCode::kBadInput);
}

TEST(PdfLayout, RefusesWhatIsNoPdf) {
  EXPECT_FALSE(extract_pdf("%PDF-1.7 and nothing else", nullptr));
}

}  // namespace
}  // namespace ordalag::extract
