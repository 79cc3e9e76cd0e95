#include "core/text/utf8.hpp"

#include <gtest/gtest.h>

namespace ordalag {
namespace {

TEST(Utf8, CountsCodePointsInTextsOfEveryLength) {
  std::string text;
  for (std::uint32_t count = 0; count < 40; ++count) {
    EXPECT_EQ(count_code_points(text), count) << text;
    text += count % 3 == 0 ? "å" : count % 3 == 1 ? "a" : "€";
  }
}

TEST(Utf8, FindsTheFirstByteThatIsNotUtf8) {
  EXPECT_EQ(first_invalid_utf8("Ett samhälle för alla, hela livet"), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("abc\xE5"), 3U);             // Latin-1 å
  EXPECT_EQ(first_invalid_utf8("abcdefgh\xC3"), 8U);        // a cut å
  EXPECT_EQ(first_invalid_utf8("\xC0\x80"), 0U);            // overlong
  EXPECT_EQ(first_invalid_utf8("ab\xED\xA0\x80"), 2U);      // a surrogate
}

TEST(Utf8, GoesFromCodePointsToBytesAndBack) {
  const std::string text = "Barn- och äldreomsorgen på åtta år";
  for (std::uint32_t index = 0; index < count_code_points(text); ++index) {
    const std::size_t byte = byte_of_code_point(text, index);
    EXPECT_EQ(count_code_points(std::string_view(text).substr(0, byte)), index);
  }
  EXPECT_EQ(byte_of_code_point(text, 1000), text.size());
}

TEST(Utf8, CountsAlongARisingSequenceOfBytes) {
  const std::string text = "åäö abc åäö";
  CodePointCounter counter(text);
  EXPECT_EQ(counter.at(2), 1U);
  EXPECT_EQ(counter.at(7), 4U);
  EXPECT_EQ(counter.at(text.size()), 11U);
  EXPECT_EQ(counter.at(4), 2U);  // backwards too
}

TEST(Utf8, ReadsTheCharacterBeforeAPlace) {
  EXPECT_EQ(code_point_before("rå", 3).value, U'å');
  EXPECT_EQ(code_point_before("rå", 1).value, U'r');
  EXPECT_EQ(code_point_before("rå", 0).bytes, 0U);
}

TEST(Utf8, StepsByCodePointsWithinTheText) {
  const std::string_view text = "å a €";  // 2 + 1 + 1 + 1 + 3 bytes
  EXPECT_EQ(step_on(text, 0, 1), 2U);
  EXPECT_EQ(step_on(text, 2, 3), 5U);
  EXPECT_EQ(step_on(text, 2, 9), text.size());
  EXPECT_EQ(step_back(text, text.size(), 1), 5U);
  EXPECT_EQ(step_back(text, 5, 4), 0U);
  EXPECT_EQ(step_back(text, 2, 0), 2U);
}

}  // namespace
}  // namespace ordalag
