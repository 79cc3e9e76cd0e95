#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "searcher/answer/searcher.hpp"
#include "tests/unit/searcher/search_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

class DocumentRanking : public SearchTest {
 protected:
  std::vector<std::string> ranked(const std::string& query, std::uint32_t limit = 10) {
    SearchRequest request;
    request.query = query;
    request.limit = limit;
    request.group = Grouping::kDocument;
    const auto ids = searcher_->rank(request);
    EXPECT_TRUE(ids) << query;
    std::vector<std::string> found;
    if (ids)
      for (const RankedId& id : *ids) found.push_back(id.id);
    return found;
  }
};

TEST_F(DocumentRanking, PutsTheWordItselfBeforeItsRelatives) {
  index({make_document("avledd", {"En utredning av färjorna kom i våras"}),
         make_document("samma", {"Nämnden utreder färjornas framtid i år"}),
         make_document("annat", {"Simhallen har öppet om kvällarna nu"})});
  EXPECT_THAT(ranked("utreda"), ElementsAre("samma", "avledd"));
}

TEST_F(DocumentRanking, PutsTheMatterBeforeTheFrameOfTheQuestion) {
  index({make_document("ram", {"Vissa frågor om torget väcktes av en granne i går"}),
         make_document("sak", {"Cykelbanan vid torget rustas upp av kommunen i år"}),
         make_document("annat", {"Simhallen har öppet om kvällarna nu för alla"})});
  EXPECT_EQ(ranked("vissa frågor om cykelbanan").front(), "sak");
}

TEST_F(DocumentRanking, PutsWordsThatStandTogetherBeforeWordsPagesApart) {
  index(
      {make_document("isär", {"Simhallen får en ny taklampa i vår", "Torget får nya bänkar i år",
                              "Avgiften för båtplatsen höjs till sommaren"}),
       make_document("ihop", {"Biblioteket får en ny taklampa i vår", "Torget får nya bänkar i år",
                              "Avgiften för simhallen höjs till sommaren"}),
       make_document("annat", {"Parken har öppet om kvällarna nu"})});
  EXPECT_THAT(ranked("avgift simhall"), ElementsAre("ihop", "isär"));
  EXPECT_THAT(ranked("taklampa simhall"), ElementsAre("isär", "ihop"));
}

TEST_F(DocumentRanking, FindsASynonymAfterTheWord) {
  index({make_document("synonym", {"Den som är bostadslös får en säng i natt"}),
         make_document("ord", {"Den som är hemlös får en säng i natt"}),
         make_document("annat", {"Simhallen har öppet om kvällarna nu"})});
  EXPECT_THAT(ranked("hemlös"), ElementsAre("ord", "synonym"));
}

TEST_F(DocumentRanking, DoesNotLetALongDocumentLoseToAShortOneThatMerelyNamesTheMatter) {
  std::vector<std::string> paragraphs;
  for (int i = 0; i < 12; ++i) {
    paragraphs.push_back("Hamnen behöver fler kajplatser för fiskarna i byn");
    paragraphs.push_back("Torget får nya bänkar när våren kommer till staden");
  }
  std::vector<Document> documents{make_document("lång", paragraphs),
                                  make_document("kort", {"Torget och parken och hamnen är fina"})};
  for (int i = 0; i < 6; ++i)
    documents.push_back(
        make_document("annat" + std::to_string(i), {"Simhallen har öppet om kvällarna nu"}));
  index(documents);
  EXPECT_EQ(ranked("hamnen").front(), "lång");
}

TEST_F(DocumentRanking, OrdersDocumentsFarDownByWhatTheBestOnesSpeakOf) {
  std::vector<Document> documents{
      make_document("a-annat", {"Hamnen är fin men biblioteket får nya hyllor och lampor i höst"}),
      make_document("b-samma", {"Hamnen är fin men fiskarna får nya kajplatser och bojar i höst"})};
  for (int i = 0; i < 25; ++i)
    documents.push_back(make_document("bäst" + std::to_string(i),
                                      {"Hamnen, hamnen, hamnen behöver kajplatser åt fiskarna"}));
  for (int i = 0; i < 40; ++i)
    documents.push_back(
        make_document("övrigt" + std::to_string(i), {"Simhallen har öppet i kväll"}));
  index(documents);
  const auto deep = ranked("hamnen", 50);
  ASSERT_EQ(deep.size(), 27U);
  EXPECT_EQ(deep[25], "b-samma");
  EXPECT_EQ(deep[26], "a-annat");
  const auto first_page = ranked("hamnen", 10);
  EXPECT_TRUE(std::equal(first_page.begin(), first_page.end(), deep.begin()));
}

TEST_F(DocumentRanking, GivesScoresThatNeverRise) {
  std::vector<Document> documents;
  for (int i = 0; i < 60; ++i) {
    std::string text = "Torget";
    for (int j = 0; j < i % 7; ++j) text += " får bänkar och träd";
    documents.push_back(make_document("d" + std::to_string(i), {text + " i maj"}));
  }
  index(documents);
  SearchRequest request;
  request.query = "torget";
  request.group = Grouping::kDocument;
  request.limit = 60;
  const auto ids = searcher_->rank(request);
  ASSERT_TRUE(ids);
  ASSERT_EQ(ids->size(), 60U);
  for (std::size_t i = 1; i < ids->size(); ++i)
    EXPECT_LE((*ids)[i].score, (*ids)[i - 1].score) << i;
}

}  // namespace
}  // namespace ordalag
