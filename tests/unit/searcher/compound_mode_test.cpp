#include <gmock/gmock.h>

#include <string>

#include "searcher/query/query_parser.hpp"
#include "tests/unit/searcher/search_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class CompoundModes : public SearchTest {
 protected:
  void SetUp() override {
    SearchTest::SetUp();
    index({make_document("d", {"En bostad vid kajen",             // 1
                               "Bostadspolitiken ska läggas om",  // 2
                               "Fler hyresbostäder i byn",        // 3
                               "Torget får bänkar"})});           // 4
  }
};

TEST_F(CompoundModes, TakeAnyPartUnlessToldOtherwise) {
  EXPECT_THAT(found("bostad"), UnorderedElementsAre("d#1", "d#2", "d#3"));
  EXPECT_THAT(found("sms:alla bostad"), UnorderedElementsAre("d#1", "d#2", "d#3"));
}

TEST_F(CompoundModes, TakeTheLastElementAlone) {
  EXPECT_THAT(found("sms:efterled bostad"), UnorderedElementsAre("d#1", "d#3"));
}

TEST_F(CompoundModes, TakeTheOtherElementsAlone) {
  EXPECT_THAT(found("bostad sms:förled"), UnorderedElementsAre("d#1", "d#2"));
}

TEST_F(CompoundModes, TakeNoPart) { EXPECT_THAT(found("sms:nej bostad"), ElementsAre("d#1")); }

TEST_F(CompoundModes, HoldForWholeDocumentsToo) {
  index({make_document("hel", {"En bostad vid kajen"}),
         make_document("förled", {"Bostadspolitiken ska läggas om"}),
         make_document("efterled", {"Fler hyresbostäder i byn"})});
  SearchRequest request;
  request.group = Grouping::kDocument;
  request.query = "sms:efterled bostad";
  const auto ranked = searcher_->rank(request);
  ASSERT_TRUE(ranked);
  EXPECT_EQ(ranked->size(), 2U);
  request.query = "sms:nej bostad";
  EXPECT_EQ(searcher_->rank(request)->size(), 1U);
}

TEST_F(CompoundModes, LightUpOnlyWhatTheyTake) {
  const SearchAnswer answer = ask("sms:efterled bostad");
  for (const Hit& hit : answer.hits) {
    if (hit.passage.id.value == "d#3") {
      EXPECT_THAT(highlights(hit), ElementsAre("compound:bostäder"));
    }
  }
}

TEST(CompoundPrefix, IsReadInBothLanguagesAndWrittenInSwedish) {
  for (const char* query : {"sms:efterled bostad", "SMS:Efterled bostad", "parts:head bostad"})
    EXPECT_EQ(to_string(*parse_query(query)), "sms:efterled bostad") << query;
}

TEST(CompoundPrefix, NamesTheColumnOfWhatItCannotRead) {
  const auto unknown = parse_query("bostad sms:kanske");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().position, 12U);
  EXPECT_THAT(unknown.error().hint, HasSubstr("alla, efterled, förled, nej"));
  const auto nested = parse_query("bostad ELLER (sms:nej skola)");
  ASSERT_FALSE(nested);
  EXPECT_EQ(nested.error().position, 15U);
  const auto twice = parse_query("sms:nej bostad sms:alla");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().position, 16U);
}

TEST_F(CompoundModes, WantAWordBesides) {
  SearchRequest request;
  request.query = "sms:nej";
  EXPECT_FALSE(searcher_->search(request));
}

}  // namespace
}  // namespace ordalag
