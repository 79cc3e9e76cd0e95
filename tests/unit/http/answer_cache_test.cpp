#include "searcher/http/answer_cache.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ordalag {
namespace {

TEST(AnswerCache, GivesBackWhatItKept) {
  AnswerCache cache(1000);
  EXPECT_FALSE(cache.find("a"));
  cache.keep("a", "one");
  cache.keep("b", "two");
  EXPECT_EQ(cache.find("a"), "one");
  EXPECT_EQ(cache.find("b"), "two");
}

TEST(AnswerCache, LetsGoWhatWasAskedForLongestAgo) {
  AnswerCache cache(400);
  const std::string answer(49, 'x');  // with its key 50 bytes: eight fit
  for (char key = 'a'; key < 'i'; ++key) cache.keep(std::string(1, key), answer);
  EXPECT_TRUE(cache.find("a"));
  cache.keep("i", answer);
  EXPECT_TRUE(cache.find("a")) << "it was asked for since";
  EXPECT_FALSE(cache.find("b"));
  EXPECT_TRUE(cache.find("c"));
  EXPECT_TRUE(cache.find("i"));
}

TEST(AnswerCache, KeepsNoAnswerThatWouldPushOutMostOthers) {
  AnswerCache cache(800);
  cache.keep("small", "x");
  cache.keep("large", std::string(100, 'x'));
  EXPECT_FALSE(cache.find("large"));
  EXPECT_TRUE(cache.find("small"));
}

TEST(AnswerCache, OfNoBytesKeepsNothing) {
  AnswerCache cache(0);
  cache.keep("a", "");
  EXPECT_FALSE(cache.find("a"));
}

}  // namespace
}  // namespace ordalag
