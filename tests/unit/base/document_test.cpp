#include "core/base/document.hpp"

#include <gtest/gtest.h>

namespace ordalag {
namespace {

TEST(Ground, NameAndValueAreEachOthersInverse) {
  for (const Ground ground : {Ground::kCatalogue, Ground::kTitle, Ground::kSignature,
                              Ground::kHeading, Ground::kFilename, Ground::kMetadata,
                              Ground::kOverride}) {
    ASSERT_FALSE(name(ground).empty());
    EXPECT_EQ(ground_from_name(name(ground)), ground);
  }
  EXPECT_EQ(ground_from_name("gissning"), std::nullopt);
}

TEST(PassageKind, NameAndValueAreEachOthersInverse) {
  for (const PassageKind kind : {PassageKind::kParagraph, PassageKind::kListItem,
                                 PassageKind::kTableRow, PassageKind::kHeading}) {
    ASSERT_FALSE(name(kind).empty());
    EXPECT_EQ(passage_kind_from_name(name(kind)), kind);
  }
  EXPECT_EQ(passage_kind_from_name(""), std::nullopt);
}

TEST(ThemeGround, NameAndValueAreEachOthersInverse) {
  for (const ThemeGround ground : {ThemeGround::kText, ThemeGround::kLeadIn, ThemeGround::kSection,
                                   ThemeGround::kOverride}) {
    ASSERT_FALSE(name(ground).empty());
    EXPECT_EQ(theme_ground_from_name(name(ground)), ground);
  }
  EXPECT_EQ(theme_ground_from_name("rubrik"), std::nullopt);
}

TEST(Document, GivesTheTextOfAPassage) {
  Document document;
  document.text = "Bygg fler bostäder\nInför sex timmars arbetsdag";
  Passage passage;
  passage.bytes = {20, static_cast<std::uint32_t>(document.text.size())};
  EXPECT_EQ(document.text_of(passage), "Inför sex timmars arbetsdag");
}

}  // namespace
}  // namespace ordalag
