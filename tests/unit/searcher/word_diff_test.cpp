#include "searcher/diff/word_diff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace ordalag {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Each difference as "op left|right".
std::vector<std::string> differences(const std::string& left, const std::string& right) {
  std::vector<std::string> found;
  for (const Difference& d : diff_words(left, right))
    found.push_back(std::string(name(d.op)) + " " + left.substr(d.left.begin, d.left.size()) + "|" +
                    right.substr(d.right.begin, d.right.size()));
  return found;
}

TEST(WordDiff, FindsNothingInEqualTexts) {
  EXPECT_THAT(differences("Vi vill bygga.", "Vi  vill\nbygga."), IsEmpty());
  EXPECT_THAT(differences("", ""), IsEmpty());
}

TEST(WordDiff, FindsSingleWords) {
  EXPECT_THAT(differences("Vi ska bygga fler hem", "Vi bör bygga många fler hem"),
              ElementsAre("replace ska|bör", "insert |många"));
  EXPECT_THAT(differences("Vi ska inte bygga", "Vi ska bygga"), ElementsAre("delete inte|"));
}

TEST(WordDiff, FindsQuotationMarksAndHyphens) {
  EXPECT_THAT(differences("”Bostad först” är bra", "\"Bostad först\" är bra"),
              ElementsAre("replace ”|\"", "replace ”|\""));
  EXPECT_THAT(differences("akut-boenden", "akutboenden"),
              ElementsAre("replace akut-boenden|akutboenden"));
}

TEST(WordDiff, FindsWhatIsAddedAtEitherEnd) {
  EXPECT_THAT(differences("b c", "a b c d"), ElementsAre("insert |a", "insert |d"));
}

// What is left of each text without its differences must be the same.
TEST(WordDiff, LeavesTheSameWordsOnBothSides) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string left;
    std::string right;
    for (int i = 0; i < 60; ++i) {
      const std::string word = "ord" + std::to_string(random() % 25) + " ";
      if (random() % 6 != 0) left += word;
      if (random() % 6 != 0) right += word;
    }
    std::string left_rest;
    std::string right_rest;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Difference& d : diff_words(left, right)) {
      left_rest += left.substr(i, d.left.begin - i);
      right_rest += right.substr(j, d.right.begin - j);
      i = d.left.end;
      j = d.right.end;
    }
    left_rest += left.substr(i);
    right_rest += right.substr(j);
    std::erase(left_rest, ' ');
    std::erase(right_rest, ' ');
    EXPECT_EQ(left_rest, right_rest);
  }
}

TEST(WordDiff, AnswersTextsThatShareNothing) {
  std::string left;
  std::string right;
  for (int i = 0; i < 20000; ++i) {
    left += "v" + std::to_string(i % 7) + " ";
    right += "h" + std::to_string(i % 7) + " ";
  }
  EXPECT_EQ(diff_words(left, right).size(), 1U);
}

}  // namespace
}  // namespace ordalag
