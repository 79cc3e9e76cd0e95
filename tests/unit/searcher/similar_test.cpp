#include "searcher/answer/similar.hpp"

#include <gtest/gtest.h>

#include "tests/unit/searcher/search_fixture.hpp"

namespace ordalag {
namespace {

class SimilarTest : public SearchTest {
 protected:
  SimilarAnswer similar(const std::string& id, const SimilarOptions& options = {}) {
    const HitBuilder hits(searcher_->reader(), searcher_->registries(), Language::kSwedish);
    auto answer = similar_to(searcher_->reader(), hits, PassageId(id), options);
    EXPECT_TRUE(answer) << (answer ? "" : describe(answer.error()));
    return answer ? std::move(*answer) : SimilarAnswer();
  }
};

const std::string kDemand = "Alla barn ska kunna cykla till skolan utan att möta tunga lastbilar";

TEST_F(SimilarTest, FindsCopiesWithinAndAcrossPartiesTheMostAlikeFirst) {
  index({make_document("a", {kDemand, "Badet ska värmas."}, "S"),
         make_document("b", {"Alla barn ska kunna gå till skolan utan att möta tunga lastbilar"},
                       "M"),
         make_document("c", {kDemand + "!"}, "S"), make_document("d", {kDemand})});
  const SimilarAnswer answer = similar("a#1");
  ASSERT_EQ(answer.similar.size(), 3U);
  EXPECT_EQ(answer.total, 3U);
  EXPECT_EQ(answer.by_others, 1U);
  EXPECT_EQ(answer.similar[0].hit.passage.id.value, "c#1");
  EXPECT_FALSE(answer.similar[0].identical) << "a sign differs";
  EXPECT_DOUBLE_EQ(answer.similar[0].similarity, 1.0);
  EXPECT_EQ(answer.similar[0].parties, std::vector{PartyCode("S")});
  EXPECT_TRUE(answer.similar[1].identical);
  EXPECT_EQ(answer.similar[2].hit.passage.id.value, "b#1");
  EXPECT_LT(answer.similar[2].similarity, 1.0);
  EXPECT_TRUE(answer.similar[2].parties.empty());
}

TEST_F(SimilarTest, LeavesOutWhatIsLessAlikeThanAskedFor) {
  index({make_document("a", {kDemand}, "S"),
         make_document("b", {"Alla barn ska kunna gå till skolan utan att möta tunga lastbilar"},
                       "M")});
  EXPECT_EQ(similar("a#1", {0.95, 20}).total, 0U);
  EXPECT_EQ(similar("a#1", {0.8, 0}).total, 1U) << "the limit is of what is shown";
}

TEST_F(SimilarTest, FindsACopyWithinTheSameDocument) {
  index({make_document("a", {kDemand, "Badet ska värmas.", kDemand}, "S")});
  const SimilarAnswer answer = similar("a#1");
  ASSERT_EQ(answer.similar.size(), 1U);
  EXPECT_EQ(answer.similar[0].hit.passage.id.value, "a#3");
}

TEST_F(SimilarTest, NamesAPassageThatIsNotThere) {
  index({make_document("a", {kDemand}, "S")});
  const HitBuilder hits(searcher_->reader(), searcher_->registries(), Language::kSwedish);
  const auto answer = similar_to(searcher_->reader(), hits, PassageId("a#9"), {});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::kNotFound);
}

TEST_F(SimilarTest, AHitNamesThePartiesItSpeaksOfAndItsLevel) {
  Document document = make_document("a", {"Till skillnad från Moderaterna (M) vill S bygga."}, "S");
  document.facts.municipality = Fact{"Ytterån", Ground::kTitle};
  document.passages[0].attribution = {{PartyCode("S")}, Ground::kTitle, std::nullopt};
  index({document, make_document("b", {"Socialdemokraterna svek."}, "V")});
  const SearchAnswer answer = ask("skillnad");
  ASSERT_EQ(answer.hits.size(), 1U);
  const auto& mentions = answer.hits[0].mentions;
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].code.value, "M");
  EXPECT_EQ(mentions[0].evidence, (std::vector<CodePointSpan>{{19, 30}, {32, 33}}));
  EXPECT_EQ(answer.hits[0].level, Level::kMunicipal);
  EXPECT_EQ(ask("svek").hits.at(0).mentions.at(0).code.value, "S");
  EXPECT_FALSE(ask("svek").hits.at(0).level.has_value());
}

TEST(Level, IsToldByWhatADocumentSaysOfItself) {
  const auto registry = PartyRegistry::load(ORDALAG_SOURCE_DIR "/corpus/parties.toml");
  ASSERT_TRUE(registry);
  const auto level = [&](const std::string& title, const std::string& party = "") {
    DocumentFacts facts;
    facts.title = Fact{title, Ground::kTitle};
    if (!party.empty()) facts.attribution.party = {PartyCode(party)};
    return level_of(facts, *registry);
  };
  EXPECT_EQ(level("Centerpartiets partiprogram", "C"), Level::kNational);
  EXPECT_EQ(level("Ett grönare Region Mittbygden", "MP"), Level::kRegional);
  EXPECT_EQ(level("Vårt regionprogram", "S"), Level::kRegional);
  EXPECT_EQ(level("Vår regionalpolitik", "S"), std::nullopt);
  EXPECT_EQ(level("Partiprogram", "B"), std::nullopt) << "a party that is not of the Riksdag";
  EXPECT_EQ(level("Ett program för framtiden", "S"), std::nullopt);
}

}  // namespace
}  // namespace ordalag
