#include <gmock/gmock.h>

#include "searcher/quote/quote_words.hpp"

namespace ordalag {
namespace {

using testing::ElementsAre;

std::vector<std::string> forms(std::string_view text, LineEnds line_ends = LineEnds::kAtLineBreak) {
  QuoteWords words;
  divide_quote(text, line_ends, words);
  std::vector<std::string> forms;
  for (const QuoteWord& word : words.words) forms.emplace_back(words.form(word));
  return forms;
}

// The marks before each word and after the last, joined by "|".
std::string marks(std::string_view text) {
  QuoteWords words;
  divide_quote(text, LineEnds::kAtLineBreak, words);
  std::string all;
  for (std::size_t i = 0; i <= words.words.size(); ++i) {
    all += (i == 0 ? "" : "|") + marks_text(words.marks_at(i));
  }
  return all;
}

std::vector<bool> gaps(std::string_view text) {
  QuoteWords words;
  divide_quote(text, LineEnds::kAtLineBreak, words);
  std::vector<bool> gaps;
  for (std::size_t i = 0; i <= words.words.size(); ++i) gaps.push_back(words.gap_at(i));
  return gaps;
}

TEST(QuoteWords, FoldLetterCaseButKeepAccents) {
  EXPECT_THAT(forms("Åker IDÉN ide"), ElementsAre("åker", "idén", "ide"));
}

TEST(QuoteWords, LeaveOutQuotationMarksBulletsAndSpacedDashes) {
  EXPECT_THAT(forms("• ”Trygga” gator – «ljusa» ’torg’"),
              ElementsAre("trygga", "gator", "ljusa", "torg"));
}

TEST(QuoteWords, KeepAnApostropheInsideAWord) {
  EXPECT_THAT(forms("d’Aubigné"), ElementsAre("d'aubigné"));
}

TEST(QuoteWords, TakeLigaturesApartAndDropSoftHyphens) {
  EXPECT_THAT(forms("oﬀentlig för\u00ADvaltning"), ElementsAre("offentlig", "förvaltning"));
}

TEST(QuoteWords, JoinAWordAcrossALineEnd) {
  EXPECT_THAT(forms("den digi-\ntala klyftan"), ElementsAre("den", "digitala", "klyftan"));
}

TEST(QuoteWords, ReadTheMinusOfANumberWhateverItsDashAndWholly) {
  for (const std::string_view text : {"vid -5 grader", "vid −5 grader", "vid –5 grader"}) {
    EXPECT_THAT(forms(text), ElementsAre("vid", "-5", "grader"));
    QuoteWords words;
    divide_quote(text, LineEnds::kAtLineBreak, words);
    EXPECT_EQ(words.words[1].span.begin, 4U) << text;
  }
}

TEST(QuoteWords, JoinTheDigitsOfANumberAcrossALineEndOfAQuotationAlone) {
  EXPECT_THAT(forms("har 9\n573 öar"), ElementsAre("har", "9573", "öar"));
  EXPECT_THAT(forms("har 9\n573 öar", LineEnds::kNone), ElementsAre("har", "9", "573", "öar"));
}

TEST(QuoteWords, KeepAHangingHyphenAtALineEnd) {
  EXPECT_THAT(forms("kultur-\noch fritid"), ElementsAre("kultur-", "och", "fritid"));
}

TEST(QuoteWords, JoinAcrossABlankOnlyWhenAskedTo) {
  EXPECT_THAT(forms("digi- tala"), ElementsAre("digi-", "tala"));
  EXPECT_THAT(forms("digi- tala", LineEnds::kAtBlank), ElementsAre("digitala"));
  EXPECT_THAT(forms("kultur- och fritid", LineEnds::kAtBlank),
              ElementsAre("kultur-", "och", "fritid"));
}

TEST(QuoteWords, TreatAnyHyphenInsideAWordAlike) {
  EXPECT_EQ(forms("EU-medel"), forms("EU–medel"));
}

TEST(QuoteWords, ReadGroupedDigitsAsOneNumber) {
  EXPECT_THAT(forms("10 000 kronor"), ElementsAre("10000", "kronor"));
  EXPECT_THAT(forms("10\u00A0000"), ElementsAre("10000"));
  EXPECT_THAT(forms("år 2030 100 platser"), ElementsAre("år", "2030", "100", "platser"));
}

TEST(QuoteWords, KeepSeparatorsThatChangeANumber) {
  EXPECT_THAT(forms("2,5 2.5 12:30 10.000"), ElementsAre("2,5", "2.5", "12:30", "10.000"));
}

TEST(QuoteWords, KeepSignsOfMeaning) {
  EXPECT_THAT(forms("5 % och 7 §"), ElementsAre("5", "%", "och", "7", "§"));
  EXPECT_THAT(forms("5%"), ElementsAre("5", "%"));
}

TEST(QuoteWords, TellANegativeNumberFromADash) {
  EXPECT_THAT(forms("ned till –5 grader"), ElementsAre("ned", "till", "-5", "grader"));
  EXPECT_THAT(forms("vi vill – 5 grader"), ElementsAre("vi", "vill", "5", "grader"));
}

TEST(QuoteWords, KeepTheDashOfARangeWhateverItsKind) {
  EXPECT_EQ(marks("2026–2030"), marks("2026 - 2030"));
  EXPECT_EQ(marks("2026–2030"), "|-|");
}

TEST(QuoteWords, CollectThePunctuationBetweenWords) {
  EXPECT_EQ(marks("Vi bygger (ofta), alltid."), "||(|),|.");
}

TEST(QuoteWords, FindMarksOfOmission) {
  for (const std::string_view mark :
       {"…", "...", "[...]", "[…]", "(…)", "(...)", "/.../", "- -", "– –", "[--]"}) {
    EXPECT_THAT(gaps("ett " + std::string(mark) + " två"), ElementsAre(false, true, false)) << mark;
  }
  EXPECT_THAT(gaps("ett – två"), ElementsAre(false, false, false));
  EXPECT_THAT(gaps("ett |---|---:| två"), ElementsAre(false, false, false));
}

TEST(QuoteWords, HaveSpansThatGiveTheirText) {
  const std::string text = "”Håll- bara” städer, 10 000 träd";
  QuoteWords words;
  divide_quote(text, LineEnds::kAtBlank, words);
  std::vector<std::string> surfaces;
  for (const QuoteWord& word : words.words) {
    surfaces.push_back(text.substr(word.span.begin, word.span.size()));
  }
  EXPECT_THAT(surfaces, ElementsAre("Håll- bara", "städer", "10 000", "träd"));
}

TEST(QuoteWords, SurviveAnyBytes) {
  std::string text;
  std::uint32_t seed = 7;
  for (int i = 0; i < 20000; ++i) {
    seed = seed * 1664525 + 1013904223;
    text += static_cast<char>(seed >> 24);
  }
  QuoteWords words;
  divide_quote(text, LineEnds::kAtBlank, words);
  std::uint32_t end = 0;
  for (const QuoteWord& word : words.words) {
    EXPECT_GE(word.span.begin, end);
    EXPECT_GT(word.span.end, word.span.begin);
    end = word.span.end;
  }
  EXPECT_LE(end, text.size());
}

}  // namespace
}  // namespace ordalag
