#include "searcher/answer/searcher.hpp"

#include <gmock/gmock.h>

#include "tests/unit/searcher/search_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using Ids = std::vector<std::string>;

class Searching : public SearchTest {
 protected:
  void SetUp() override {
    SearchTest::SetUp();
    Document bo = make_document("bo",
                                {"# Bostäder", "Vi bygger nya bostäder vid kajen",         // 2
                                 "Bostadspolitiken ska ge fler hem", "En bostad åt alla",  // 4
                                 "Hyrorna är för höga",                                    // 5
                                 "Hemlösa ska få stöd i hemmet"},                          // 6
                                "S");
    bo.facts.date = Fact{"2022", Ground::kCatalogue};
    bo.facts.municipality = Fact{"Åby", Ground::kCatalogue};
    Document mer = make_document("mer",
                                 {"Bostad först är en modell", "Först en bostad, sedan arbete",
                                  "Skolan behöver lärare", "Bygg ut skolans lokaler först"},
                                 "M");
    mer.facts.date = Fact{"2018/2019", Ground::kCatalogue};
    mer.facts.kind = Fact{"programme", Ground::kCatalogue};
    mer.passages[2].lead_in = 3;
    mer.passages[3].attribution.speaker = "Åsa Lindmark";
    index({bo, mer});
  }
};

TEST_F(Searching, FindsInflectedFormsAndTellsThemFromTheFormTyped) {
  const SearchAnswer answer = ask("bostad");
  ASSERT_FALSE(answer.hits.empty());
  for (const Hit& hit : answer.hits) {
    if (hit.passage.id.value == "bo#4") {
      EXPECT_THAT(highlights(hit), ElementsAre("exact:bostad"));
    }
    if (hit.passage.id.value == "bo#2") {
      EXPECT_THAT(highlights(hit), ElementsAre("inflected:bostäder"));
    }
  }
}

TEST_F(Searching, CountsTheSameHoweverManyHitsAreWanted) {
  SearchRequest one;
  one.query = "bostad först";
  one.limit = 1;
  SearchRequest all = one;
  all.limit = 100;
  const SearchAnswer few = ask(one);
  const SearchAnswer many = ask(all);
  EXPECT_EQ(few.total, many.total);
  EXPECT_EQ(few.all_words, many.all_words);
  EXPECT_EQ(ids(few).front(), ids(many).front());
}

TEST_F(Searching, AsksOnceForWhatIsSaidTwice) {
  const auto resolved = [&](const std::string& query) {
    SearchRequest request;
    request.query = query;
    return searcher_->resolve_request(request)->query;
  };
  const auto once = resolved("bostad skola").root;
  EXPECT_EQ(resolved("bostad skola bostad bostad skola").root, once);
  EXPECT_EQ(resolved("bostad OCH bostad").root.children.size(), 1U);
  EXPECT_EQ(resolved("bostad ELLER skola ELLER bostad").root,
            resolved("bostad ELLER skola").root);
  EXPECT_EQ(resolved("\"bostad först\" \"bostad först\"").root,
            resolved("\"bostad först\"").root);
  // Many ranges of years are no more than their years.
  EXPECT_EQ(resolved("bostad år:2018..2019 år:2019..2022").root.children.back().any.size(), 3U);
  // But two of a word near each other are two.
  EXPECT_EQ(resolved("bostad NEAR bostad").root.children.size(), 2U);
}

TEST_F(Searching, CountsHitsWithAllWordsApartFromRelaxedOnes) {
  const SearchAnswer answer = ask("bostad först");
  EXPECT_EQ(answer.all_words, 2U);
  EXPECT_GT(answer.total, 2U);
  const Ids first{ids(answer)[0], ids(answer)[1]};
  EXPECT_THAT(first, UnorderedElementsAre("mer#1", "mer#2"));
  for (const Hit& hit : answer.hits)
    EXPECT_EQ(hit.finding->missing.empty(), hit.finding->rank <= 2) << hit.passage.id.value;
}

TEST_F(Searching, RewardsTheOrderAndNearnessOfTheQuery) {
  EXPECT_EQ(found("bostad först").front(), "mer#1");
}

TEST_F(Searching, ScoresFallFromHitToHit) {
  const SearchAnswer answer = ask("bostad först skola");
  for (std::size_t i = 1; i < answer.hits.size(); ++i)
    EXPECT_LE(answer.hits[i].finding->score, answer.hits[i - 1].finding->score);
}

