#include <gtest/gtest.h>

#include "searcher/tally/comparison.hpp"
#include "searcher/tally/facet_table.hpp"
#include "searcher/tally/topic.hpp"
#include "searcher/tally/trend.hpp"
#include "tests/unit/searcher/search_fixture.hpp"

namespace ordalag {
namespace {

class TallyTest : public SearchTest {
 protected:
  static Document dated(Document document, const std::string& date) {
    if (!date.empty()) document.facts.date = Fact{date, Ground::kTitle};
    document.facts.municipality = Fact{"Ytterån", Ground::kTitle};
    return document;
  }

  // Three parties: S speaks of the harbour twice, in an edition again, M of other things, and V
  // together with S.
  void index_harbours() {
    const std::string quay = "Hamnen i kommunen ska rustas så att alla barn kan fiska från kajen.";
    Document joint =
        make_document("joint", {"Hamnen ska få en ny kran.", "Skolan ska vara öppen."});
    for (Passage& passage : joint.passages)
      passage.attribution = {{PartyCode("S"), PartyCode("V")}, Ground::kCatalogue, std::nullopt};
    index({dated(make_document("old", {quay, "Bussen ska gå till hamnen."}, "S"), "2018"),
           dated(make_document("new", {quay, "Badet ska värmas."}, "S"), "2020/2021"),
           dated(make_document("other", {"Badet ska värmas hela vintern."}, "M"), "2018"),
           dated(std::move(joint), ""),
           dated(make_document("nobody", {"Hamnen är djup."}), "2018")});
  }

