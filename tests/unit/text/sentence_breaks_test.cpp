#include "core/text/sentence_breaks.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ordalag {
namespace {

std::vector<std::string> sentences(const std::string& text) {
  SentenceBreaker breaker({"t.ex.", "bl.a."});
  std::vector<std::string> found;
  for (const ByteSpan span : breaker.divide(text)) {
    found.push_back(text.substr(span.begin, span.size()));
  }
  return found;
}

TEST(SentenceBreaks, DivideAtFullStopsAndQuestionMarks) {
  EXPECT_EQ(sentences("Vi bygger mer. Varför? Alla behöver ett hem."),
            (std::vector<std::string>{"Vi bygger mer.", "Varför?", "Alla behöver ett hem."}));
}

TEST(SentenceBreaks, GoOnAfterAnAbbreviation) {
  EXPECT_EQ(sentences("Stödet ges av bl.a. Röda stugan i byn. Det räcker inte.").size(), 2U);
}

TEST(SentenceBreaks, AreEmptyForBlankText) { EXPECT_TRUE(sentences(" \n ").empty()); }

}  // namespace
}  // namespace ordalag
