#include "core/tagging/apply_overrides.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/tagging/tagging_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kThemes = R"(
[[theme]]
id = "bostad"
sv = "Bostad"
decisive = "bostad"
[[theme]]
id = "hemloshet"
parent = "bostad"
sv = "Hemlöshet"
decisive = "hemlös"
[[theme]]
id = "miljo"
sv = "Miljö"
decisive = "klimat"
)";
constexpr std::string_view kParties = R"(
[[party]]
id = "G"
label = "Grannskapspartiet"
[[party]]
id = "F"
label = "Friborgarna"
)";

class ApplyOverrides : public ::testing::Test {
 protected:
  void SetUp() override {
    DocumentBuilder builder;
    document_ = tagged(tagger_, builder.passage("Klimatet är viktigt.")
                                    .passage("Hemlösa ska få en bostad.")
                                    .build());
    document_.facts.id = DocumentId("program");
    document_.facts.attribution = {{PartyCode("G")}, Ground::kTitle, {}};
    for (std::size_t i = 0; i < document_.passages.size(); ++i) {
      document_.passages[i].id = PassageId("program#" + std::to_string(i + 1));
      document_.passages[i].attribution = document_.facts.attribution;
    }
  }

  std::vector<std::size_t> apply(std::string_view toml) {
    const auto overrides = Overrides::parse(toml, "overrides.toml", tagger_.registry(), parties_);
    EXPECT_TRUE(overrides.has_value()) << (overrides ? "" : describe(overrides.error()));
    return apply_overrides(*overrides, tagger_.registry(), document_);
  }
  const Passage& passage(std::size_t number) { return document_.passages[number]; }

  Tagger tagger_{themes_of(kThemes), test_analyser()};
  PartyRegistry parties_ = *PartyRegistry::parse(kParties, "parties.toml");
  Document document_;
};

TEST_F(ApplyOverrides, SettingThemesReplacesWhatWasFound) {
  apply("[[override]]\npassage = \"program#1\"\nthemes = [\"hemloshet\"]\n");
  EXPECT_THAT(ids(passage(0)), ElementsAre("bostad", "hemloshet"));
  const auto& tag = passage(0).themes.front();
  EXPECT_EQ(tag.ground, ThemeGround::kOverride);
  EXPECT_EQ(tag.score, 1);
  EXPECT_THAT(tag.evidence, ElementsAre(CodePointSpan{0, 20}));
  EXPECT_THAT(ids(passage(1)), ElementsAre("bostad", "hemloshet")) << "the other is left alone";
  EXPECT_EQ(passage(1).themes.front().ground, ThemeGround::kText);
}

TEST_F(ApplyOverrides, AddingKeepsWhatWasFoundBehindIt) {
  apply("[[override]]\ndocument = \"program\"\ntext = \"Klimatet är viktigt.\"\n"
        "add_themes = [\"bostad\"]\n");
  EXPECT_THAT(ids(passage(0)), ElementsAre("bostad", "miljo"));
}

TEST_F(ApplyOverrides, RemovingAnAreaTakesItsSubThemes) {
  apply("[[override]]\ndocument = \"program\"\nremove_themes = [\"bostad\"]\n");
  EXPECT_THAT(ids(passage(1)), IsEmpty());
  EXPECT_THAT(ids(passage(0)), ElementsAre("miljo"));
}

TEST_F(ApplyOverrides, ThePartyOfADocumentIsThatOfItsPassages) {
  apply("[[override]]\ndocument = \"program\"\nparty = [\"F\"]\n");
  EXPECT_THAT(document_.facts.attribution.party, ElementsAre(PartyCode("F")));
  EXPECT_EQ(document_.facts.attribution.party_ground, Ground::kOverride);
  EXPECT_THAT(passage(1).attribution.party, ElementsAre(PartyCode("F")));
}

TEST_F(ApplyOverrides, ThePartyOfAPassageIsItsOwn) {
  apply("[[override]]\npassage = \"program#2\"\nremove_party = [\"G\"]\n"
        "[[override]]\npassage = \"program#1\"\nadd_party = [\"F\"]\n");
  EXPECT_THAT(passage(1).attribution.party, IsEmpty());
  EXPECT_EQ(passage(1).attribution.party_ground, std::nullopt);
  EXPECT_THAT(passage(0).attribution.party, ElementsAre(PartyCode("F"), PartyCode("G")));
  EXPECT_EQ(document_.facts.attribution.party_ground, Ground::kTitle);
}

TEST_F(ApplyOverrides, TellsWhichFoundTheirTarget) {
  const auto applied = apply(
      "[[override]]\npassage = \"program#9\"\nthemes = []\n"
      "[[override]]\ndocument = \"program\"\ntext = \"Annat.\"\nthemes = []\n"
      "[[override]]\ndocument = \"annat\"\nthemes = []\n"
      "[[override]]\npassage = \"program#1\"\nthemes = []\n");
  EXPECT_THAT(applied, ElementsAre(3U));
}

}  // namespace
}  // namespace ordalag
