#include "tests/unit/quote/quote_fixture.hpp"

#include <gmock/gmock.h>

#include "core/text/normalise.hpp"

namespace ordalag {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::SizeIs;

// Our own texts about an invented town.
std::vector<Document> town() {
  Document first = make_document(
      "lerby-2024",
      {"Lerby ska vara en kommun där barnen kan gå säkert till skolan.",
       "Vi vill bygga 120 nya lägenheter i hamnen, men aldrig på strandängarna i Sundvik.",
       "# Trafik", "Vi vill:", "bredda cykelbanan längs ån", "sänka farten vid förskolorna",
       "Bussarna ska gå var tionde minut under högtrafik. Ingen ska behöva vänta i mörker."},
      "M");
  first.facts.date = Fact{"2024", Ground::kCatalogue};
  for (const std::size_t item : {4, 5}) {
    first.passages[item].kind = PassageKind::kListItem;
    first.passages[item].lead_in = 3;
  }
  Document second = make_document(
      "lerby-2020",
      {"Biblioteket i Lerby ska hålla öppet alla kvällar i veckan, året runt.",
       "En ny simhall kostar 48 miljoner kronor och byggs vid Björkängen."},
      "S");
  second.facts.date = Fact{"2020", Ground::kCatalogue};
  Document old = make_document("lerby-1988", {"Vattnet i sjön ska kunna drickas av våra barnbarn."},
                               "L");
  old.facts.date = Fact{"1988", Ground::kCatalogue};
  Document pact = make_document("pakt-2022", {"Partierna är överens om en ny bro över Lerån."});
  pact.facts.attribution = {{PartyCode("KD"), PartyCode("M")}, Ground::kCatalogue, std::nullopt};
  for (Passage& passage : pact.passages) passage.attribution = pact.facts.attribution;
  return {first, second, old, pact};
}

class VerdictTest : public QuoteTest {
 protected:
  void SetUp() override {
    QuoteTest::SetUp();
    index(town());
  }
};

TEST_F(VerdictTest, SaysExactForWordsThatStandSo) {
  const QuoteAnswer answer = check("Bussarna ska gå var tionde minut under högtrafik.");
  EXPECT_EQ(verdict(answer), "exact");
  EXPECT_EQ(answer.similarity, 1);
  EXPECT_TRUE(answer.folds.empty());
  ASSERT_THAT(answer.places, SizeIs(1));
  EXPECT_EQ(answer.places[0].matched_text, "Bussarna ska gå var tionde minut under högtrafik");
}

TEST_F(VerdictTest, NamesTheFoldsItNeeded) {
  EXPECT_EQ(folds(check("BUSSARNA ska gå var tionde\nminut under högtrafik")),
            (std::set<std::string>{"letter_case", "line_break"}));
  EXPECT_EQ(folds(check("”Bussarna” ska gå var tionde minut under hög\u00ADtrafik")),
            (std::set<std::string>{"quotation_marks", "soft_hyphens"}));
  EXPECT_EQ(folds(check("Bussarna ska gå var tionde minut under hög-\ntrafik")),
            (std::set<std::string>{"line_end_hyphens"}));
  EXPECT_EQ(folds(check("Vi vill bygga 120 nya lägenheter i hamnen.")),
            (std::set<std::string>{"final_full_stop"}));
  EXPECT_EQ(folds(check("La\u0308genheter i hamnen, men aldrig på strandängarna")),
            (std::set<std::string>{"composition", "letter_case"}));
}

TEST_F(VerdictTest, FindsAQuotationThatBeginsInsideASentence) {
  const QuoteAnswer answer = check("men aldrig på strandängarna");
  EXPECT_EQ(verdict(answer), "exact");
  EXPECT_TRUE(answer.context.starts_mid_sentence);
  EXPECT_TRUE(answer.context.ends_mid_sentence);
}

TEST_F(VerdictTest, SaysThatTheRestOfTheSentenceDenies) {
  EXPECT_TRUE(check("Vi vill bygga 120 nya lägenheter i hamnen").context.cut_negation);
  EXPECT_FALSE(check("barnen kan gå säkert till skolan").context.cut_negation);
}

TEST_F(VerdictTest, FindsAQuotationOverPassages) {
  EXPECT_EQ(verdict(check("gå säkert till skolan. Vi vill bygga 120 nya lägenheter")), "exact");
  EXPECT_EQ(verdict(check("• bredda cykelbanan längs ån\n• sänka farten vid förskolorna")),
            "exact");
}

TEST_F(VerdictTest, FindsALeadInWithItsFirstAndItsSecondItem) {
  EXPECT_EQ(verdict(check("Vi vill: bredda cykelbanan längs ån")), "exact");
  const QuoteAnswer answer = check("Vi vill: sänka farten vid förskolorna");
  EXPECT_EQ(verdict(answer), "exact");
  EXPECT_EQ(answer.context.omitted, "bredda cykelbanan längs ån");
}

TEST_F(VerdictTest, NeverCallsOneChangedWordExact) {
  EXPECT_THAT(types(check("Bussarna ska inte gå var tionde minut under högtrafik.")),
              Contains("negation"));
  EXPECT_THAT(types(check("Vi vill bygga 130 nya lägenheter i hamnen")), Contains("number"));
  EXPECT_THAT(types(check("Bussarna bör gå var tionde minut under högtrafik")), Contains("modal"));
  EXPECT_THAT(types(check("Biblioteket i Norrby ska hålla öppet alla kvällar")), Contains("name"));
  EXPECT_THAT(types(check("Biblioteket i Lerby hålla öppet alla kvällar i veckan")),
              Contains("word_dropped"));
  EXPECT_THAT(types(check("Biblioteket i Lerby ska öppet hålla alla kvällar i veckan")),
              Contains("reordered"));
  for (const char* quote : {"Bussarna ska inte gå var tionde minut under högtrafik.",
                            "Vi vill bygga 120 nya lägenheter i hamnen?"}) {
    const QuoteAnswer answer = check(quote);
    EXPECT_EQ(verdict(answer), "altered") << quote;
    EXPECT_LT(answer.similarity, 1) << quote;
  }
}

TEST_F(VerdictTest, SaysElidedWhereGapsAreMarked) {
  for (const char* mark : {"…", "[...]", "(…)", "- -"}) {
    const QuoteAnswer answer = check("Vi vill bygga 120 nya lägenheter i hamnen, men aldrig " +
                                     std::string(mark) + " i Sundvik.");
    EXPECT_EQ(verdict(answer), "elided") << mark;
    EXPECT_EQ(answer.context.omitted, "på strandängarna") << mark;
    EXPECT_FALSE(answer.context.omitted_negation) << mark;
  }
}

TEST_F(VerdictTest, FlagsAnOmittedNegation) {
  const QuoteAnswer answer = check("Vi vill bygga 120 nya lägenheter […] på strandängarna i Sundvik");
  EXPECT_EQ(verdict(answer), "elided");
  EXPECT_TRUE(answer.context.omitted_negation);
}

TEST_F(VerdictTest, DoesNotLetAGapLeapOverSections) {
  EXPECT_NE(verdict(check("barnen kan gå säkert … Ingen ska behöva vänta i mörker")), "elided");
}

TEST_F(VerdictTest, SaysSplicedForFragmentsOutOfOrderOrOfSeveralDocuments) {
  EXPECT_EQ(verdict(check("under högtrafik bussarna ska gå var tionde minut")), "spliced");
  const QuoteAnswer answer = check(
      "Lerby ska vara en kommun där barnen kan simma. Biblioteket i Lerby ska hålla öppet alla "
      "kvällar i veckan");
  EXPECT_NE(verdict(answer), "exact");
  const QuoteAnswer stitched = check(
      "barnen kan gå säkert till skolan Biblioteket i Lerby ska hålla öppet alla kvällar");
  EXPECT_EQ(verdict(stitched), "spliced");
  EXPECT_THAT(stitched.places, SizeIs(2));
}

TEST_F(VerdictTest, SeesAnInventedEnd) {
  const QuoteAnswer answer = check(
      "Biblioteket i Lerby ska hålla öppet alla kvällar om någon orkar betala hyran");
  EXPECT_EQ(verdict(answer), "altered");
  EXPECT_THAT(types(answer), Contains("tail_invented"));
}

TEST_F(VerdictTest, JudgesTheClaimedParty) {
  const std::string quote = "Bussarna ska gå var tionde minut under högtrafik";
  EXPECT_EQ(verdict(check(quote, {"M", {}, {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {"moderaterna", {}, {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {"S", {}, {}})), "misattributed");
  EXPECT_EQ(verdict(check(quote, {"Påhittspartiet", {}, {}})), "misattributed");
}

TEST_F(VerdictTest, TakesAFormerPartyNameByTheDocumentsDate) {
  const std::string quote = "Vattnet i sjön ska kunna drickas av våra barnbarn";
  EXPECT_EQ(verdict(check(quote, {"FP", {}, {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {"L", {}, {}})), "exact");
}

TEST_F(VerdictTest, LetsAnAgreementBelongToEachOfItsParties) {
  const std::string quote = "överens om en ny bro över Lerån";
  EXPECT_EQ(verdict(check(quote, {"KD", {}, {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {"M", {}, {}})), "exact");
  EXPECT_EQ(verdict(check(quote, {"V", {}, {}})), "misattributed");
}

TEST_F(VerdictTest, JudgesTheClaimedDocumentByIdOrTitle) {
  const std::string quote = "En ny simhall kostar 48 miljoner kronor";
  EXPECT_EQ(verdict(check(quote, {{}, {}, "lerby-2020"})), "exact");
  EXPECT_EQ(verdict(check(quote, {{}, {}, "Program lerby-2020"})), "exact");
  EXPECT_EQ(verdict(check(quote, {{}, {}, "lerby-2024"})), "misattributed");
}

TEST_F(VerdictTest, IsCautiousWithTooLittleText) {
  EXPECT_EQ(verdict(check("simhall")), "not_found");
  EXPECT_EQ(verdict(check("och att det är")), "not_found");
  for (const char* quote : {"", "   \n", "…", "?!", "\x01\x02"}) {
    EXPECT_FALSE(checker_->check({quote, {}})) << quote;
  }
  EXPECT_FALSE(checker_->check({"brutna \xC3 bytes", {}}));
  EXPECT_FALSE(checker_->check({std::string(1 << 20, 'a'), {}}));
}

TEST_F(VerdictTest, SaysThatShortWordingIsCommon) {
  EXPECT_TRUE(check("ny simhall").common);
  EXPECT_FALSE(check("En ny simhall kostar 48 miljoner kronor och byggs").common);
}

TEST_F(VerdictTest, OffersWhatIsNearestWhenNothingStandsSo) {
  const QuoteAnswer answer = check("Simhallen borde flyttas ut på landet genast");
  EXPECT_EQ(verdict(answer), "not_found");
  EXPECT_THAT(answer.places, SizeIs(0));
}

TEST_F(VerdictTest, ListsEveryEditionThatHoldsTheWords) {
  std::vector<Document> documents = town();
  Document edition = make_document("lerby-2025", {"Biblioteket i Lerby ska hålla öppet alla kvällar "
                                                  "i veckan, året runt."}, "S");
  edition.facts.date = Fact{"2025", Ground::kCatalogue};
  documents.push_back(edition);
  std::filesystem::remove_all(folder_);
  index(documents);
  const QuoteAnswer answer = check("ska hålla öppet alla kvällar i veckan");
  ASSERT_THAT(answer.places, SizeIs(2));
  EXPECT_EQ(document_of(answer.places[0]), "lerby-2025");
}

TEST_F(VerdictTest, JoinsAWordThatACopyCutAtALineEnd) {
  EXPECT_EQ(verdict(check("bredda cykel- banan längs ån")), "exact");
}

TEST(VerdictRules, HaveAnAnswerForEveryFinding) {
  for (unsigned bits = 0; bits < 256; ++bits) {
    const auto bit = [&](unsigned i) { return (bits >> i & 1U) != 0; };
    const QuoteFindings findings{bit(0), bit(1), bit(2), bit(3), bit(4), bit(5), bit(6), bit(7)};
    const VerdictRule& rule = decide(findings);
    EXPECT_TRUE(rule.verdict != Verdict::kExact || findings.exact_as_claimed);
    EXPECT_FALSE(rule.reason.empty());
    EXPECT_FALSE(rule.reason_sv.empty());
  }
}

}  // namespace
}  // namespace ordalag
