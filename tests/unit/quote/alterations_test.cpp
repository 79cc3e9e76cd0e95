#include <gmock/gmock.h>

#include "searcher/quote/alterations.hpp"
#include "searcher/quote/source_window.hpp"
#include "searcher/quote/word_classes.hpp"

namespace ordalag {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// "type: source > quote" for each alteration, its types joined by "+".
std::vector<std::string> alterations(std::string_view source, std::string_view quote) {
  QuoteWords q;
  QuoteWords s;
  divide_quote(quote, LineEnds::kAtLineBreak, q);
  divide_quote(source, LineEnds::kNone, s);
  const Alignment alignment = align_words(keys_of(q), keys_of(s));
  AlterationOptions options;
  options.is_name = [](std::string_view word) { return word == "Moderaterna"; };
  std::vector<std::string> lines;
  for (const Alteration& a : find_alterations({quote, &q}, {source, &s}, alignment, options)) {
    std::string line;
    for (const AlterationType type : a.types) {
      line += (line.empty() ? "" : "+") + std::string(name(type));
    }
    lines.push_back(line + ": " + a.source + " > " + a.quote);
  }
  return lines;
}

TEST(Alterations, AreNoneWhereNothingDiffers) {
  EXPECT_THAT(alterations("Vi vill bygga ut tågen.", "vi vill bygga ut tågen"), IsEmpty());
}

TEST(Alterations, TypeAnAddedNegation) {
  EXPECT_THAT(alterations("Kommunen ska sälja hamnen i år.", "Kommunen ska inte sälja hamnen i år."),
              ElementsAre("negation+word_added:  > inte"));
}

TEST(Alterations, TypeADroppedNegation) {
  EXPECT_THAT(alterations("Hamnen får aldrig stängas för båtar.", "Hamnen får stängas för båtar."),
              ElementsAre("negation+word_dropped: aldrig > "));
}

TEST(Alterations, TypeADenyingPrefixAsNegation) {
  EXPECT_THAT(alterations("Det är en rimlig avgift för små båtar.",
                          "Det är en orimlig avgift för små båtar."),
              ElementsAre("negation+word_changed: rimlig > orimlig"));
}

TEST(Alterations, TypeAChangedNumberInDigitsAndInLetters) {
  EXPECT_THAT(alterations("Senast 2031 ska allt vara klart här.",
                          "Senast 2032 ska allt vara klart här."),
              ElementsAre("number: 2031 > 2032"));
  EXPECT_THAT(alterations("Vi satsar tolv miljoner på broar.", "Vi satsar tolv miljarder på broar."),
              ElementsAre("number: miljoner > miljarder"));
}

TEST(Alterations, TypeAModalVerb) {
  EXPECT_THAT(alterations("Alla skolor ska ha ett eget kök.", "Alla skolor bör ha ett eget kök."),
              ElementsAre("modal: ska > bör"));
}

TEST(Alterations, TypeANameInsideASentence) {
  EXPECT_THAT(alterations("Vägen mellan Lerby och Sundvik ska breddas.",
                          "Vägen mellan Lerby och Norrvik ska breddas."),
              ElementsAre("name: Sundvik > Norrvik"));
}

TEST(Alterations, KnowAPartyAtTheStartOfASentence) {
  EXPECT_THAT(alterations("Centerpartiet vill sänka taxan för alla.",
                          "Moderaterna vill sänka taxan för alla."),
              ElementsAre("name: Centerpartiet > Moderaterna"));
}

TEST(Alterations, TypePlainWords) {
  EXPECT_THAT(alterations("Vi ska öppna fler bad nästa år.", "Vi ska öppna fler parker nästa år."),
              ElementsAre("word_changed: bad > parker"));
  EXPECT_THAT(alterations("Vi ska öppna fler nya bad nästa år.", "Vi ska öppna fler bad nästa år."),
              ElementsAre("word_dropped: nya > "));
  EXPECT_THAT(alterations("Vi ska öppna bad nästa år.", "Vi ska öppna många nya bad nästa år."),
              ElementsAre("word_added:  > många nya"));
}

TEST(Alterations, SeeThatWordsOnlyChangedPlace) {
  EXPECT_THAT(alterations("Vi vill inte medverka till högre avgifter.",
                          "Vi inte vill medverka till högre avgifter."),
              ElementsAre("reordered: vill inte > inte vill"));
}

TEST(Alterations, SeeAnInventedEnd) {
  EXPECT_THAT(alterations("Vi vill att alla barn ska få simma varje vecka i det nya badet.",
                          "Vi vill att alla barn ska få åka utomlands på skattebetalarnas bekostnad."),
              Contains(testing::StartsWith("tail_invented:")));
}

TEST(Alterations, ReportPunctuationWhereOnlyThatDiffers) {
  EXPECT_THAT(alterations("Vi bygger, renoverar och river.", "Vi bygger renoverar och river."),
              ElementsAre("word_dropped: , > "));
  EXPECT_THAT(alterations("Vi bygger mycket.", "Vi bygger mycket?"),
              ElementsAre("word_changed: . > ?"));
}

TEST(WordClasses, KnowNumberWordsByTheirParts) {
  for (const std::string_view word : {"tolv", "tjugofem", "trehundra", "hälften", "miljarder"}) {
    EXPECT_TRUE(is_number_word(word)) << word;
  }
  for (const std::string_view word : {"en", "trevlig", "tionde", "femma", ""}) {
    EXPECT_FALSE(is_number_word(word)) << word;
  }
}

TEST(WordClasses, TellOneLetterFromTwo) {
  EXPECT_TRUE(differ_by_one_letter("trygg", "trygga"));
  EXPECT_TRUE(differ_by_one_letter("får", "fär"));
  EXPECT_TRUE(differ_by_one_letter("bron", "born"));
  EXPECT_FALSE(differ_by_one_letter("bron", "bron"));
  EXPECT_FALSE(differ_by_one_letter("bil", "hus"));
}

TEST(Alignment, HidesNoDifferenceAmongManyDistinctWords) {
  std::vector<std::uint64_t> source;
  for (std::uint64_t i = 0; i < 1200; ++i) source.push_back(1000 + i);
  std::vector<std::uint64_t> quote = source;
  quote[300] = 1000 + 300 + 254;  // another word that shares a symbol of the aligner
  const Alignment alignment = align_words(quote, source);
  EXPECT_EQ(alignment.distance, 1U);
  EXPECT_EQ(alignment.edits[300].op, EditOp::kReplace);
}

}  // namespace
}  // namespace ordalag
