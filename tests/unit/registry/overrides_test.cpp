#include "core/registry/overrides.hpp"

#include <gtest/gtest.h>

namespace ordalag {
namespace {

class OverridesFile : public ::testing::Test {
 protected:
  Result<Overrides> read(std::string_view text) {
    return Overrides::parse(text, "overrides.toml", themes_, parties_);
  }
  std::string where_of(std::string_view text) {
    const auto overrides = read(text);
    return overrides ? "no error" : overrides.error().where;
  }

  ThemeRegistry themes_ =
      *ThemeRegistry::parse("[[theme]]\nid = \"bostad\"\nsv = \"Bostad\"\n", "themes.toml");
  PartyRegistry parties_ =
      *PartyRegistry::parse("[[party]]\nid = \"G\"\nlabel = \"Grannskapspartiet\"\n", "p.toml");
};

TEST_F(OverridesFile, SaysWhatToChangeInWhichPassages) {
  const auto overrides = read(R"(
[[override]]
document = "program"
add_themes = ["bostad"]

[[override]]
document = "program"
text = """Vi bygger
  för alla"""
themes = []
party = "G"
reason = "står i avtalet"

[[override]]
passage = "a#b#12"
remove_party = ["G"]
)");
  ASSERT_TRUE(overrides.has_value()) << describe(overrides.error());
  ASSERT_EQ(overrides->all().size(), 3U);
  const Override& second = overrides->all()[1];
  EXPECT_EQ(second.text, "Vi bygger för alla");
  ASSERT_TRUE(second.themes.set.has_value());
  EXPECT_TRUE(second.themes.set->empty());
  EXPECT_EQ(second.party.set, std::vector{PartyCode("G")});
  EXPECT_EQ(second.where, "overrides.toml:6");
  EXPECT_EQ(overrides->all()[2].document, DocumentId("a#b"));
  EXPECT_EQ(overrides->of(DocumentId("program")), (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(overrides->of(DocumentId("annat")).empty());
}

TEST_F(OverridesFile, NamesTheLineOfAMistake) {
  EXPECT_EQ(where_of("[[override]]\ndocument = \"d\"\nthemes = [\"bostd\"]\n"), "overrides.toml:3");
  EXPECT_EQ(where_of("[[override]]\ndocument = \"d\"\nadd_party = [\"X\"]\n"), "overrides.toml:3");
  EXPECT_EQ(where_of("[[override]]\ndocument = \"d\"\ntheme = [\"bostad\"]\n"), "overrides.toml:3");
  EXPECT_EQ(where_of("[[override]]\nthemes = [\"bostad\"]\n"), "overrides.toml:1");
  EXPECT_EQ(where_of("[[override]]\ndocument = \"d\"\n"), "overrides.toml:1");
  EXPECT_EQ(where_of("[[override]]\npassage = \"d\"\nthemes = []\n"), "overrides.toml:2");
  EXPECT_EQ(where_of("[[override]]\npassage = \"d#1\"\ndocument = \"d\"\nthemes = []\n"),
            "overrides.toml:2");
}

TEST_F(OverridesFile, ALaterFileIsAppliedAfterAnEarlierOne) {
  auto first = read("[[override]]\ndocument = \"d\"\nthemes = [\"bostad\"]\n");
  auto second = read("[[override]]\ndocument = \"d\"\nthemes = []\n");
  ASSERT_TRUE(first && second);
  first->merge(*std::move(second));
  EXPECT_EQ(first->of(DocumentId("d")), (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(first->all()[1].themes.set->empty());
}

TEST(Overrides, TheFileThatShipsIsReadAndEmpty) {
  const auto overrides = Overrides::load(ORDALAG_SOURCE_DIR "/corpus/overrides.toml", {}, {});
  ASSERT_TRUE(overrides.has_value()) << describe(overrides.error());
  EXPECT_TRUE(overrides->all().empty());
}

}  // namespace
}  // namespace ordalag
