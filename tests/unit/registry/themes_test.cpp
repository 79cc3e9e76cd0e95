#include "core/registry/themes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace ordalag {
namespace {

using ::testing::HasSubstr;

ThemeRegistry parsed(std::string_view text) {
  auto registry = ThemeRegistry::parse(text, "themes.toml");
  EXPECT_TRUE(registry.has_value()) << (registry ? "" : describe(registry.error()));
  return registry ? *std::move(registry) : ThemeRegistry();
}

Error error_of(std::string_view text) {
  auto registry = ThemeRegistry::parse(text, "themes.toml");
  EXPECT_FALSE(registry.has_value());
  return registry ? Error() : registry.error();
}

constexpr std::string_view kTwo = R"(
[[theme]]
id = "bostad"
sv = "Bostad"
en = "Housing"
definition = "Om bostäder."
comparative_agendas = ["14"]
manifesto = ["504"]
decisive = """
  bostad, |hus|,
  bostad   först
"""
against = "-hus"

[[theme]]
id = "hemloshet"
parent = "bostad"
sv = "Hemlöshet"
decisive = "hemlös, vräkning-, =hemlösa"
)";

TEST(ThemeRegistry, ReadsThemesWithVocabularyInItsNotation) {
  const ThemeRegistry registry = parsed(kTwo);
  const Theme* housing = registry.find(ThemeId("bostad"));
  ASSERT_NE(housing, nullptr);
  EXPECT_EQ(housing->label_en, "Housing");
  EXPECT_FALSE(housing->parent.has_value());
  ASSERT_EQ(housing->vocabulary.size(), 4U);
  EXPECT_EQ(housing->vocabulary[0].scope, TermScope::kAnywhere);
  EXPECT_EQ(housing->vocabulary[0].weight(), 4);
  EXPECT_EQ(housing->vocabulary[1].scope, TermScope::kWord);
  EXPECT_EQ(housing->vocabulary[2].scope, TermScope::kPhrase);
  EXPECT_EQ(housing->vocabulary[2].text, "bostad först");
  EXPECT_EQ(housing->vocabulary[3].scope, TermScope::kHead);
  EXPECT_EQ(housing->vocabulary[3].weight(), -2);

  const Theme* homeless = registry.find(ThemeId("hemloshet"));
  ASSERT_NE(homeless, nullptr);
  EXPECT_EQ(homeless->parent, ThemeId("bostad"));
  EXPECT_EQ(homeless->label_en, "Hemlöshet");
  EXPECT_EQ(homeless->vocabulary[1].scope, TermScope::kModifier);
  EXPECT_EQ(homeless->vocabulary[2].scope, TermScope::kForm);
  EXPECT_EQ(registry.parent_of(1), 0U);
  EXPECT_EQ(registry.parent_of(0), std::nullopt);
}

TEST(ThemeRegistry, WritesTextThatReadsBackTheSame) {
  const ThemeRegistry registry = parsed(kTwo);
  const ThemeRegistry again = parsed(registry.text());
  EXPECT_EQ(again.text(), registry.text());
  EXPECT_EQ(again.themes()[0].vocabulary, registry.themes()[0].vocabulary);
}

TEST(ThemeRegistry, AFurtherFileAddsThemesAndReplacesTheFieldsItGives) {
  ThemeRegistry registry = parsed(kTwo);
  ASSERT_TRUE(registry
                  .add_text("[[theme]]\nid = \"bostad\"\nsv = \"Boende\"\nagainst = \"växthus\"\n"
                            "[[theme]]\nid = \"ponnyer\"\nsv = \"Ponnyer\"\n",
                            "mine.toml")
                  .has_value());
  const Theme* housing = registry.find(ThemeId("bostad"));
  EXPECT_EQ(housing->label, "Boende");
  EXPECT_EQ(housing->label_en, "Housing");
  EXPECT_EQ(housing->vocabulary.size(), 4U);
  EXPECT_EQ(housing->vocabulary.back().text, "växthus");
  EXPECT_NE(registry.find(ThemeId("ponnyer")), nullptr);
}

TEST(ThemeRegistry, AFileWithAMistakeLeavesTheRegistryAsItWas) {
  ThemeRegistry registry = parsed(kTwo);
  EXPECT_FALSE(registry.add_text("[[theme]]\nid = \"a\"\nsv = \"A\"\n[[theme]]\nid = \"b\"\n", "x"));
  EXPECT_EQ(registry.themes().size(), 2U);
}

TEST(ThemeRegistry, NamesTheLineOfAMistake) {
  EXPECT_EQ(error_of("[[theme]]\nid = \"a\"\nsv = \"A\"\ndecisve = \"x\"\n").where, "themes.toml:4");
  EXPECT_EQ(error_of("[[theme]]\nsv = \"A\"\n").where, "themes.toml:1");
  EXPECT_EQ(error_of("[[theme]]\nid = \"Å\"\nsv = \"A\"\n").where, "themes.toml:2");
  EXPECT_EQ(error_of("[[theme]]\nid = \"a\"\nparent = \"b\"\nsv = \"A\"\n").where, "themes.toml:3");
  EXPECT_EQ(error_of("[[theme]]\nid = \"a\"\nsv = \"A\"\n\nstrong = \"b, =c d\"\n").where,
            "themes.toml:5");
  EXPECT_EQ(error_of("[[theme]]\nid = \"a\"\nsv = \"A\"\n[[theme]]\nid = \"a\"\nsv = \"A\"\n").where,
            "themes.toml:5");
}

TEST(ThemeRegistry, RefusesATermThatStandsTwiceInATheme) {
  const Error error = error_of("[[theme]]\nid = \"a\"\nsv = \"A\"\ndecisive = \"hus\"\nstrong = \"hus\"\n");
  EXPECT_EQ(error.where, "themes.toml:5");
  EXPECT_THAT(error.message, HasSubstr("\"hus\" stands twice"));
}

TEST(ThemeRegistry, RefusesAThirdLevel) {
  EXPECT_THAT(error_of("[[theme]]\nid = \"a\"\nsv = \"A\"\n[[theme]]\nid = \"b\"\nparent = \"a\"\n"
                       "sv = \"B\"\n[[theme]]\nid = \"c\"\nparent = \"b\"\nsv = \"C\"\n")
                  .message,
              HasSubstr("is not an area"));
}

TEST(ThemeRegistry, ShipsTheAreasAndTheirSubThemes) {
  auto registry = ThemeRegistry::load(ORDALAG_SOURCE_DIR "/corpus/themes.toml");
  ASSERT_TRUE(registry.has_value()) << describe(registry.error());
  std::map<std::string, int> children;
  int areas = 0;
  for (const Theme& theme : registry->themes()) {
    EXPECT_FALSE(theme.definition.empty()) << theme.id.value;
    EXPECT_NE(theme.label_en, theme.label) << theme.id.value;
    EXPECT_FALSE(theme.comparative_agendas.empty()) << theme.id.value;
    EXPECT_FALSE(theme.manifesto.empty()) << theme.id.value;
    EXPECT_GT(theme.vocabulary.size(), 30U) << theme.id.value;
    if (theme.parent)
      ++children[theme.parent->value];
    else
      ++areas;
  }
  EXPECT_EQ(areas, 26);
  const std::map<std::string, int> wanted{{"aldre", 1},       {"bostad", 2},
                                          {"familj", 1},      {"jamstalldhet-och-diskriminering", 1},
                                          {"lag-och-ratt", 1}, {"valfard", 4},
                                          {"vard-och-omsorg", 1}};
  EXPECT_EQ(children, wanted);
}

}  // namespace
}  // namespace ordalag
