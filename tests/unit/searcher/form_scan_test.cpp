#include "searcher/match/form_scan.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "searcher/match/occurrences.hpp"
#include "tests/unit/store/store_fixture.hpp"

namespace ordalag {
namespace {

ResolvedNode phrase_of(const std::vector<std::string>& forms) {
  ResolvedNode node;
  node.op = QueryOp::kPhrase;
  for (const std::string& form : forms) node.phrase.push_back({form, form});
  node.sentence_ends.assign(forms.size(), true);
  return node;
}

Holding look(std::string_view text, const std::vector<std::string>& forms) {
  return FormScan(phrase_of(forms)).look(text);
}

TEST(FormScan, PassesByTextsWithoutThePhrase) {
  EXPECT_EQ(look("Först en bostad, sedan arbete.", {"bostad", "först"}), Holding::kNo);
  EXPECT_EQ(look("Bostaden först", {"bostad", "först"}), Holding::kNo);
}

TEST(FormScan, FindsAPhraseThatBeginsAnewInsideItself) {
  EXPECT_EQ(look("om och om och om igen", {"om", "och", "om", "igen"}), Holding::kYes);
}

TEST(FormScan, KnowsAPhraseBetweenBlanks) {
  EXPECT_EQ(look("Modellen BOSTAD\nförst gäller", {"bostad", "först"}), Holding::kYes);
  EXPECT_EQ(look("bostad först", {"bostad", "först"}), Holding::kYes);
  EXPECT_EQ(look("(bostad först)", {"bostad", "först"}), Holding::kYes);
}

TEST(FormScan, LeavesToTheAnalysisWhatItCannotTell) {
  EXPECT_EQ(look("Modellen BOSTAD \u2013 först", {"bostad", "först"}), Holding::kPerhaps);
  EXPECT_EQ(look("en bostad. Först", {"bostad", "först"}), Holding::kPerhaps);
  EXPECT_EQ(look("en bostad först.", {"bostad", "först"}), Holding::kPerhaps);
  EXPECT_EQ(look("skolor bl a annat", {"a", "annat"}), Holding::kPerhaps);
  EXPECT_EQ(look("skolor bl a annat", {"skolor", "bl"}), Holding::kPerhaps);
  EXPECT_EQ(look("t ex på skolor", {"på", "skolor"}), Holding::kYes);
  EXPECT_EQ(look("t ex på skolor", {"ex", "på"}), Holding::kPerhaps);
  EXPECT_EQ(look("Nya akut-\nboenden", {"akutboenden"}), Holding::kPerhaps);
  EXPECT_EQ(look("en ny bostad-först-modell", {"ny", "först"}), Holding::kPerhaps);
  EXPECT_EQ(look("Bo\u00ADstad först", {"bostad", "först"}), Holding::kPerhaps);
  EXPECT_EQ(look("en idé", {"ide"}), Holding::kPerhaps);
  EXPECT_EQ(look("anything", {"t.ex"}), Holding::kPerhaps);
}

// Whatever stands side by side in the analysis of a text may be held by the text.
class FormScanTest : public StoreTest {};

TEST_F(FormScanTest, SaysWhatTheAnalysisSays) {
  constexpr std::array<std::string_view, 30> kWords = {
      "bostad",   "Först",   "ATT",      "äldre",   "Åtgärd", "och",  "eller", "alkohol",
      "missbruk", "drog",    "akut",     "boenden", "d.v.s.", "t ex", "bl a",  "idé",
      "e",        "post",    "EU:s",     "2,3",     "1 000",  "80",   "tal",   "sko\u00ADlan",
      "\uFB01n",  "a\u0308", "3\u00D74", "m.fl.",   "s",      "Nacka"};
  constexpr std::array<std::string_view, 13> kGaps = {
      " ", " ", " ", " ", "\n", "-", "- ", "/", ". ", " \u2013 ", "-\n", " -", "\u2011"};
  std::mt19937 random(7);
  TextView view(*analyser_, cache_);
  int held = 0;
  int known = 0;
  const auto compare = [&](const ResolvedNode& node) {
    std::vector<Occurrence> found;
    find_occurrences(node, view, found);
    const Holding holding = FormScan(node).look(view.text());
    held += found.empty() ? 0 : 1;
    known += holding == Holding::kYes ? 1 : 0;
    ASSERT_FALSE(holding == (found.empty() ? Holding::kYes : Holding::kNo))
        << view.text() << ": " << node.phrase[0].form << " " << node.phrase[1].form;
  };
  const auto any_form = [&] {
    return analyser_->word(kWords[random() % kWords.size()], cache_).form;
  };
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 8; ++i)
      text.append(kWords[random() % kWords.size()]).append(kGaps[random() % kGaps.size()]);
    view.read(text);
    for (std::uint32_t at = 0; at + 2 <= view.positions(); ++at) {
      const auto form_at = [&](std::uint32_t position) {
        const auto tokens = view.at(position);
        return tokens[random() % tokens.size()].word->form;
      };
      compare(phrase_of({form_at(at), form_at(at + 1)}));
      compare(phrase_of({any_form(), form_at(at)}));
    }
  }
  EXPECT_GT(held, 50000);
  EXPECT_GT(known, 500);
}

}  // namespace
}  // namespace ordalag
