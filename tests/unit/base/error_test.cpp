#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <set>

namespace ordalag {
namespace {

constexpr int kCodes = static_cast<int>(ErrorCode::kInternal) + 1;

TEST(ErrorTable, HasOneRowForEveryCode) {
  std::set<std::string_view> names;
  for (int i = 0; i < kCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    EXPECT_EQ(info(code).code, code) << "code number " << i;
    EXPECT_TRUE(names.insert(info(code).name).second) << info(code).name << " stands twice";
  }
}

TEST(ErrorTable, GivesTheExitStatusesOfTheContract) {
  EXPECT_EQ(info(ErrorCode::kUsage).exit_status, 2);
  EXPECT_EQ(info(ErrorCode::kBadQuery).exit_status, 2);
  EXPECT_EQ(info(ErrorCode::kBadConfig).exit_status, 2);
  EXPECT_EQ(info(ErrorCode::kNoIndex).exit_status, 3);
  EXPECT_EQ(info(ErrorCode::kIndexMismatch).exit_status, 3);
  EXPECT_EQ(info(ErrorCode::kLocked).exit_status, 75);
  EXPECT_EQ(info(ErrorCode::kSourceFailures).exit_status, 1);
}

TEST(Describe, SaysPlaceMessageColumnAndHint) {
  const Error error{ErrorCode::kBadQuery, "unclosed quotation mark", "add a second \"", "q", 7};
  EXPECT_EQ(describe(error), "q: unclosed quotation mark (column 7)\n  add a second \"");
}

TEST(Describe, LeavesOutWhatIsNotThere) {
  const Error error{ErrorCode::kNoIndex, "no index here", "", "", std::nullopt};
  EXPECT_EQ(describe(error), "no index here");
}

}  // namespace
}  // namespace ordalag
