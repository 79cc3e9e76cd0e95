#include "core/store/letter_set.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/text/join.hpp"

namespace ordalag {
namespace {

const std::vector<std::string> kLetters = {"a", "b", "e", "n", "s", "t", "å", "ä",
                                           "ö", "é", "-", "7", "ß"};

TEST(LetterSet, HasEachLetterOfTheWord) {
  EXPECT_EQ(letters_of("vård"), letters_of("drvå"));
  EXPECT_NE(letters_of("var"), letters_of("vår"));
  EXPECT_NE(letters_of("får"), letters_of("för"));
  EXPECT_EQ(letters_of(""), 0U);
}

TEST(LetterSet, KeepsWordsApartThatShareTooFewLetters) {
  EXPECT_FALSE(may_be_near(letters_of("skola"), letters_of("bibliotek"), 2));
  EXPECT_FALSE(may_be_near(letters_of("hund"), letters_of("katt"), 2));
  EXPECT_TRUE(may_be_near(letters_of("skola"), letters_of("skolan"), 1));
}

TEST(LetterSet, NeverKeepsApartWhatIsWithinTheEdits) {
  std::mt19937 random(7);
  const auto any = [&] { return kLetters[random() % kLetters.size()]; };
  for (int round = 0; round < 5000; ++round) {
    std::vector<std::string> word(2 + random() % 9);
    for (std::string& letter : word) letter = any();
    std::vector<std::string> other = word;
    const int edits = 1 + static_cast<int>(random() % 2);
    for (int i = 0; i < edits && !other.empty(); ++i) {
      const auto at = static_cast<std::ptrdiff_t>(random() % other.size());
      switch (random() % 4) {
        case 0:
          other.insert(other.begin() + at, any());
          break;
        case 1:
          other.erase(other.begin() + at);
          break;
        case 2:
          other[static_cast<std::size_t>(at)] = any();
          break;
        default:
          std::swap(other[static_cast<std::size_t>(at)], other.back());
      }
    }
    const LetterSet letters = letters_of(joined(word, ""));
    const std::vector<LetterSet> others{letters_of(joined(other, "")), letters_of("xyz")};
    std::vector<std::uint8_t> near(others.size());
    mark_near(letters, others, edits, near);
    EXPECT_TRUE(may_be_near(letters, others[0], edits)) << joined(word, "") << " / " << joined(other, "");
    EXPECT_EQ(near[0], 1) << joined(word, "") << " / " << joined(other, "");
    EXPECT_EQ(near[1] == 1, may_be_near(letters, others[1], edits));
  }
}

}  // namespace
}  // namespace ordalag
