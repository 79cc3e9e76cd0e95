#include "core/text/normalise.hpp"

#include <gtest/gtest.h>

namespace ordalag {
namespace {

TEST(Normalise, ComposesDecomposedLetters) {
  EXPECT_EQ(composed("a\xCC\x8Ar o\xCC\x88ver"), "år över");
  EXPECT_FALSE(is_composed("a\xCC\x8Ar"));
}

TEST(Normalise, LeavesComposedTextAsItIs) {
  for (const char* text : {"", "år över ö – “citat” …", "ﬁn ligatur", "Привет 😀"}) {
    EXPECT_TRUE(is_composed(text)) << text;
    EXPECT_EQ(composed(text), text);
  }
}

}  // namespace
}  // namespace ordalag