TEST_F(Searching, WantsEveryWordUnderMatchAll) {
  SearchRequest request;
  request.query = "bostad först";
  request.match = MatchMode::kAll;
  EXPECT_THAT(ids(ask(request)), UnorderedElementsAre("mer#1", "mer#2"));
}

TEST_F(Searching, TakesAnyWordUnderMatchAny) {
  SearchRequest request;
  request.query = "hyrorna lärare";
  request.match = MatchMode::kAny;
  EXPECT_THAT(ids(ask(request)), UnorderedElementsAre("bo#5", "mer#3"));
}

TEST_F(Searching, CountsAWordInTheHeadingsAboveAsHeld) {
  const SearchAnswer answer = ask("bostäder hyrorna");
  ASSERT_EQ(answer.all_words, 1U);
  EXPECT_EQ(answer.hits[0].passage.id.value, "bo#5");
}

TEST_F(Searching, CountsAWordInTheLeadInAsHeld) { EXPECT_EQ(ask("lokaler lärare").all_words, 1U); }

TEST_F(Searching, IgnoresCapitalsButForOperators) {
  EXPECT_EQ(found("BOSTAD FÖRST"), found("bostad först"));
  EXPECT_EQ(ask("skolan OR hyrorna").all_words, 3U);
  EXPECT_EQ(ask("skolan or hyrorna").all_words, 0U);
}

TEST_F(Searching, ReadsDecomposedQueriesLikeComposedOnes) {
  EXPECT_EQ(found("bosta\u0308der"), found("bostäder"));
}

TEST_F(Searching, MatchesPhrasesLiterally) {
  EXPECT_THAT(found("\"bostad först\""), ElementsAre("mer#1"));
  EXPECT_THAT(found("\"bostäder först\""), IsEmpty());
  EXPECT_THAT(found("\"först bostad\""), IsEmpty());
}

TEST_F(Searching, MatchesNumbersAndTheirRangesInPhrases) {
  index({make_document("tal", {"Sedan 2024-05-17 får barn på 3–5 år plats"})});
  for (const char* query : {"\"2024-05-17\"", "\"3–5 år\"", "\"3-5 år plats\"", "\"på 3–5\""})
    EXPECT_EQ(found(query).size(), 1U) << query;
  EXPECT_THAT(found("\"5–3 år\""), IsEmpty());
}

TEST_F(Searching, MatchesInflectedPhrasesInAnyForm) {
  EXPECT_THAT(found("~\"ny bostad\""), ElementsAre("bo#2"));
  EXPECT_THAT(found("\"ny bostad\""), IsEmpty());
}

TEST_F(Searching, MarksAPhraseOnceAndNoStrayWords) {
  const SearchAnswer answer = ask("\"en bostad\"");
  for (const Hit& hit : answer.hits) EXPECT_EQ(highlights(hit).size(), 1U);
  EXPECT_THAT(highlights(answer.hits[0]),
              ElementsAre(::testing::MatchesRegex("exact:[eE]n bostad")));
}

TEST_F(Searching, FindsOneFormOnly) {
  EXPECT_THAT(found("=bostad"), UnorderedElementsAre("bo#4", "mer#1", "mer#2"));
  EXPECT_THAT(found("=bostäder"), UnorderedElementsAre("bo#1", "bo#2"));
}

TEST_F(Searching, FindsWordsByTheirBeginning) {
  EXPECT_THAT(found("bostads*"), ElementsAre("bo#3"));
  EXPECT_THAT(found("zzz*"), IsEmpty());
}

TEST_F(Searching, MeasuresNearnessInWords) {
  EXPECT_THAT(found("först NEAR/2 bostad"), UnorderedElementsAre("mer#1", "mer#2"));
  EXPECT_THAT(found("först NEAR/1 bostad"), ElementsAre("mer#1"));
  EXPECT_THAT(found("sedan NÄRA/1 arbete"), ElementsAre("mer#2"));
}

TEST_F(Searching, LeavesOutWhatANegatedWordFindsAsAWord) {
  EXPECT_THAT(found("hem -bostad"), ::testing::Not(::testing::Contains("bo#4")));
  EXPECT_THAT(found("fler -bostad"), IsEmpty()) << "it stands in the heading above";
  EXPECT_THAT(found("lärare -lokal"), IsEmpty()) << "it stands in the lead-in";
  EXPECT_THAT(found("bostad -bostad"), IsEmpty());
  EXPECT_THAT(found("bostad -\"bostad först\" -=bostäder parti:M"), ElementsAre("mer#2"));
}

