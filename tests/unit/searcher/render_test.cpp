#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <string>

#include "searcher/render/csv.hpp"
#include "searcher/render/display_width.hpp"
#include "searcher/render/json_text.hpp"
#include "searcher/render/styled_text.hpp"
#include "searcher/render/trec.hpp"

namespace ordalag {
namespace {

TEST(JsonText, WritesNumbersPlainlyAndReadsBack) {
  const boost::json::value value{
      {"score", 0.4}, {"text", "rad\n\"två\" åäö\u2028"}, {"none", nullptr}, {"list", {1, -2}}};
  const std::string text = to_text(value);
  EXPECT_TRUE(text.starts_with("{\"score\":0.4,")) << text;
  EXPECT_EQ(boost::json::parse(text), value);
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("åäö"), 3U);
  EXPECT_EQ(display_width("a\u030A"), 1U);
  EXPECT_EQ(display_width("漢"), 2U);
  EXPECT_EQ(display_width("\u00AD"), 0U);
}

TEST(StyledText, BreaksBetweenWordsAtTheWidth) {
  StyledText text;
  text.add("ett två tre fyra");
  EXPECT_EQ(text.wrapped(8, "", Colour::kOff), "ett två\ntre fyra\n");
  EXPECT_EQ(text.wrapped(9, "  ", Colour::kOff), "  ett två\n  tre\n  fyra\n");
}

TEST(StyledText, PutsAWordTooLongOnALineOfItsOwn) {
  StyledText text;
  text.add("en hyresgästförening till");
  EXPECT_EQ(text.wrapped(10, "", Colour::kOff), "en\nhyresgästförening\ntill\n");
}

TEST(StyledText, StylesWithinAWordAndNeverOverALineEnd) {
  StyledText text;
  text.add("bo").add("stad", Style::kStrong).add("en");
  EXPECT_EQ(text.wrapped(20, "", Colour::kOn), "bo\x1b[1mstad\x1b[0men\n");
  EXPECT_EQ(text.wrapped(20, "", Colour::kOff), "bostaden\n");
  StyledText two;
  two.add("ett två", Style::kStrong);
  EXPECT_EQ(two.wrapped(4, "", Colour::kOn), "\x1b[1mett\x1b[0m\n\x1b[1mtvå\x1b[0m\n");
}

TEST(Csv, QuotesWhatNeedsIt) {
  EXPECT_EQ(csv_record({"a", "b,c", "d\"e", "f\ng", ""}), "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
}

TEST(Trec, NumbersTheRanking) {
  EXPECT_EQ(trec_lines("q7", {{"a", 2.5}, {"b", 1}}),
            "q7 Q0 a 1 2.500000 ordalag\nq7 Q0 b 2 1.000000 ordalag\n");
}

}  // namespace
}  // namespace ordalag
