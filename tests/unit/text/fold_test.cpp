#include "core/text/fold.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

TEST(Fold, KeepsTheSwedishLettersAndDropsOtherAccents) {
  EXPECT_EQ(fold("Idé och ÅÄÖ på café, Müller"), "ide och åäö på cafe, muller");
}

TEST(Fold, TurnsDanishLettersIntoSwedishOnes) { EXPECT_EQ(fold("Sørensen Ærø"), "sörensen ärö"); }

TEST(Fold, GivesTheSameForComposedAndDecomposedText) {
  EXPECT_EQ(fold("Va\u0308stera\u030As"), fold("Västerås"));
  EXPECT_EQ(fold("ide\u0301"), "ide");
}

TEST(Fold, TakesLigaturesApartAndDropsSoftHyphens) {
  EXPECT_EQ(fold("e\uFB00ekt"), "effekt");
  EXPECT_EQ(fold("bostads\u00ADpolitik"), "bostadspolitik");
}

TEST(Fold, FoldsWhatIsFoldedToItself) {
  for (const char* text : {"bostad", "åäö", "10 000", "ide", "strasse"}) {
    EXPECT_EQ(fold(text), text);
  }
}

TEST(Fold, FastPathAgreesWithIcuOnRandomText) {
  std::mt19937 random(7);
  std::uniform_int_distribution<char32_t> character(0x20, 0x250);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 8; ++i) {
      const char32_t c = character(random);
      if (c >= 0x7F && c < 0xA0) continue;
      append_utf8(c, text);
    }
    EXPECT_EQ(fold(text), fold_by_icu(text)) << text;
  }
}

}  // namespace
}  // namespace ordalag
