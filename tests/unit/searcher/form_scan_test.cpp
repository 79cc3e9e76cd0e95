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

bool may_hold(std::string_view text, const std::vector<std::string>& forms) {
  return FormScan(phrase_of(forms)).may_hold(text);
}

TEST(FormScan, PassesByTextsWithoutThePhrase) {
  EXPECT_FALSE(may_hold("Först en bostad, sedan arbete.", {"bostad", "först"}));
  EXPECT_FALSE(may_hold("Bostaden först", {"bostad", "först"}));
  EXPECT_TRUE(may_hold("Modellen BOSTAD \u2013 först", {"bostad", "först"}));
}

TEST(FormScan, FindsAPhraseThatBeginsAnewInsideItself) {
  EXPECT_TRUE(may_hold("om och om och om igen", {"om", "och", "om", "igen"}));
}

TEST(FormScan, LeavesToTheAnalysisWhatItCannotTell) {
  EXPECT_TRUE(may_hold("Nya akut-\nboenden", {"akutboenden"}));
  EXPECT_TRUE(may_hold("en ny bostad-först-modell", {"ny", "först"}));
  EXPECT_TRUE(may_hold("Bo\u00ADstad först", {"bostad", "först"}));
  EXPECT_TRUE(may_hold("en idé", {"ide"}));
  EXPECT_TRUE(may_hold("anything", {"t.ex"}));
}

// Whatever stands side by side in the analysis of a text may be held by the text.
class FormScanTest : public StoreTest {};

TEST_F(FormScanTest, NeverPassesByAPhraseThatTheTextHolds) {
  constexpr std::array<std::string_view, 30> kWords = {
      "bostad",   "Först",  "ATT",     "äldre",   "Åtgärd", "och",   "eller",  "alkohol",
      "missbruk", "drog",   "akut",    "boenden", "d.v.s.", "t ex",  "bl a",   "idé",
      "e",        "post",   "EU:s",    "2,3",     "1 000",  "80",    "tal",    "sko\u00ADlan",
      "\uFB01n",  "a\u0308", "3\u00D74", "m.fl.",   "s",      "Nacka"};
  constexpr std::array<std::string_view, 12> kGaps = {" ", " ",  " ",       "\n", "-",  "- ",
                                                     "/", ". ", " \u2013 ", "-\n", " -", "\u2011"};
  std::mt19937 random(7);
  TextView view(*analyser_, cache_);
  int held = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 8; ++i)
      text.append(kWords[random() % kWords.size()]).append(kGaps[random() % kGaps.size()]);
    view.read(text);
    for (std::uint32_t at = 0; at + 2 <= view.positions(); ++at) {
      const auto form_at = [&](std::uint32_t position) {
        const auto tokens = view.at(position);
        return tokens[random() % tokens.size()].word->form;
      };
      const ResolvedNode node = phrase_of({form_at(at), form_at(at + 1)});
      std::vector<Occurrence> found;
      find_occurrences(node, view, found);
      if (found.empty()) continue;
      ++held;
      ASSERT_TRUE(FormScan(node).may_hold(text))
          << text << ": " << node.phrase[0].form << " " << node.phrase[1].form;
    }
  }
  EXPECT_GT(held, 5000);
}

}  // namespace
}  // namespace ordalag