TEST_F(SearchTest, LeavesInCompoundsThatHoldANegatedWord) {
  index({make_document("park", {"Ekarna i stadsparken står kvar", "Ekarna i parken står kvar"}, "S")});
  EXPECT_THAT(found("ek -park"), ElementsAre("park#1"));
  EXPECT_THAT(found("park -park"), ElementsAre("park#1"));
}

TEST_F(SearchTest, LetsNoFillersOutweighWhatAQuestionIsAbout) {
  index({make_document("d",
                       {"Vi har en plan för hur det ska bli bättre på den gamla vägen", "Elever med dyslexi får hjälp",
                        "Alla vet hur det ska bli på den nya vägen, och det ska bli bra"},
                       "S")});
  EXPECT_EQ(found("Hur ska det bli bättre på den skolan för elever med dyslexi?").front(), "d#2");
}

TEST_F(Searching, CombinesWordsAndPhrasesByOr) {
  EXPECT_THAT(found("\"bostad först\" OR hyrorna"), UnorderedElementsAre("mer#1", "bo#5"));
  EXPECT_THAT(found("(\"bostad först\" OR parti:S) AND hyrorna"), ElementsAre("bo#5"));
}

TEST_F(Searching, NarrowsByFields) {
  EXPECT_THAT(found("parti:M skola"), UnorderedElementsAre("mer#3", "mer#4"));
  EXPECT_EQ(found("parti:m skola"), found("parti:M skola"));
  EXPECT_EQ(ask("parti:S parti:M").total, 10U);
  EXPECT_EQ(ask("parti:S parti:M kommun:åby").total, 6U);
  EXPECT_EQ(ask("parti:S AND parti:M").total, 0U);
  EXPECT_EQ(ask("år:2019..2021").total, 4U);
  EXPECT_EQ(ask("år:..2019").total, 4U);
  EXPECT_EQ(ask("typ:program").total, 4U);
  EXPECT_THAT(found("talare:lindmark"), ElementsAre("mer#4"));
  EXPECT_THAT(found("rubrik:bostad hyrorna"), ElementsAre("bo#5"));
  EXPECT_EQ(ask("dok:mer").total, 4U);
  EXPECT_EQ(ask("titel:mer").total, 4U);
}

TEST_F(Searching, ListsAPureFilterInTextOrder) {
  EXPECT_THAT(found("dok:bo"), ElementsAre("bo#1", "bo#2", "bo#3", "bo#4", "bo#5", "bo#6"));
}

TEST_F(Searching, NarrowsByRequestFiltersWhateverTheQuerySays) {
  SearchRequest request;
  request.query = "bostad OR skola";
  request.filters = {{TermField::kParty, "M"}};
  for (const Hit& hit : ask(request).hits) EXPECT_EQ(hit.document.id.value, "mer");
  request.query = "parti:S";
  EXPECT_EQ(ask(request).total, 0U);
}

TEST_F(Searching, SortsByDate) {
  SearchRequest request;
  request.query = "bostad";
  request.match = MatchMode::kAny;
  request.sort = SortOrder::kOldest;
  EXPECT_EQ(ask(request).hits.front().document.id.value, "mer");
  request.sort = SortOrder::kNewest;
  EXPECT_EQ(ask(request).hits.front().document.id.value, "bo");
}

TEST_F(Searching, GivesTheSameHitsPageByPage) {
  SearchRequest request;
  request.query = "bostad först";
  const Ids all = ids(ask(request));
  Ids paged;
  request.limit = 2;
  for (; request.offset < all.size(); request.offset += 2)
    for (const std::string& id : ids(ask(request))) paged.push_back(id);
  EXPECT_EQ(paged, all);
}

TEST_F(Searching, CountsFacetsOverAllHits) {
  SearchRequest request;
  request.query = "parti:S parti:M";
  request.limit = 1;
  const Facets facets = ask(request).facets;
  ASSERT_EQ(facets.party.size(), 2U);
  EXPECT_EQ(facets.party[0].value, "S");
  EXPECT_EQ(facets.party[0].count, 6U);
  ASSERT_EQ(facets.year.size(), 3U);
  EXPECT_EQ(facets.year[0].value, "2018");
  ASSERT_EQ(facets.municipality.size(), 1U);
  EXPECT_EQ(facets.municipality[0].value, "Åby");
}

