#include <gtest/gtest.h>

#include "indexer/reading/line_limit.hpp"
#include "tests/unit/indexer/reading_fixture.hpp"

namespace ordalag {
namespace {

TEST(BadInput, IsNamedWithItsFile) {
  const Error empty = error_of("", "/sources/tom.txt");
  EXPECT_EQ(empty.code, ErrorCode::kBadInput);
  EXPECT_EQ(empty.where, "/sources/tom.txt");
  EXPECT_EQ(empty.message, "the file is empty");
}

TEST(BadInput, IsAFileWithoutText) {
  EXPECT_EQ(error_of(" \n\n\f\n").code, ErrorCode::kBadInput);
  EXPECT_EQ(error_of("---\ndate: 2024\n---\n", "/sources/tom.md").code, ErrorCode::kBadInput);
}

TEST(BadInput, IsDamagedUtf8AtItsByte) {
  EXPECT_EQ(error_of("åäö åäö \xFF åäö").message, "invalid UTF-8 at byte 14");
}

TEST(BadInput, IsALineThatIsLongerThanAnyTextHas) {
  const std::string usual = "Kommunen ska bygga fler bostäder.\r\n\r\n";
  const Error error = error_of(usual + std::string(kMaxLine + 1, 'a') + "\n", "/sources/rad.txt");
  EXPECT_EQ(error.code, ErrorCode::kTooLarge);
  EXPECT_EQ(error.where, "/sources/rad.txt:3");
  EXPECT_EQ(error_of(std::string(kMaxLine + 1, 'a'), "/sources/rad.md").where, "/sources/rad.md:1");
}

TEST(Formats, ThatAreNotReadAreNamed) {
  EXPECT_EQ(error_of("abc", "/sources/kalkyl.xlsx").code, ErrorCode::kUnsupported);
  EXPECT_NE(error_of("abc", "/sources/kalkyl.xlsx").message.find("XLSX"), std::string::npos);
  const Error png = error_of("\x89PNG\r\n\x1A\n", "/sources/bild.txt");
  EXPECT_EQ(png.code, ErrorCode::kUnsupported);
  EXPECT_NE(png.message.find("PNG"), std::string::npos);
}

}  // namespace
}  // namespace ordalag
