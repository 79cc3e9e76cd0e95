#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "searcher/answer/completion.hpp"
#include "tests/unit/searcher/search_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class TypingAids : public SearchTest {
 protected:
  void SetUp() override {
    SearchTest::SetUp();
    index({make_document("d", {"Äldreomsorgen behöver fler händer",      // 1
                               "Försörjningsstödet höjs nästa år",       // 2
                               "Hal is på torget i Stockholm, säger Zorbelin",  // 3
                               "Höken häckar, och hökarna är två",       // 4
                               "Försörjningen är tryggad för alla",      // 5
                               "Trafik, arbets- och gatumiljö, trafikfrågor"})});  // 6
  }

  std::vector<std::string> completions(const std::string& typed) {
    const auto found = complete(typed, 10, searcher_->reader(), *analyser_);
    EXPECT_TRUE(found) << typed;
    std::vector<std::string> texts;
    if (found)
      for (const Completion& completion : *found) texts.push_back(completion.text);
    return texts;
  }
};

TEST_F(TypingAids, ReadAWordWithoutDotsAsTheWordWithThem) {
  const SearchAnswer answer = ask("aldreomsorg");
  EXPECT_THAT(ids(answer), ElementsAre("d#1"));
  EXPECT_EQ(answer.expansions[0].word, "aldreomsorg");
  EXPECT_EQ(answer.expansions[0].read_as, "äldreomsorg");
  EXPECT_EQ(answer.suggestion, "äldreomsorg");
}

TEST_F(TypingAids, ReadAnInflectionThatTheIndexHasNot) {
  EXPECT_EQ(found("forsorjningsstod").front(), "d#2");
  EXPECT_EQ(found("aldreomsorgens").front(), "d#1");
}

TEST_F(TypingAids, ReadWordsOfAQueryOneByOne) {
  const SearchAnswer answer = ask("aldreomsorg händer");
  EXPECT_THAT(ids(answer), ElementsAre("d#1"));
  EXPECT_FALSE(answer.expansions[1].read_as);
  EXPECT_EQ(answer.suggestion, "äldreomsorg händer");
}

TEST_F(TypingAids, LeaveAWordAloneThatExists) {
  const SearchAnswer here = ask("hal");
  EXPECT_THAT(ids(here), ElementsAre("d#3"));
  EXPECT_FALSE(here.expansions[0].read_as);
  // Not in the index, but a word of the language: "hacka" is not "häcka".
  EXPECT_FALSE(ask("hacka").expansions[0].read_as);
}

TEST_F(TypingAids, SuggestAWordThoughOthersAreFound) {
  const SearchAnswer answer = ask("torget häckarr");
  EXPECT_GT(answer.total, 0U);
  EXPECT_EQ(answer.suggestion, "torget häckar");
}

TEST_F(TypingAids, NeverSuggestANameOrReplaceAWordOfTheLanguage) {
  EXPECT_EQ(ask("zurbelin").suggestion, std::nullopt);
  EXPECT_EQ(ask("stokholm").suggestion, std::nullopt) << "a name that the dictionary has";
  EXPECT_EQ(ask("börsen").suggestion, std::nullopt);
}

TEST_F(TypingAids, CompleteTheLastWordInItsBaseForm) {
  EXPECT_THAT(completions("försörjnings"), ElementsAre("försörjningsstödet"));
  EXPECT_THAT(completions("hök"), ElementsAre("höken"));
  EXPECT_THAT(completions("trygg hök"), ElementsAre("trygg höken"));
  EXPECT_THAT(completions("+hök"), ElementsAre("+höken"));
}

TEST_F(TypingAids, CompleteABeginningTypedWithoutDots) {
  EXPECT_THAT(completions("aldre"), ElementsAre("äldreomsorgen"));
  EXPECT_THAT(completions("forsorj"), UnorderedElementsAre("försörjningen", "försörjningsstödet"));
}

TEST_F(TypingAids, CompleteNoFirstHalfOfASuspendedWord) {
  EXPECT_THAT(completions("arbets"), IsEmpty());
  EXPECT_THAT(completions("trafi"), UnorderedElementsAre("trafik", "trafikfrågor"));
}

TEST_F(TypingAids, CompleteNothingWhereNothingIsTyped) {
  EXPECT_THAT(completions(""), IsEmpty());
  EXPECT_THAT(completions("hök "), IsEmpty());
  EXPECT_THAT(completions("qqq"), IsEmpty());
}

TEST_F(TypingAids, SayHowManyPassagesHoldTheCompletedWord) {
  const auto found = complete("tor", 10, searcher_->reader(), *analyser_);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ(found->front().passages, 1U);
}

}  // namespace
}  // namespace ordalag
