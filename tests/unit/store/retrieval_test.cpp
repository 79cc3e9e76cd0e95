#include <cmath>

#include "core/store/fields.hpp"
#include "tests/unit/store/store_fixture.hpp"

namespace ordalag {
namespace {

using Op = RetrievalQuery::Op;

class Retrieval : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    Document hamn =
        make_document("hamn", {"# Hamnen", "Kajen ska rustas", "Kajen och kajen igen"}, "S");
    hamn.facts.municipality = Fact{"Sjöstad", Ground::kCatalogue};
    hamn.facts.date = Fact{"2022/2024", Ground::kCatalogue};
    hamn.facts.kind = Fact{"programme", Ground::kCatalogue};
    hamn.passages[2].lead_in = 1;
    hamn.passages[2].attribution.speaker = "Åsa Lindmark";
    ordalag::ThemeTag theme;
    theme.id = ThemeId("infrastruktur-och-trafik");
    hamn.passages[1].themes = {theme};
    change({hamn, make_document("park", {"Parken ska rustas", "Träden vid kajen"}, "M")});
    reader_ = open_reader();
    ASSERT_NE(reader_, nullptr);
  }
  std::set<std::string> filtered(TermField field, const std::string& value) {
    return ids(*reader_, RetrievalQuery::word(field, value));
  }
  std::unique_ptr<IndexReader> reader_;
};

TEST_F(Retrieval, FindsTheInflectedFormsOfALemma) {
  EXPECT_EQ(ids(*reader_, lemma("kajen")), (std::set<std::string>{"hamn#2", "hamn#3", "park#2"}));
}

TEST_F(Retrieval, WantsAllChildrenOfAnd) {
  EXPECT_EQ(ids(*reader_, RetrievalQuery::join(Op::kAnd, {lemma("kajen"), lemma("rustas")})),
            std::set<std::string>{"hamn#2"});
  EXPECT_TRUE(
      ids(*reader_, RetrievalQuery::join(Op::kAnd, {lemma("kajen"), lemma("finnsinte")})).empty());
}

TEST_F(Retrieval, AddsTheWeightsOfOr) {
  const auto kaj = weights(*reader_, lemma("kajen"));
  const auto rusta = weights(*reader_, lemma("rustas"));
  const auto both =
      weights(*reader_, RetrievalQuery::join(Op::kOr, {lemma("kajen"), lemma("rustas")}));
  EXPECT_EQ(both.size(), 4U);
  EXPECT_DOUBLE_EQ(both.at("hamn#2"), kaj.at("hamn#2") + rusta.at("hamn#2"));
  EXPECT_DOUBLE_EQ(both.at("park#1"), rusta.at("park#1"));
}

TEST_F(Retrieval, LeavesOutWhatAndNotNames) {
  EXPECT_EQ(ids(*reader_, RetrievalQuery::join(Op::kAndNot, {lemma("kajen"), lemma("rustas")})),
            (std::set<std::string>{"hamn#3", "park#2"}));
}

TEST_F(Retrieval, LetsAndMaybeAddWeightWithoutNarrowing) {
  const auto plain = weights(*reader_, lemma("kajen"));
  const auto more =
      weights(*reader_, RetrievalQuery::join(Op::kAndMaybe, {lemma("kajen"), lemma("rustas")}));
  EXPECT_EQ(more.size(), plain.size());
  EXPECT_GT(more.at("hamn#2"), plain.at("hamn#2"));
  EXPECT_DOUBLE_EQ(more.at("park#2"), plain.at("park#2"));
}

TEST_F(Retrieval, KeepsTheWeightOfAFilteredChild) {
  const auto plain = weights(*reader_, lemma("kajen"));
  const auto narrowed = weights(
      *reader_, RetrievalQuery::join(
                    Op::kFilter, {lemma("kajen"), RetrievalQuery::word(TermField::kParty, "M")}));
  EXPECT_EQ(narrowed, (std::map<std::string, double>{{"park#2", plain.at("park#2")}}));
}

TEST_F(Retrieval, FindsPassagesByEveryKindOfFact) {
  const std::set<std::string> hamn{"hamn#1", "hamn#2", "hamn#3"};
  EXPECT_EQ(filtered(TermField::kParty, "S"), hamn);
  EXPECT_EQ(filtered(TermField::kMunicipality, "sjöstad"), hamn);
  EXPECT_EQ(filtered(TermField::kKind, "programme"), hamn);
  EXPECT_EQ(filtered(TermField::kYear, "2023"), hamn);
  EXPECT_TRUE(filtered(TermField::kYear, "2025").empty());
  EXPECT_EQ(filtered(TermField::kDocument, "hamn"), hamn);
  EXPECT_EQ(filtered(TermField::kSpeaker, "lindmark"), std::set<std::string>{"hamn#3"});
  EXPECT_EQ(filtered(TermField::kTheme, "infrastruktur-och-trafik"),
            std::set<std::string>{"hamn#2"});
}

