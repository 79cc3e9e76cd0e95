#include "core/text/slice_proof.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/text/marked_slice.hpp"

namespace ordalag {
namespace {

struct Evidence {
  std::string format = "text";
  std::string charset = "UTF-8";
  std::optional<LineRange> printed = {};
  std::vector<LeftOut> left_out = {};
};

// Whether the marked slice gives `text`. Lines of the source count from 1.
bool proves(std::string_view marked, std::string_view text, const Evidence& evidence = {}) {
  const MarkedSlice source = unmarked(marked);
  Provenance provenance;
  std::uint32_t first = 1;
  for (std::size_t at = 0; at < source.begin; ++at) first += source.source[at] == '\n' ? 1 : 0;
  std::uint32_t last = first;
  for (const char c : source.slice()) last += c == '\n' ? 1 : 0;
  provenance.lines = LineRange{first, last};
  provenance.printed_lines = evidence.printed;
  SourceInfo info;
  info.format = evidence.format;
  info.charset = evidence.charset;
  return gives({source.slice(), text, provenance, info, evidence.left_out});
}

TEST(SliceProof, TakesLineBreaksAndWideSpaceForOneSpace) {
  EXPECT_TRUE(proves("x\n[[Vi ska  bygga\n fler\xC2\xA0hem.]] \n", "Vi ska bygga fler hem."));
  EXPECT_TRUE(proves("[[Vi ska\r\n\r\nbygga.]]", "Vi ska bygga."));
  EXPECT_TRUE(proves("[[Vi ska\n\f\nbygga.]]", "Vi ska bygga."));
}

TEST(SliceProof, RefusesAnyOtherDifference) {
  EXPECT_FALSE(proves("[[Vi ska bygga.]]", "Vi ska inte bygga."));
  EXPECT_FALSE(proves("[[Vi ska inte bygga.]]", "Vi ska bygga."));
  EXPECT_FALSE(proves("[[Vi ska bygga.]]", "Vi ska bygga"));
  EXPECT_FALSE(proves("[[Vi ska bygga]]", "Vi ska bygga."));
  EXPECT_FALSE(proves("[[skydds nätet]]", "skyddsnätet"));
  EXPECT_FALSE(proves("[[skyddsnätet]]", "skydds nätet"));
  EXPECT_FALSE(proves("[[12 skolor]]", "13 skolor"));
  EXPECT_FALSE(proves("[[Vi ”ska”]]", "Vi \"ska\""));
}

TEST(SliceProof, TakesALineEndHyphenInAllThreeWays) {
  EXPECT_TRUE(proves("[[arbets-\nmarknad]]", "arbetsmarknad"));
  EXPECT_TRUE(proves("[[EU-\nmedlem]]", "EU-medlem"));
  EXPECT_TRUE(proves("[[stöd- \neller råd]]", "stöd- eller råd"));
  EXPECT_FALSE(proves("[[stöd- eller råd]]", "stödeller råd"));
  EXPECT_FALSE(proves("[[EU-medlem]]", "EUmedlem"));
}

TEST(SliceProof, SkipsSoftHyphensAndOtherInvisibleCharacters) {
  EXPECT_TRUE(proves("[[sam\xC2\xADhälle\xE2\x80\x8B]]", "samhälle"));
}

TEST(SliceProof, ComposesLetters) {
  EXPECT_TRUE(proves("[[a\xCC\x8Atta a\xCC\x8Ar]]", "åtta år"));
}

TEST(SliceProof, SkipsMarginNumbersWithinThePrintedLines) {
  const Evidence numbered{.printed = LineRange{7, 9}};
  EXPECT_TRUE(proves("[[Vi ska 7\nbygga  8\nfler hem.]] 9", "Vi ska bygga fler hem.", numbered));
  EXPECT_TRUE(proves("7 [[Vi ska\n8 bygga\n9 fler hem.]]", "Vi ska bygga fler hem.", numbered));
  EXPECT_TRUE(proves("[[Vi ska 7\n 8\nbygga.]] 9", "Vi ska bygga.", numbered));
  EXPECT_TRUE(proves("[[arbets- 7\nmarknad]] 8", "arbetsmarknad", numbered));
}

TEST(SliceProof, KeepsNumbersThatBelongToTheText) {
  const Evidence numbered{.printed = LineRange{7, 9}};
  EXPECT_FALSE(proves("[[Vi ska 7\nbygga 30\nhem.]]", "Vi ska bygga hem.", numbered));
  EXPECT_TRUE(proves("[[Vi ska 7\nbygga 8 hem 8\nnu.]] 9", "Vi ska bygga 8 hem nu.", numbered));
  EXPECT_FALSE(proves("[[Vi ska 7\nbygga.]]", "Vi ska bygga."));
}

TEST(SliceProof, SkipsLinesThatTheDocumentLeftOutAndNoOthers) {
  const Evidence header{.left_out = {{"running_header", 1, {{2, 2}}}}};
  EXPECT_TRUE(proves("[[Vi ska\nPROGRAM | 7\nbygga.]]", "Vi ska bygga.", header));
  EXPECT_FALSE(proves("[[Vi ska\nPROGRAM | 7\nbygga.]]", "Vi ska bygga."));
  const Evidence margin{.left_out = {{"margin_number", 1, {{2, 2}}}}};
  EXPECT_FALSE(proves("[[Vi ska\ninte\nbygga.]]", "Vi ska bygga.", margin));
}

TEST(SliceProof, SkipsMarkupOfMarkdownThere) {
  const Evidence markdown{.format = "markdown"};
  EXPECT_TRUE(proves("[[Vi **ska** _bygga_ [hem](https://x.se) nu.]]"
                     , "Vi ska bygga hem nu.", markdown));
  EXPECT_TRUE(proves("> [[Vi ska\n> bygga.]]", "Vi ska bygga.", markdown));
  EXPECT_TRUE(proves("[[2 \\* 3]]", "2 * 3", markdown));
  EXPECT_FALSE(proves("[[Vi **ska** bygga.]]", "Vi ska bygga."));
  EXPECT_TRUE(proves("[[arbets-\n` marknad]]", "arbetsmarknad", markdown));
  EXPECT_FALSE(proves("[[arbets-\n` ]marknad]]", "arbetsmarknad", markdown));
}

TEST(SliceProof, DecodesTheSliceByTheCharsetOfItsFile) {
  const Evidence latin{.charset = "windows-1252"};
  EXPECT_TRUE(proves("[[sm\xE5 h\xF6ns]]", "små höns", latin));
}

TEST(SliceProof, SaysWhereTheTwoPart) {
  Provenance provenance;
  SourceInfo info;
  info.charset = "UTF-8";
  const std::vector<LeftOut> none;
  const auto status = prove({"Vi ska bygga.", "Vi ska riva.", provenance, info, none});
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kCheckFailed);
  EXPECT_NE(status.error().message.find("riva."), std::string::npos);
}

}  // namespace
}  // namespace ordalag