  static SearchRequest asking(const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.match = MatchMode::kAll;
    return request;
  }
  static const ComparedSide& side(const Comparison& answer, const std::string& value) {
    for (const ComparedSide& side : answer.sides)
      if (side.value == value) return side;
    ADD_FAILURE() << value << " is on no side";
    return answer.sides.front();
  }
};

TEST_F(TallyTest, ComparesPartiesAndSaysWhyOthersAreSilent) {
  index_harbours();
  const auto answer = compare(*searcher_, asking("hamn"), CompareBy::kParty);
  ASSERT_TRUE(answer) << describe(answer.error());
  EXPECT_EQ(side(*answer, "S").tally.count, 3U) << "an edition counts once";
  EXPECT_EQ(side(*answer, "S").tally.matching_documents, 3U);
  EXPECT_EQ(side(*answer, "S").hits.size(), 3U);
  EXPECT_EQ(side(*answer, "V").tally.count, 1U);
  EXPECT_EQ(side(*answer, "V").hits.front().passage.id.value, "joint#1");
  EXPECT_EQ(side(*answer, "M").silence, Silence::kNoMatch);
  EXPECT_EQ(side(*answer, "KD").silence, Silence::kNoDocuments);
  EXPECT_TRUE(side(*answer, "KD").hits.empty());
  EXPECT_EQ(answer->elsewhere, 1U);
  EXPECT_EQ(answer->all.count, 4U);
}

TEST_F(TallyTest, CountsWordsOfTheSideAlone) {
  index_harbours();
  const auto answer = compare(*searcher_, asking("hamn"), CompareBy::kParty);
  ASSERT_TRUE(answer);
  const Tally& tally = side(*answer, "V").tally;
  EXPECT_EQ(tally.words, 10U);
  EXPECT_EQ(tally.passages, 2U);
  EXPECT_DOUBLE_EQ(tally.rate().value(), 1000.0);
  EXPECT_FALSE(side(*answer, "KD").tally.rate().has_value());
}

TEST_F(TallyTest, NarrowsTheSidesToThoseAskedForWhereverTheyAreNamed) {
  index_harbours();
  SearchRequest filtered = asking("hamn");
  filtered.filters = {{TermField::kParty, "V"}, {TermField::kParty, "M"}};
  for (const auto& request : {filtered, asking("hamn parti:V parti:M")}) {
    const auto answer = compare(*searcher_, request, CompareBy::kParty);
    ASSERT_TRUE(answer) << describe(answer.error());
    ASSERT_EQ(answer->sides.size(), 2U);
    EXPECT_EQ(side(*answer, "V").tally.count, 1U);
    EXPECT_EQ(side(*answer, "M").silence, Silence::kNoMatch);
  }
}

TEST_F(TallyTest, FactsOfTheQuestionNarrowTheDenominatorsToo) {
  index_harbours();
  const auto answer = compare(*searcher_, asking("hamn år:2018"), CompareBy::kParty);
  ASSERT_TRUE(answer);
  EXPECT_EQ(side(*answer, "S").tally.documents, 1U);
  EXPECT_EQ(side(*answer, "V").silence, Silence::kNoDocuments) << "not of that year";
}

TEST_F(TallyTest, ComparesMunicipalitiesAndYears) {
  index_harbours();
  const auto places = compare(*searcher_, asking("hamn"), CompareBy::kMunicipality);
  ASSERT_TRUE(places);
  EXPECT_EQ(side(*places, "Ytterån").tally.count, 4U);
  const auto years = compare(*searcher_, asking("badet"), CompareBy::kYear);
  ASSERT_TRUE(years);
  EXPECT_EQ(side(*years, "2018").tally.count, 1U);
  EXPECT_EQ(side(*years, "2021").hits.front().passage.id.value, "new#2");
}

TEST_F(TallyTest, RefusesToCompareNothing) {
  index_harbours();
  for (const char* query : {"parti:S", "år:2018 kommun:Ytterån"}) {
    const auto answer = compare(*searcher_, asking(query), CompareBy::kParty);
    ASSERT_FALSE(answer) << query;
    EXPECT_EQ(answer.error().code, ErrorCode::kUsage);
    EXPECT_FALSE(trend(*searcher_, asking(query))) << query;
  }
}

TEST_F(TallyTest, RefusesToSayWhoIsSilentOnAThemeThatDoesNotExist) {
  index_harbours();
  const auto about = [&](const std::string& theme) {
    SearchRequest request = asking("");
    request.filters = {{TermField::kTheme, theme}};
    return compare(*searcher_, request, CompareBy::kParty);
  };
  ASSERT_FALSE(about("hamnar"));
  EXPECT_EQ(about("hamnar").error().code, ErrorCode::kUsage);
  EXPECT_TRUE(about("infrastruktur-och-trafik"));
  const auto named = about("Infrastructure and transport");
  ASSERT_TRUE(named) << describe(named.error());
  EXPECT_EQ(named->asked, "theme:infrastruktur-och-trafik");
}

TEST_F(TallyTest, RanksPassagesOfAThemeByWhatSpeaksForIt) {
  Document document = make_document("a", {"# Bostäder", "Hyran ska ner.", "Fler bostäder."}, "S");
  const double scores[] = {0.9, 0.5, 0.8};
  for (std::size_t i = 0; i < document.passages.size(); ++i)
    document.passages[i].themes = {
        {ThemeId("bostad"), scores[i], ThemeGround::kText, {CodePointSpan{0, 1}}}};
  index({document});
  SearchRequest request = asking("");
  request.filters = {{TermField::kTheme, "bostad"}};
  request.limit = 3;
  const auto answer = compare(*searcher_, request, CompareBy::kParty);
  ASSERT_TRUE(answer) << describe(answer.error());
  const auto& hits = side(*answer, "S").hits;
  ASSERT_EQ(hits.size(), 3U);
  EXPECT_EQ(hits[0].passage.id.value, "a#3");
  EXPECT_EQ(hits[1].passage.id.value, "a#2");
  EXPECT_EQ(hits[2].passage.id.value, "a#1") << "a heading comes last";
}

TEST_F(TallyTest, CountsADocumentOfAPeriodInEachOfItsYears) {
  index_harbours();
  const auto answer = trend(*searcher_, asking("hamn"));
  ASSERT_TRUE(answer) << describe(answer.error());
  ASSERT_EQ(answer->years.size(), 4U);
  const std::uint32_t counts[] = {3, 0, 1, 1};
  const std::uint32_t documents[] = {3, 0, 1, 1};
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(answer->years[i].year, 2018 + i);
    EXPECT_EQ(answer->years[i].tally.count, counts[i]) << 2018 + i;
    EXPECT_EQ(answer->years[i].tally.documents, documents[i]) << 2018 + i;
  }
  EXPECT_EQ(answer->undated.count, 1U);
  EXPECT_EQ(answer->all.count, 4U);
  ASSERT_EQ(answer->years[0].parties.size(), 2U);
  EXPECT_EQ(answer->years[0].parties[0].value, "M");
  EXPECT_EQ(answer->years[0].parties[0].tally.count, 0U);
  EXPECT_EQ(answer->years[0].parties[1].tally.count, 2U);
}

TEST_F(TallyTest, ATrendStaysWithinTheYearsAskedFor) {
  index_harbours();
  const auto answer = trend(*searcher_, asking("hamn år:2020"));
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->years.size(), 1U);
  EXPECT_EQ(answer->years[0].year, 2020);
}

TEST_F(TallyTest, EachFacetCountsWhatNarrowingToItFinds) {
  index_harbours();
  const auto table = tabulate(*searcher_, asking("hamn"));
  ASSERT_TRUE(table) << describe(table.error());
  ASSERT_FALSE(table->year.empty());
  const auto check = [&](TermField field, const std::vector<FacetValue>& rows) {
    for (const FacetValue& row : rows) {
      SearchRequest narrowed = asking("hamn");
      narrowed.filters = {{field, row.value}};
      EXPECT_EQ(ask(narrowed).total, row.tally.count) << row.value;
    }
  };
  check(TermField::kParty, table->party);
  check(TermField::kMunicipality, table->municipality);
  check(TermField::kYear, table->year);
}

TEST_F(TallyTest, TheRequestInOneQueryFindsTheSame) {
  index_harbours();
  SearchRequest request = asking("hamn");
  request.filters = {{TermField::kParty, "S"}, {TermField::kYear, "2018..2020"}};
  EXPECT_EQ(asked_in_words(request), "hamn party:S year:2018..2020");
  EXPECT_EQ(ids(ask(request)), ids(ask(asking(asked_in_words(request)))));
}

}  // namespace
}  // namespace ordalag
