#include "searcher/answer/text_fragment.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ordalag {
namespace {

// The directive for the passage `text`, at its `nth` place in the canonical text.
std::optional<std::string> directive(const std::string& canonical, const std::string& text,
                                     int nth = 0, PassageKind kind = PassageKind::kParagraph) {
  std::size_t begin = canonical.find(text);
  while (nth-- > 0) begin = canonical.find(text, begin + 1);
  Passage passage;
  passage.kind = kind;
  passage.bytes = {static_cast<std::uint32_t>(begin),
                   static_cast<std::uint32_t>(begin + text.size())};
  return text_directive(canonical, passage);
}

const std::string kLong =
    "Kommunen ska se till att varje elev som har rätt till skolskjuts får åka utan avgift, "
    "också på helgdagar, och att ingen väntar längre än tjugo minuter.";

TEST(TextFragment, QuotesAShortPassageWhole) {
  EXPECT_EQ(directive("Rubrik\nVi bygger nu.\nSlut", "Vi bygger nu."), ":~:text=Vi%20bygger%20nu.");
}

TEST(TextFragment, EncodesWhatHasAMeaningInDirectives) {
  EXPECT_EQ(directive("gles- & tätort, år", "gles- & tätort, år"),
            ":~:text=gles%2D%20%26%20t%C3%A4tort%2C%20%C3%A5r");
}

TEST(TextFragment, TellsALongPassageByItsFirstAndLastWords) {
  EXPECT_EQ(directive("Rubrik\n" + kLong, kLong),
            ":~:text=Kommunen%20ska%20se%20till%20att,v%C3%A4ntar%20l%C3%A4ngre%20%C3%A4n%20tjugo"
            "%20minuter.");
}

TEST(TextFragment, TakesMoreOfItsOwnWordsWhereItsFirstAreCommon) {
  const std::string canonical = "Kommunen ska se till att rusta upp.\n" + kLong;
  EXPECT_TRUE(directive(canonical, kLong)
                  ->starts_with(":~:text=Kommunen%20ska%20se%20till%20att%20varje%20elev"));
}

TEST(TextFragment, TellsRepeatedWordsByThoseBeforeThem) {
  const std::string canonical = "Skola\nVi vill:\nVård\nVi vill:";
  EXPECT_EQ(directive(canonical, "Vi vill:"), ":~:text=Skola-,Vi%20vill%3A");
  EXPECT_EQ(directive(canonical, "Vi vill:", 1), ":~:text=V%C3%A5rd-,Vi%20vill%3A");
}

TEST(TextFragment, TellsRepeatedWordsByThoseAfterThemWhereTheFormerAreRepeatedToo) {
  const std::string canonical = "A\nVi vill:\nbygga\nA\nVi vill:\nriva";
  EXPECT_EQ(directive(canonical, "Vi vill:", 1), ":~:text=Vi%20vill%3A,-riva");
}

TEST(TextFragment, TakesLettersOfEitherCaseForTheSame) {
  const std::string canonical = "ÅKA MED BUSS\nTåg\nÅka med buss";
  EXPECT_EQ(directive(canonical, "Åka med buss"), ":~:text=T%C3%A5g-,%C3%85ka%20med%20buss");
}

TEST(TextFragment, GivesNothingWhereNothingTellsThePassageApart) {
  const std::string canonical = "Ja\nNej\nJa\nNej\nJa\nNej";
  EXPECT_EQ(directive(canonical, "Nej", 1), std::nullopt);
}

TEST(TextFragment, ReachesFromTheFirstCellOfARowToItsLast) {
  EXPECT_EQ(directive("Nämnd | 2025\nSkola | 412", "Skola | 412", 0, PassageKind::kTableRow),
            ":~:text=Skola,412");
}

}  // namespace
}  // namespace ordalag
