#include "indexer/extract/pdf/word_gaps.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/text/utf8.hpp"
#include "tests/unit/language/analyser_fixture.hpp"

namespace ordalag::extract {
namespace {

constexpr float kSize = 10;

// Words parted by "|" (a gap within a word, 0.12 em), "," (a tight space, 0.2 em) or " " (0.33 em).
std::vector<PageWord> words_of(std::string_view line) {
  std::vector<PageWord> words;
  float left = 50;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of("|, "), line.size());
    PageWord word;
    word.text = line.substr(0, end);
    word.size = kSize;
    const float right = left + kSize / 2 * static_cast<float>(count_code_points(word.text));
    word.box = {left, 100, right, 110};
    words.push_back(word);
    if (end == line.size()) break;
    const float em = line[end] == '|' ? 0.12F : line[end] == ',' ? 0.2F : 0.33F;
    left = right + kSize * em;
    line.remove_prefix(end + 1);
  }
  return words;
}

std::string read(std::string_view line, float word_space = 0.3F) {
  KnownWords known(&analyser());
  return text_of_words(words_of(line), {kSize, word_space}, known);
}

TEST(WordGaps, ClosesGapsNarrowerThanTheSpacesOfTheLine) {
  EXPECT_EQ(read("Fler bostä|der|ska b|ygg|as"), "Fler bostäder ska byggas");
  EXPECT_EQ(read("B|ättr|e skol|or i hela landet"), "Bättre skolor i hela landet");
}

TEST(WordGaps, ClosesThemInAWordThatStandsAlone) { EXPECT_EQ(read("S|amarb|ete"), "Samarbete");
  EXPECT_EQ(read("S|amarbete"), "Samarbete");
  EXPECT_EQ(read("Kom|m,unika|tion"), "Kommunikation"); }

TEST(WordGaps, KeepsTheSpacesOfALineThatIsSetTight) {
  EXPECT_EQ(read("Zorbanien,ska,ge,ett,ökat,ansvar,och,inflytande"),
            "Zorbanien ska ge ett ökat ansvar och inflytande");
  EXPECT_EQ(read("Gynna,zorbanierna"), "Gynna zorbanierna");
  EXPECT_EQ(read("enligt,EU-rätten,och,Qvarnvik"), "enligt EU-rätten och Qvarnvik");
}

TEST(WordGaps, PutsANameInPiecesTogether) {
  EXPECT_EQ(read("Bygg i Qv|arnv|ik och Ekdala"), "Bygg i Qvarnvik och Ekdala");
}

TEST(WordGaps, KeepsACapitalApartFromTheSmallLetterBeforeIt) {
  EXPECT_EQ(read("Fler sa|m|arbets|projekt|Skolan och omsorgen"),
            "Fler samarbetsprojekt Skolan och omsorgen");
}

TEST(WordGaps, KeepsTheDivisionOfANumber) {
  EXPECT_EQ(read("Ansl|aget ökar till 10|000 kronor"), "Anslaget ökar till 10 000 kronor");
}

TEST(WordGaps, JoinsTheSecondPartOfAHyphenatedWord) {
  EXPECT_EQ(read("enligt EU|-rätten ska det ske"), "enligt EU-rätten ska det ske");
}

TEST(WordGaps, TakesTheUsualSpaceFromThePage) {
  std::string line = "en";
  for (int i = 0; i < 30; ++i) line += " av";
  EXPECT_NEAR(usual_word_space(words_of(line)), 0.33F, 0.01F);
  EXPECT_NEAR(usual_word_space(words_of("två ord")), 0.25F, 0.001F);
}

}  // namespace
}  // namespace ordalag::extract
