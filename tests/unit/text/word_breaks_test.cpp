#include "core/text/word_breaks.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace ordalag {
namespace {

std::vector<std::string> words(std::string_view text) {
  WordBreaker breaker;
  std::vector<WordSegment> segments;
  breaker.divide(text, segments);
  std::vector<std::string> found;
  for (const WordSegment& segment : segments) {
    found.emplace_back(text.substr(segment.span.begin, segment.span.size()));
  }
  return found;
}

using Words = std::vector<std::string>;

TEST(WordBreaks, KeepTheSwedishColonInsideTheWord) {
  EXPECT_EQ(words("EU:s IOP:er"), (Words{"EU:s", "IOP:er"}));
}

TEST(WordBreaks, KeepDecimalsAndDottedAbbreviationsWhole) {
  EXPECT_EQ(words("t.ex. 2,3 1.250,50"), (Words{"t.ex", "2,3", "1.250,50"}));
}

TEST(WordBreaks, DivideAtHyphensAndSlashes) {
  EXPECT_EQ(words("och/eller e-post"), (Words{"och", "eller", "e", "post"}));
}

TEST(WordBreaks, TellNumbersFromWords) {
  WordBreaker breaker;
  std::vector<WordSegment> segments;
  breaker.divide("år 2026 B12", segments);
  ASSERT_EQ(segments.size(), 3U);
  EXPECT_TRUE(segments[0].has_letter);
  EXPECT_FALSE(segments[1].has_letter);
  EXPECT_TRUE(segments[2].has_letter);
}

// The fast path is a second reading of the rules: ICU is the first.
TEST(WordBreaks, AgreeWithIcuOnRandomText) {
  constexpr std::array<std::string_view, 40> kPieces = {
      "bostad", "a",  "Ö",  "é",      "e\u0301", "a\u030A", "1",      "23",     " ",  "  ",
      "\n",     "\t", ".",  ",",      ":",       ";",       "'",      "\u2019", "\u2018", "_",
      "-",      "/",  "\u2013", "\u2010", "§",   "%",       "(",      "\u00B7", "\u00A0", "\u00AD",
      "\u202F", "\u2009", "\u200B", "中", "א",   "\u0301",  "\u2022", "ß",      "ĳ",  "\u20AC"};
  std::mt19937 random(11);
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  WordBreaker breaker;
  std::vector<WordSegment> fast, exact;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += kPieces[piece(random)];
    breaker.divide(text, fast);
    breaker.divide_by_icu(text, exact);
    ASSERT_EQ(fast.size(), exact.size()) << text;
    for (std::size_t i = 0; i < fast.size(); ++i) {
      ASSERT_EQ(fast[i].span, exact[i].span) << text;
      ASSERT_EQ(fast[i].has_letter, exact[i].has_letter) << text;
    }
  }
}

}  // namespace
}  // namespace ordalag
