// Quotations over borders and lists, quotations within quotations, claims, and bad input.
#include <gmock/gmock.h>

#include "searcher/quote/quote_limits.hpp"
#include "tests/unit/quote/quote_fixture.hpp"

namespace ordalag {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

// Our own texts about an invented town.
std::vector<Document> town() {
  Document list =
      make_document("hamnby-2023",
                    {"# Hamnen", "Hamnbypartiet arbetar för att:", "kajen rustas före 2027",
                     "ingen båtplats säljs till bolag", "färjan går även på söndagar.",
                     "Chefen sade ”vi är ’nästan’ klara” när kajen invigdes i maj.",
                     "Priset blev 12,5 miljoner kronor – inte 9,8 – och taxan höjs med 3 %.",
                     "Barn- och ungdomsbåtarna får en egen brygga."},
                    "M");
  list.facts.date = Fact{"2023", Ground::kCatalogue};
  for (const std::size_t item : {2, 3, 4}) {
    list.passages[item].kind = PassageKind::kListItem;
    list.passages[item].lead_in = 1;
  }
  Document late =
      make_document("fyren-2022", {"Fyren ska lysa varje natt, också på sommaren."}, "L");
  late.facts.date = Fact{"2022", Ground::kCatalogue};
  return {list, late};
}

class PlacesTest : public QuoteTest {
 protected:
  void SetUp() override {
    QuoteTest::SetUp();
    index(town());
  }
};

TEST_F(PlacesTest, FollowALeadInToAnyItemWithOrWithoutItsColon) {
  for (const char* quote : {"Hamnbypartiet arbetar för att: kajen rustas före 2027",
                            "Hamnbypartiet arbetar för att kajen rustas före 2027",
                            "Hamnbypartiet arbetar för att ingen båtplats säljs till bolag",
                            "arbetar för att: färjan går även på söndagar"}) {
    EXPECT_EQ(verdict(check(quote)), "exact") << quote;
  }
  const QuoteAnswer answer = check("Hamnbypartiet arbetar för att färjan går även på söndagar");
  EXPECT_THAT(answer.context.omitted, HasSubstr("ingen båtplats"));
  EXPECT_TRUE(answer.context.omitted_negation);
  EXPECT_TRUE(answer.folds.has(Fold::kBullets));
}

TEST_F(PlacesTest, DoNotFollowALeadInOfChangedWords) {
  EXPECT_NE(verdict(check("Hamnbypartiet arbetar mot att kajen rustas före 2027")), "exact");
  EXPECT_NE(verdict(check("Hamnbypartiet arbetar för att, kajen rustas före 2027")), "exact");
}

TEST_F(PlacesTest, RunOverTwoItemsOfAList) {
  EXPECT_EQ(verdict(check("kajen rustas före 2027 ingen båtplats säljs till bolag")), "exact");
  EXPECT_EQ(verdict(check("– kajen rustas före 2027\n– ingen båtplats säljs till bolag")), "exact");
  EXPECT_NE(verdict(check("kajen rustas före 2027 färjan går även på söndagar")), "exact");
}

TEST_F(PlacesTest, HoldAQuotationWithinAQuotation) {
  for (const char* quote : {"Chefen sade 'vi är \"nästan\" klara' när kajen invigdes",
                            "»Chefen sade ’vi är nästan klara’ när kajen invigdes«",
                            "\"Chefen sade \"\"vi är nästan klara\"\" när kajen invigdes\""}) {
    EXPECT_EQ(verdict(check(quote)), "exact") << quote;
  }
}

TEST_F(PlacesTest, FollowALeadInToAnItemFarBelowIt) {
  std::vector<std::string> texts{"# Fyren", "Ljusgruppen vill under kommande år:"};
  for (int i = 1; i <= 40; ++i)
    texts.push_back("måla trappsteg nummer " + std::to_string(i) +
                    " i tornet vitt, slipa räcket bredvid och byta lampan ovanför det");
  texts.push_back("tända lyktan vid midsommar");
  Document list = make_document("ljus-2024", texts, "C");
  for (std::size_t item = 2; item < texts.size(); ++item) {
    list.passages[item].kind = PassageKind::kListItem;
    list.passages[item].lead_in = 1;
  }
  index({list});
  EXPECT_EQ(verdict(check("Ljusgruppen vill under kommande år tända lyktan vid midsommar")), "exact");
  EXPECT_NE(verdict(check("Ljusgruppen vill under kommande år släcka lyktan vid midsommar")), "exact");
}

TEST_F(PlacesTest, DoNotEndBetweenANumberAndItsMeasure) {
  const QuoteAnswer cut = check("Priset blev 12,5 miljoner kronor – inte 9,8 – och taxan höjs med 3.");
  EXPECT_EQ(verdict(cut), "altered");
  EXPECT_EQ(types(cut), (std::set<std::string>{"number", "word_dropped"}));
  EXPECT_LT(cut.similarity, 1);
  EXPECT_EQ(verdict(check("Priset blev 12,5 miljoner kronor – inte 9,8 – och taxan höjs med 3 …")),
            "elided");
}

TEST_F(PlacesTest, CompareNumbersWithTheirSigns) {
  EXPECT_EQ(verdict(check("Priset blev 12,5 miljoner kronor - inte 9,8 - och taxan höjs med 3%")),
            "exact");
  for (const char* quote :
       {"Priset blev 125 miljoner kronor – inte 9,8 – och taxan höjs med 3 %.",
        "Priset blev 12.5 miljoner kronor – inte 9,8 – och taxan höjs med 3 %.",
        "Priset blev 12,5 miljoner kronor – inte 9,8 – och taxan höjs med 3 §."}) {
    EXPECT_EQ(verdict(check(quote)), "altered") << quote;
  }
}

TEST_F(PlacesTest, KeepAHangingHyphen) {
  EXPECT_EQ(verdict(check("Barn- och ungdomsbåtarna får en egen brygga")), "exact");
  EXPECT_EQ(verdict(check("Barn och ungdomsbåtarna får en egen brygga")), "altered");
}

TEST_F(PlacesTest, DenyAFormerNameToADocumentOfLaterDate) {
  const std::string quote = "Fyren ska lysa varje natt";
  EXPECT_EQ(verdict(check(quote, {"Liberalerna", {}, {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {"Folkpartiet", {}, {}})), "misattributed");
}

TEST_F(PlacesTest, SayWhatWasFoundWhereAClaimFitsNothing) {
  const QuoteAnswer answer = check("Fyren ska lysa varje natt", {"M", {}, "hamnby-2023"});
  EXPECT_EQ(verdict(answer), "misattributed");
  ASSERT_THAT(answer.places, SizeIs(1));
  EXPECT_EQ(document_of(answer.places[0]), "fyren-2022");
  EXPECT_FALSE(answer.places[0].claim_fits);
}

TEST_F(PlacesTest, FitASpeakerWhateverOfficeIsNamed) {
  Document speech =
      make_document("anforande-7", {"Bryggan ska ligga kvar där den alltid har legat"}, "S");
  speech.passages[0].attribution.speaker = "Andre vice talman Tyra Sandvik (S)";
  index({speech});
  const std::string quote = "Bryggan ska ligga kvar";
  EXPECT_EQ(verdict(check(quote, {{}, "Tyra Sandvik", {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {{}, "Hamnminister Tyra Sandvik (S)", {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {{}, "Sandvik, gruppledare", {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {{}, "Tyra Sandvik gruppledare", {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {{}, "Tyra Lindvik", {}})), "misattributed");
  EXPECT_EQ(verdict(check(quote, {{}, "talmannen", {}})), "misattributed") << "names nobody";
}

TEST_F(PlacesTest, AreNeverExactForADamagedQuotation) {
  for (const char* quote : {"Fyren ska\x01lysa varje natt", "Fyren ska lysa\x7F varje natt",
                            "Fyren ska \xC2\x9Flysa varje natt"}) {
    const auto answer = checker_->check({quote, {}});
    ASSERT_FALSE(answer) << quote;
    EXPECT_EQ(answer.error().code, ErrorCode::kBadInput);
    EXPECT_THAT(answer.error().message, HasSubstr("control character"));
  }
  EXPECT_EQ(verdict(check("Fyren\tska\r\nlysa\fvarje natt")), "exact");
}

TEST_F(PlacesTest, AreNotDeniedToTheClaimedPartyAmongVeryManyPlaces) {
  std::vector<Document> documents;
  const int many = static_cast<int>(kQuoteLimits.candidate_windows) + 50;
  for (int i = 0; i < many; ++i) {
    const std::string id = "motion-" + std::to_string(i);
    documents.push_back(make_document(
        id, {"Vi yrkar bifall till motionen om båtplatser nummer " + std::to_string(i) + "."},
        i + 1 == many ? "V" : "S"));
  }
  std::filesystem::remove_all(folder_);
  index(documents);
  const QuoteAnswer answer = check("yrkar bifall till motionen om båtplatser", {"V", {}, {}});
  EXPECT_EQ(verdict(answer), "exact");
  EXPECT_FALSE(answer.places_complete);
  EXPECT_TRUE(answer.common);
  EXPECT_EQ(verdict(check("yrkar bifall till motionen om båtplatser", {"MP", {}, {}})),
            "misattributed");
}

}  // namespace
}  // namespace ordalag
