#include "core/text/characters.hpp"

#include <gtest/gtest.h>

namespace ordalag {
namespace {

TEST(Characters, KnowSwedishLettersInBothCases) {
  for (const char32_t c : {U'a', U'å', U'ö', U'é'}) EXPECT_TRUE(is_lower(c) && is_letter(c));
  for (const char32_t c : {U'A', U'Å', U'Ö', U'É'}) EXPECT_TRUE(is_upper(c) && is_letter(c));
  EXPECT_EQ(lower_case("ÅÄÖ Île 2"), "åäö île 2");
}

TEST(Characters, TellHyphensFromDashes) {
  EXPECT_TRUE(is_hyphen('-') && is_hyphen(0x2010) && !is_hyphen(0x2013));
  EXPECT_TRUE(is_dash(0x2013) && is_dash(0x2014) && !is_dash('-'));
}

TEST(Characters, CountNoBreakSpacesAsSpaceAndSoftHyphensAsNothing) {
  for (const char32_t c : {U' ', U'\t', U'\n', U'\f', char32_t{0xA0}, char32_t{0x2009}})
    EXPECT_TRUE(is_space(c) && !is_invisible(c)) << static_cast<unsigned>(c);
  for (const char32_t c : {char32_t{0xAD}, char32_t{0x200B}, char32_t{0xFEFF}, char32_t{3}})
    EXPECT_TRUE(is_invisible(c) && !is_space(c)) << static_cast<unsigned>(c);
}

}  // namespace
}  // namespace ordalag
