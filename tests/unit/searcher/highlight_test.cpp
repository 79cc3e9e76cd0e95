#include <gmock/gmock.h>

#include <string>

#include "tests/unit/searcher/search_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What a query lights up in a passage that stands alone in the index.
class Highlights : public SearchTest {
 protected:
  std::vector<std::string> lit(const std::string& text, const std::string& query) {
    index({make_document("d", {text}), make_document("x", {"Simhallen är öppen"})});
    const SearchAnswer answer = ask(query);
    EXPECT_EQ(answer.total, 1U) << query;
    return answer.hits.empty() ? std::vector<std::string>() : highlights(answer.hits.front());
  }
};

TEST_F(Highlights, ShowBothHalvesOfASuspendedWord) {
  EXPECT_THAT(lit("Mer mot alkohol- och drogmissbruk nu", "alkoholmissbruk"),
              ElementsAre("inflected:alkohol", "inflected:missbruk"));
  EXPECT_THAT(lit("För stöd- eller arbetsmarknadsinsatser", "stödinsats"),
              ElementsAre("inflected:stöd", "inflected:insatser"));
  EXPECT_THAT(lit("Hälso- och sjukvården byggs ut", "hälsovård"),
              ElementsAre("inflected:Hälso", "inflected:vården"));
}

TEST_F(Highlights, LeaveOutTheHyphenOfASuspendedWord) {
  EXPECT_THAT(lit("Ny klimat- och energipolitik", "klimat"), ElementsAre("exact:klimat"));
  EXPECT_THAT(lit("En klimat‐ eller energifråga", "klimat"), ElementsAre("exact:klimat"));
}

TEST_F(Highlights, ShowBothHalvesAcrossALongerRow) {
  EXPECT_THAT(lit("Kost-, rese- och traktamentskostnader", "resekostnad"),
              ElementsAre("inflected:rese", "inflected:kostnader"));
}

TEST_F(Highlights, ShowBothHalvesWhenTheFirstElementHangs) {
  EXPECT_THAT(lit("Våra barnomsorgslokaler och -avgifter", "barnomsorgsavgift"),
              ElementsAre("inflected:barnomsorgs", "inflected:avgifter"));
}

TEST_F(Highlights, ShowBothHalvesInAnInflectedPhrase) {
  EXPECT_THAT(lit("Mot ökat alkohol- och drogmissbruk", "~\"ökat alkoholmissbruk\""),
              ElementsAre("inflected:ökat alkohol-", "inflected:missbruk"));
}

TEST_F(Highlights, MarkAPhraseOnceAndNoStrayWords) {
  EXPECT_THAT(lit("Först en bostad: bostad först är namnet, och bostad sedan", "\"bostad först\""),
              ElementsAre("exact:bostad först"));
  EXPECT_THAT(lit("En egen bostad, inte egna åsikter om bostäder", "~\"egna bostäder\""),
              ElementsAre("inflected:egen bostad"));
}

TEST_F(Highlights, ShowAPartInsideItsCompound) {
  EXPECT_THAT(lit("Plan för heltidsaktivering", "aktivering"), ElementsAre("compound:aktivering"));
  EXPECT_THAT(lit("Fler hyresbostäder i byn", "bostad"), ElementsAre("compound:bostäder"));
}

TEST_F(Highlights, LabelACompoundOfTheQueryWrittenApart) {
  EXPECT_THAT(lit("Kommunens arbete mot våld", "våldsarbete"),
              ElementsAre("compound:arbete", "compound:våld"));
}

TEST_F(Highlights, LabelTwoWordsOfTheQueryInTheirCompound) {
  EXPECT_THAT(lit("En ny bostadspolitik", "bostad politik"),
              ElementsAre("compound:bostads", "compound:politik"));
}

TEST_F(Highlights, LabelASynonymAndLeaveItOutWhenToldTo) {
  EXPECT_THAT(lit("Den som är bostadslös", "hemlös"), ElementsAre("synonym:bostadslös"));
  SearchRequest request;
  request.query = "hemlös";
  request.match = MatchMode::kAll;
  request.synonyms = SynonymMode::kIgnore;
  const SearchAnswer answer = ask(request);
  EXPECT_EQ(answer.total, 0U);
  EXPECT_THAT(answer.expansions[0].synonyms, IsEmpty());
}

TEST_F(Highlights, FindTheSynonymOfAPhraseOfTheQuery) {
  EXPECT_THAT(lit("Rätten till försörjningsstöd", "ekonomiskt bistånd"),
              ElementsAre("synonym:försörjningsstöd"));
}

}  // namespace
}  // namespace ordalag
