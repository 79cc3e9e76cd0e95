#include "searcher/answer/unknown_values.hpp"

#include <gmock/gmock.h>

#include "core/store/fields.hpp"
#include "tests/unit/searcher/search_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class UnknownValues : public SearchTest {
 protected:
  void SetUp() override {
    SearchTest::SetUp();
    Document plan = make_document("plan", {"Vi bygger en skola", "Bryggan ska lagas"}, "S");
    plan.facts.municipality = Fact{"Ekbacka", Ground::kCatalogue};
    plan.facts.kind = Fact{"programme", Ground::kCatalogue};
    index({plan});
  }

  // What the answer says of the query, as "field=value" with "?near" where it has one.
  std::vector<std::string> told(const SearchRequest& request) {
    std::vector<std::string> texts;
    for (const UnknownValue& unknown : ask(request).unknown)
      texts.push_back(std::string(info(unknown.field).query_en) + "=" + unknown.value +
                      (unknown.near ? "?" + *unknown.near : ""));
    return texts;
  }
  std::vector<std::string> told(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return told(request);
  }
};

TEST_F(UnknownValues, AreSaidWithWhatIsWrittenNearlySo) {
  EXPECT_THAT(told("skola parti:vänsterpartit"), ElementsAre("party=vänsterpartit?Vänsterpartiet"));
  EXPECT_THAT(told("skola kommun:Ekbaka"), ElementsAre("municipality=Ekbaka?ekbacka"));
  EXPECT_THAT(told("skola typ:programm"), ElementsAre("kind=programm?programme"));
  EXPECT_THAT(told("skola dok:plam"), ElementsAre("document=plam?plan"));
}

TEST_F(UnknownValues, AreSaidWithoutAGuessWhereNothingIsNear) {
  EXPECT_THAT(told("skola parti:QQ dok:helt-annat"),
              ElementsAre("party=QQ", "document=helt-annat"));
}

TEST_F(UnknownValues, AreSaidOnceAndOfNegationsAndFiltersToo) {
  SearchRequest request;
  request.query = "skola INTE kommun:Bortistan (kommun:Bortistan ELLER skola)";
  request.filters = {{TermField::kParty, "QQ"}, {TermField::kParty, "S"}};
  EXPECT_THAT(told(request), ElementsAre("municipality=Bortistan", "party=QQ"));
}

TEST_F(UnknownValues, AreNotThoseThatTheIndexOnlyLacks) {
  EXPECT_THAT(told("skola parti:C"), IsEmpty());
  EXPECT_THAT(told("skola parti:Centerpartiet år:1950"), IsEmpty());
  EXPECT_THAT(ask("skola parti:C").hits, IsEmpty());
}

TEST_F(UnknownValues, AreNotThoseWrittenInAnotherCaseOrByAnotherName) {
  EXPECT_THAT(told("skola parti:socialdemokraterna kommun:EKBACKA typ:partiprogram dok:plan"),
              IsEmpty());
  EXPECT_THAT(ask("skola parti:socialdemokraterna kommun:EKBACKA").hits, ::testing::SizeIs(1));
}

}  // namespace
}  // namespace ordalag
