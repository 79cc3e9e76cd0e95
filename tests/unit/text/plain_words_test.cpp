#include "core/text/plain_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ordalag {
namespace {

using Words = std::vector<std::string>;

Words words(std::string_view text) {
  Words found;
  PlainWords words(text);
  while (words.next()) found.emplace_back(words.word());
  return found;
}

bool is_strange(std::string_view text) {
  PlainWords words(text);
  while (words.next()) {
  }
  return words.is_strange();
}

TEST(PlainWords, AreRunsOfSwedishLettersAndDigits) {
  EXPECT_EQ(words("Åtta skolor \u2013 och 20 \u201Dtal\u201D, EU:s!"),
            (Words{"Åtta", "skolor", "och", "20", "tal", "EU", "s"}));
  EXPECT_EQ(words(""), Words());
  EXPECT_EQ(words(" \u2026 "), Words());
  EXPECT_FALSE(is_strange("Åtta skolor \u2013 och 20 \u201Dtal\u201D"));
}

TEST(PlainWords, EndWhereACharacterMayBelongToAWord) {
  EXPECT_EQ(words("en idé till"), (Words{"en"}));
  for (const char* text : {"idé", "sko\u00ADlan", "a\u0308", "3\u00D74", "\uFB01n", "sko\u200Blan",
                           "\u0436", "\U0001F600"})
    EXPECT_TRUE(is_strange(text)) << text;
}

TEST(PlainWords, TellWhatMayBelongToALongerWord) {
  const auto joined = [](std::string_view text) {
    std::vector<bool> found;
    PlainWords words(text);
    while (words.next()) found.push_back(words.is_joined());
    return found;
  };
  EXPECT_EQ(joined("e-post nu"), (std::vector<bool>{true, true, false}));
  EXPECT_EQ(joined("barn- och -tal"), (std::vector<bool>{true, false, true}));
  EXPECT_EQ(joined("a\u2011b c \u2013 d"), (std::vector<bool>{true, true, false, false}));
  EXPECT_EQ(joined("EU:s mål: (nu)."), (std::vector<bool>{true, true, false, false}));
}

}  // namespace
}  // namespace ordalag
