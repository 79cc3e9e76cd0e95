#include "core/base/years.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace ordalag {
namespace {

std::pair<int, int> read(std::string_view date) {
  const auto years = years_of(date);
  return years ? std::pair(years->first, years->last) : std::pair(0, 0);
}

TEST(Years, AreThoseThatADateOrPeriodCovers) {
  EXPECT_EQ(read("2026"), std::pair(2026, 2026));
  EXPECT_EQ(read("2021-07-05"), std::pair(2021, 2021));
  EXPECT_EQ(read("2022/2026"), std::pair(2022, 2026));
  EXPECT_EQ(read("2022-09/2026-09"), std::pair(2022, 2026));
}

TEST(Years, AreNoneWhereNoYearStands) {
  EXPECT_FALSE(years_of(""));
  EXPECT_FALSE(years_of("i fjol"));
  EXPECT_FALSE(years_of("202"));
}

TEST(Years, OfAPeriodThatEndsBeforeItBeginsAreTheFirst) {
  EXPECT_EQ(read("2022/2018"), std::pair(2022, 2022));
  EXPECT_EQ(read("2022/"), std::pair(2022, 2022));
}

}  // namespace
}  // namespace ordalag
