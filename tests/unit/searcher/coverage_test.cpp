#include "searcher/rank/coverage.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

#include "searcher/rank/weights.hpp"

namespace ordalag {
namespace {

void add_list(Coverage& coverage, std::initializer_list<PassageNumber> passages) {
  coverage.begin_list();
  for (const PassageNumber passage : passages) coverage.add(passage);
}

TEST(CoverageTest, IsWholeWhereOnePassageHoldsAllWords) {
  Coverage coverage;
  coverage.begin_word();
  add_list(coverage, {3, 7});
  coverage.weigh(2);
  coverage.begin_word();
  add_list(coverage, {4, 7});
  coverage.weigh(1);
  EXPECT_DOUBLE_EQ(coverage.best(7, 1), 1);
  EXPECT_DOUBLE_EQ(coverage.best(1, 10), 1);
}

TEST(CoverageTest, CountsWordsOfDifferentPassagesApart) {
  Coverage coverage;
  coverage.begin_word();
  add_list(coverage, {3});
  coverage.weigh(2);
  coverage.begin_word();
  add_list(coverage, {4});
  coverage.weigh(1);
  EXPECT_DOUBLE_EQ(coverage.best(3, 2), 2.0 / 3);
  EXPECT_DOUBLE_EQ(coverage.best(4, 2), 1.0 / 3);
  EXPECT_DOUBLE_EQ(coverage.best(5, 2), 0);
}

TEST(CoverageTest, CountsAWordThatStandsInTwoFieldsOnce) {
  Coverage coverage;
  coverage.begin_word();
  add_list(coverage, {3});
  add_list(coverage, {3});
  coverage.weigh(1);
  coverage.begin_word();
  coverage.weigh(1);
  EXPECT_DOUBLE_EQ(coverage.best(3, 1), 0.5);
}

TEST(CoverageTest, CountsTheElementsOfACompoundForLessThanTheCompound) {
  Coverage coverage;
  coverage.begin_word();
  add_list(coverage, {1});
  coverage.begin_element();
  add_list(coverage, {2, 3});
  coverage.begin_element();
  add_list(coverage, {2, 4});
  coverage.weigh(5);
  EXPECT_DOUBLE_EQ(coverage.best(1, 1), 1);
  EXPECT_DOUBLE_EQ(coverage.best(2, 1), kDocumentWeights.covered_elements);
  EXPECT_DOUBLE_EQ(coverage.best(3, 2), kDocumentWeights.covered_elements / 2);
}

TEST(CoverageTest, IsNothingWithoutWordsOrPassages) {
  Coverage coverage;
  EXPECT_DOUBLE_EQ(coverage.best(1, 5), 0);
  coverage.begin_word();
  add_list(coverage, {1});
  coverage.weigh(1);
  EXPECT_DOUBLE_EQ(coverage.best(1, 0), 0);
  coverage.clear();
  EXPECT_DOUBLE_EQ(coverage.best(1, 5), 0);
}

}  // namespace
}  // namespace ordalag