TEST_F(Searching, RanksDocumentsWithTheirBestPassage) {
  SearchRequest request;
  request.query = "skola lärare";
  request.group = Grouping::kDocument;
  const SearchAnswer answer = ask(request);
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].passage.id.value, "mer#3");
  const auto ranked = searcher_->rank(request);
  ASSERT_TRUE(ranked);
  EXPECT_EQ(ranked->front().id, "mer");
}

TEST_F(Searching, SuggestsAWordOfTheIndex) {
  const SearchAnswer answer = ask("hyrorma");
  EXPECT_EQ(answer.total, 0U);
  EXPECT_EQ(answer.suggestion, "hyrorna");
}

TEST_F(Searching, RefusesTooManyHits) {
  SearchRequest request;
  request.query = "bostad";
  request.offset = kMaxHits;
  const auto answer = searcher_->search(request);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::kUsage);
}

TEST_F(Searching, AnswersAQueryOfPunctuationWithAnError) {
  SearchRequest request;
  request.query = "… – ?";
  EXPECT_FALSE(searcher_->search(request));
  request.query = "\"?\"";
  EXPECT_FALSE(searcher_->search(request));
}

class Compounds : public SearchTest {
 protected:
  void SetUp() override {
    SearchTest::SetUp();
    index({make_document("a", {"Vi behöver en ny bostadspolitik", "Politik är att vilja",
                               "En politik för bostäder", "Äldreomsorgen och vården"})});
  }
};

TEST_F(Compounds, ComeAfterWholeWordsWithThePartAloneLitUp) {
  const SearchAnswer answer = ask("politik");
  EXPECT_EQ(answer.all_words, 2U);
  ASSERT_EQ(answer.total, 3U);
  EXPECT_EQ(answer.hits[2].passage.id.value, "a#1");
  EXPECT_THAT(highlights(answer.hits[2]), ElementsAre("compound:politik"));
  EXPECT_THAT(answer.hits[2].finding->missing, IsEmpty());
}

TEST_F(Compounds, OfTheQueryFindTheirPartsWrittenApartAndSaySo) {
  const SearchAnswer answer = ask("bostadspolitik");
  EXPECT_EQ(answer.all_words, 1U);
  EXPECT_EQ(answer.hits[0].passage.id.value, "a#1");
  EXPECT_EQ(answer.hits[1].passage.id.value, "a#3");
  EXPECT_THAT(highlights(answer.hits[1]), ElementsAre("compound:politik", "compound:bostäder"));
  EXPECT_THAT(answer.hits[1].finding->missing, IsEmpty());
  ASSERT_EQ(answer.total, 3U);
  EXPECT_THAT(answer.hits[2].finding->missing, ElementsAre("bostadspolitik"));
}

TEST_F(Compounds, AreNoWholeWordsForFiltersAndNegations) {
  EXPECT_THAT(found("+behöver -politik"), ElementsAre("a#1"));
  EXPECT_THAT(found("=politik"), UnorderedElementsAre("a#2", "a#3"));
}

class Editions : public SearchTest {
 protected:
  void SetUp() override {
    SearchTest::SetUp();
    const std::vector<std::string> texts{
        "Kommunen ska bygga nya lägenheter åt unga och gamla i alla delar av kommunen varje år",
        "Varje skola ska ha en egen kurator och ett bibliotek som är öppet hela dagen för alla",
        "Bussarna ska gå oftare på kvällen och stanna närmare byarna än de gör i dag"};
    std::vector<std::string> changed = texts;
    changed[1].replace(changed[1].find("kurator"), 7, "psykolog");
    index({make_document("gammal", texts, "S"), make_document("ny", changed, "S")});
  }
};

TEST_F(Editions, FoldsNearCopiesIntoOneHit) {
  const SearchAnswer answer = ask("lägenheter");
  ASSERT_EQ(answer.total, 1U);
  ASSERT_EQ(answer.hits[0].editions.size(), 1U);
  EXPECT_TRUE(answer.hits[0].editions[0].identical);
}

TEST_F(Editions, SaysWhenTheWordingDiffers) {
  const SearchAnswer answer = ask("bibliotek");
  ASSERT_EQ(answer.total, 1U);
  EXPECT_FALSE(answer.hits[0].editions.at(0).identical);
}

TEST_F(Editions, ShowsAllWhenAskedTo) {
  SearchRequest request;
  request.query = "lägenheter";
  request.editions = EditionMode::kShowAll;
  EXPECT_THAT(ids(ask(request)), ElementsAre("gammal#1", "ny#1"));
}

}  // namespace
}  // namespace ordalag
