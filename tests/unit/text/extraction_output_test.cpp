#include "core/text/extraction_output.hpp"

#include <gtest/gtest.h>

namespace ordalag::extraction_output {
namespace {

TEST(ExtractionOutput, IsTakenLineByLine) {
  std::string_view rest = "{\"number\":4,\"text\":\"Fler bänkar\"}\n{\"lines\":1}\n";
  const auto line = take_line(rest);
  ASSERT_TRUE(line);
  EXPECT_EQ(text_at(*line, "text"), "Fler bänkar");
  EXPECT_EQ(number_at(*line, "number"), 4U);
  const auto last = take_line(rest);
  ASSERT_TRUE(last);
  EXPECT_EQ(number_at(*last, "lines"), 1U);
  EXPECT_TRUE(rest.empty());
}

TEST(ExtractionOutput, OfWhichTheEndIsMissingIsMalformed) {
  for (const std::string_view cut : {"", "{\"number\":4", "{\"number\":4}", "[1]\n", "4\n"}) {
    std::string_view rest = cut;
    const auto line = take_line(rest);
    ASSERT_FALSE(line) << cut;
    EXPECT_EQ(line.error().code, ErrorCode::kInternal) << cut;
  }
}

TEST(ExtractionOutput, HandsOnTheErrorThatItReports) {
  std::string_view rest = R"({"error":{"code":"too_large","message":"stort","hint":"dela"}})" "\n";
  const auto line = take_line(rest);
  ASSERT_FALSE(line);
  EXPECT_EQ(info(line.error().code).name, "too_large");
  EXPECT_EQ(line.error().message, "stort");
  EXPECT_EQ(line.error().hint, "dela");
}

TEST(ExtractionOutput, OfAnotherTypeIsItsDefault) {
  std::string_view rest = R"({"text":7,"number":-3,"box":[1,2,3],"lines":"x","at":[1.5,"y"]})" "\n";
  const auto line = take_line(rest);
  ASSERT_TRUE(line);
  EXPECT_EQ(text_at(*line, "text"), "");
  EXPECT_EQ(number_at(*line, "number"), 0U);
  EXPECT_EQ(number_at(*line, "lines"), 0U);
  EXPECT_FALSE(box_of(*line));
  EXPECT_FLOAT_EQ(real_from(array_at(*line, "at")[0]), 1.5F);
  EXPECT_FLOAT_EQ(real_from(array_at(*line, "at")[1]), 0);
  EXPECT_TRUE(array_at(*line, "absent").empty());
}

TEST(ExtractionOutput, PlacesALineOnItsPage) {
  std::string_view rest = R"({"page":2,"box":[10,20.5,30,40]})" "\n";
  const auto line = take_line(rest);
  ASSERT_TRUE(line);
  const auto box = box_of(*line);
  ASSERT_TRUE(box);
  EXPECT_EQ(box->page, 2U);
  EXPECT_FLOAT_EQ(box->top, 20.5F);
}

}  // namespace
}  // namespace ordalag::extraction_output