TEST_F(Retrieval, FindsPassagesByWhatStandsAroundThem) {
  const std::string hamn = analyser_->word("hamnen", cache_).lemma;
  EXPECT_EQ(filtered(TermField::kSection, hamn),
            (std::set<std::string>{"hamn#1", "hamn#2", "hamn#3"}));
  const std::string rusta = analyser_->word("rustas", cache_).lemma;
  EXPECT_EQ(filtered(TermField::kLeadIn, rusta), std::set<std::string>{"hamn#3"});
  EXPECT_EQ(filtered(TermField::kTitle, analyser_->word("program", cache_).lemma).size(), 5U);
}

TEST_F(Retrieval, DoesNotCountFieldsAroundAPassageTowardsItsLength) {
  const auto passage = reader_->find_passage(PassageId("hamn#3"));
  ASSERT_TRUE(passage);
  EXPECT_EQ(reader_->length(*passage), 4U);
}

TEST_F(Retrieval, ScoresByBm25) {
  // kajen: 3 of 5 passages; hamn#3 holds it twice in 4 words; the mean length is 14 / 5.
  const double idf = std::log(1 + (5 - 3 + 0.5) / (3 + 0.5));
  const double norm = 1.2 * (1 - 0.6 + 0.6 * 4 / (14.0 / 5));
  EXPECT_NEAR(weights(*reader_, lemma("kajen")).at("hamn#3"), idf * 2 * 2.2 / (2 + norm), 1e-12);
}

TEST_F(Retrieval, TreatsSynonymsAsOneTerm) {
  const auto both = weights(
      *reader_, RetrievalQuery::join(
                    Op::kSynonym, {lemma("kajen"), RetrievalQuery::scale(lemma("parken"), 0.5)}));
  EXPECT_EQ(both.size(), 4U);
  EXPECT_LT(both.at("park#1"), both.at("hamn#2"));
}

TEST_F(Retrieval, GivesThePostingsOfATermInOrder) {
  std::vector<std::pair<PassageNumber, std::uint32_t>> found;
  reader_->postings(
      TermField::kLemma, analyser_->word("kajen", cache_).lemma,
      [&](PassageNumber passage, std::uint32_t wdf) { found.emplace_back(passage, wdf); });
  EXPECT_EQ(found, (std::vector<std::pair<PassageNumber, std::uint32_t>>{{2, 1}, {3, 2}, {5, 1}}));
  EXPECT_EQ(reader_->frequency(TermField::kLemma, analyser_->word("kajen", cache_).lemma), 3U);
}

TEST_F(Retrieval, ListsTheValuesOfAField) {
  EXPECT_EQ(reader_->values(TermField::kParty),
            (std::vector<std::pair<std::string, std::uint32_t>>{{"M", 2}, {"S", 3}}));
}

TEST_F(Retrieval, KeepsTheBestWhenMoreMatchThanAskedFor) {
  MatchOptions options;
  options.at_most = 1;
  const auto matches = reader_->match(lemma("kajen"), options);
  EXPECT_FALSE(matches.complete);
  const auto all = weights(*reader_, lemma("kajen"));
  double best = 0;
  for (const auto& [id, weight] : all) best = std::max(best, weight);
  ASSERT_EQ(matches.all.size(), 1U);
  EXPECT_EQ(matches.all[0].weight, best);
}

TEST_F(Retrieval, AsksTheCallerAboutEachCandidate) {
  MatchOptions options;
  options.accept = [&](PassageNumber passage) {
    return reader_->passage_text(passage).find("igen") != std::string_view::npos;
  };
  EXPECT_EQ(weights(*reader_, lemma("kajen"), options).size(), 1U);
}

TEST_F(Retrieval, MatchesEverythingWithAllAndNothingWithNone) {
  EXPECT_EQ(ids(*reader_, RetrievalQuery::all()).size(), 5U);
  EXPECT_TRUE(ids(*reader_, RetrievalQuery{}).empty());
}

TEST(Fields, HaveDistinctPrefixesOfWhichNoneBeginsAnother) {
  for (const FieldInfo& a : fields()) {
    for (const FieldInfo& b : fields()) {
      if (a.field == b.field || a.prefix.empty()) continue;
      EXPECT_FALSE(b.prefix.starts_with(a.prefix)) << b.name;
    }
  }
}

TEST(Fields, AnswerToTheirSwedishAndEnglishNames) {
  EXPECT_EQ(field_by_query_name("kommun")->field, TermField::kMunicipality);
  EXPECT_EQ(field_by_query_name("municipality")->field, TermField::kMunicipality);
  EXPECT_EQ(field_by_query_name(""), nullptr);
  EXPECT_EQ(field_by_query_name("saknas"), nullptr);
}

TEST(Fields, KeepLongValuesApartWithinXapiansLimit) {
  const std::string a(300, 'a');
  const std::string b = a + "b";
  EXPECT_NE(index_term(TermField::kDocument, a), index_term(TermField::kDocument, b));
  EXPECT_LE(index_term(TermField::kDocument, a).size(), 245U);
}

}  // namespace
}  // namespace ordalag
