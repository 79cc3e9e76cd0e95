#include "core/text/text_directive.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace ordalag {
namespace {

ByteSpan place_of(const std::string& page, const std::string& text, int nth = 0) {
  std::size_t begin = page.find(text);
  while (nth-- > 0) begin = page.find(text, begin + 1);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + text.size())};
}

// The directive for `text`, at its `nth` place in the page.
std::optional<std::string> directive(const std::string& page, const std::string& text,
                                     int nth = 0) {
  return ShownPage(page).directive(place_of(page, text, nth));
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
  EXPECT_EQ(directive("Nämnd\n2025\nSkola\n412", "Skola\n412"), ":~:text=Skola,412");
}

TEST(TextFragment, TakesNoWordsFromTheOtherSideOfTheWordsBetween) {
  // The number stands before the text on its line: the browser wants the prefix right beside it.
  const std::string page = "Skola\n4. Vi vill:\nVård\n5. Vi vill:\n";
  EXPECT_EQ(directive(page, "Vi vill:", 1), ":~:text=5.-,Vi%20vill%3A");
  EXPECT_EQ(directive("Skola\n– Vi vill:\nVård\n– Vi vill:\n", "Vi vill:", 1), std::nullopt);
}

TEST(TextFragment, CountsWhatDiffersByAccentsAloneAsTheSame) {
  EXPECT_EQ(directive("Län\nA\nLån\nB", "Lån"), ":~:text=A-,L%C3%A5n");
}

TEST(TextFragment, IsGivenForWholeWordsAlone) {
  EXPECT_EQ(directive("Kommunstyrelsen beslutar.", "Kommun"), std::nullopt);
}

TEST(FindShown, FindsAPassageAmongWhatThePageShowsMore) {
  const std::string page = "Skola\nVi bygger[1] nu och inga fler hus rivs.\nSlut\n";
  const std::string block = "Vi bygger[1] nu och inga fler hus rivs.";
  EXPECT_EQ(find_shown(page, place_of(page, block), "bygger[1]"), place_of(page, "bygger[1]"));
  EXPECT_EQ(find_shown(page, place_of(page, block), "Vi bygger nu och inga fler hus rivs."),
            place_of(page, block));
  EXPECT_EQ(find_shown(page, place_of(page, "Skola"), "Vård"), std::nullopt);
}

}  // namespace
}  // namespace ordalag
