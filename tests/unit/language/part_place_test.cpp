#include "core/language/part_place.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/language/analyser_fixture.hpp"

namespace ordalag {
namespace {

// What the text shows of the elements of its first token that is a compound; "-" for nothing.
std::string shown(const std::string& text) {
  std::string line;
  for (const Token& token : tokens_of(text)) {
    if (token.word->parts.empty()) continue;
    for (const CompoundPart& part : token.word->parts) {
      if (!part.element) continue;
      if (!line.empty()) line += '|';
      const auto place = place_in_text(text, token, part.span);
      line += place ? text.substr(place->begin, place->size()) : "-";
    }
    return line;
  }
  return line;
}

TEST(PartPlace, ShowsTheLettersOfThePart) { EXPECT_EQ(shown("Äldreomsorgens mål"), "Äldre|omsorgens"); }

TEST(PartPlace, CountsDecomposedLettersRight) {
  EXPECT_EQ(shown("skolga\u030Angar"), "skol|ga\u030Angar");
}

TEST(PartPlace, LeavesOutTheHyphenOfALineEnd) { EXPECT_EQ(shown("kommun-\nstyrelsen"), "kommun|styrelsen"); }

TEST(PartPlace, IsEmptyForWhatASuspendedHyphenLeavesOut) {
  EXPECT_EQ(shown("skol- och vårdfrågor"), "skol|-");
}

}  // namespace
}  // namespace ordalag
