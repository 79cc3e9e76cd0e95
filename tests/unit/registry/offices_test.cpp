#include "core/registry/offices.hpp"

#include <gtest/gtest.h>

namespace ordalag {
namespace {

TEST(Offices, AreKnownWholeAsEndsOfCompoundsAndInTheDefiniteForm) {
  for (const char* office : {"talman", "Statsrådet", "kommunstyrelseordförande", "Gruppledaren",
                             "utbildningsminister,", "ordföranden", "språkröret"})
    EXPECT_TRUE(is_office(office)) << office;
}

TEST(Offices, AreKnownAbbreviated) {
  EXPECT_TRUE(is_office("migrationsmin."));
  EXPECT_FALSE(is_office("min"));
}

TEST(Offices, AreNoNames) {
  for (const char* name : {"Benjamin", "Lundmark", "Holm", "Konrad", "vice", ""})
    EXPECT_FALSE(is_office(name)) << name;
}

}  // namespace
}  // namespace ordalag
