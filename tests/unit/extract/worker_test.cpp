#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "core/base/process.hpp"
#include "indexer/extract/worker/extract_file.hpp"
#include "indexer/extract/worker/extraction_json.hpp"
#include "tests/unit/extract/pdf_maker.hpp"
#include "tests/unit/extract/reading_of.hpp"
#include "tests/unit/extract/zip_maker.hpp"

namespace ordalag::extract {
namespace {

using test::PdfMaker;
using test::texts_of;
using ::testing::Contains;
using ::testing::ElementsAre;

TEST(Worker, ReadsAFileInAProcessOfItsOwn) {
  PdfMaker maker;
  maker.page().lines(50, 100, {"Kommunen ska bygga fler hyresrätter."});
  const auto extracted = extract_file({FileKind::kPdf, maker.finish()});
  ASSERT_TRUE(extracted) << extracted.error().message;
  EXPECT_THAT(texts_of(*extracted), ElementsAre("Kommunen ska bygga fler hyresrätter."));
  EXPECT_EQ(extracted->pages.size(), 1U);
}

TEST(Worker, HasLimitsOnEveryKernelAndTheSystemCallFilterOnThisOne) {
  const auto guards = active_guards();
  ASSERT_TRUE(guards) << guards.error().message;
  EXPECT_THAT(*guards, Contains("rlimits"));
  EXPECT_THAT(*guards, Contains("no_new_privileges"));
  EXPECT_THAT(*guards, Contains("seccomp"));
}

TEST(Worker, ReportsABombAsTooLarge) {
  const std::string bomb =
      test::zip_of({{"word/document.xml", std::string(300'000'000, ' ')}});
  const auto extracted = extract_file({FileKind::kDocx, bomb});
  ASSERT_FALSE(extracted);
  EXPECT_EQ(extracted.error().code, ErrorCode::kTooLarge);
}

TEST(Worker, ReportsABrokenFileAsBadInput) {
  const auto extracted = extract_file({FileKind::kPdf, "%PDF-1.4 broken"});
  ASSERT_FALSE(extracted);
  EXPECT_EQ(extracted.error().code, ErrorCode::kBadInput);
}

TEST(Process, EndsWhatTakesTooLong) {
  const auto end = run_process("/bin/sleep", {"60"}, {}, {1, 1000});
  ASSERT_TRUE(end);
  EXPECT_TRUE(end->timed_out);
}

TEST(Process, EndsWhatWritesTooMuch) {
  const auto end = run_process("/bin/cat", {"/dev/zero"}, {}, {20, 100'000});
  ASSERT_TRUE(end);
  EXPECT_TRUE(end->too_much_output);
}

TEST(Process, GivesTheInputToTheProgram) {
  const auto end = run_process("/bin/cat", {}, "hej", {20, 1000});
  ASSERT_TRUE(end);
  EXPECT_EQ(end->output, "hej");
  EXPECT_EQ(end->exit_status, 0);
}

TEST(Process, SaysWhenAProgramIsMissing) {
  const auto end = run_process("/nowhere/program", {}, {}, {});
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().code, ErrorCode::kInternal);
}

TEST(ExtractionJson, ComesBackAsItWentOut) {
  PdfMaker maker;
  maker.page().lines(50, 100, {"Kommunen ska bygga.", "Och bygga mer."});
  const auto extracted = extract_file({FileKind::kPdf, maker.finish()});
  ASSERT_TRUE(extracted);
  const auto again = from_json_lines(to_json_lines(*extracted, {"seccomp"}));
  ASSERT_TRUE(again);
  EXPECT_EQ(texts_of(*again), texts_of(*extracted));
  EXPECT_EQ(again->lines.front().box, extracted->lines.front().box);
  EXPECT_EQ(again->pages, extracted->pages);
}

TEST(ExtractionJson, RefusesOutputThatIsCut) {
  PdfMaker maker;
  maker.page().lines(50, 100, {"Kommunen ska bygga."});
  const auto extracted = extract_file({FileKind::kPdf, maker.finish()});
  ASSERT_TRUE(extracted);
  const std::string output = to_json_lines(*extracted, {});
  EXPECT_FALSE(from_json_lines(output.substr(0, output.rfind('{'))));
  EXPECT_FALSE(from_json_lines(output.substr(0, output.size() / 2)));
  EXPECT_FALSE(from_json_lines(""));
  EXPECT_FALSE(from_json_lines("[1]\n"));
}

TEST(FileKind, IsToldByTheBytesBeforeTheName) {
  EXPECT_EQ(kind_of_file("%PDF-1.7\n", "a.txt"), FileKind::kPdf);
  EXPECT_EQ(kind_of_file(test::docx_of(""), "a.zip"), FileKind::kDocx);
  EXPECT_EQ(kind_of_file(test::odt_of(""), "a"), FileKind::kOdt);
  EXPECT_EQ(kind_of_file("\n<!DOCTYPE HTML><p>", "a"), FileKind::kHtml);
  EXPECT_EQ(kind_of_file("{\\rtf1", "a"), FileKind::kRtf);
  EXPECT_EQ(kind_of_file("Vi vill bygga.", "a.txt"), std::nullopt);
  EXPECT_EQ(kind_of_file("Vi vill bygga.", "A.HTM"), FileKind::kHtml);
}

}  // namespace
}  // namespace ordalag::extract
