#include "core/registry/parties.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace ordalag {
namespace {

const PartyRegistry& shipped() {
  static const auto registry = PartyRegistry::load(ORDALAG_SOURCE_DIR "/corpus/parties.toml");
  if (!registry) ADD_FAILURE() << describe(registry.error());
  return *registry;
}

std::string by_word(std::string_view word) {
  const auto mention = shipped().by_word(word);
  return mention ? mention->code.value + "|" + mention->prefix : "-";
}

std::string resolve(std::string_view name, std::optional<int> year = {}) {
  const auto code = shipped().resolve(name, year);
  return code ? code->value : "-";
}

Error error_of(std::string_view toml) {
  const auto registry = PartyRegistry::parse(toml, "p.toml");
  return registry ? Error{ErrorCode::kInternal, "no error", "", "", {}} : registry.error();
}

TEST(Parties, ShipsTheEightOfTheRiksdag) {
  std::string codes;
  for (const Party& party : shipped().parties()) {
    EXPECT_TRUE(party.riksdag) << party.code.value;
    EXPECT_FALSE(party.label_en.empty());
    EXPECT_EQ(party.colour.size(), 7U);
    codes += party.code.value + " ";
  }
  EXPECT_EQ(codes, "S M SD C V KD L MP ");
}

TEST(Parties, FindsAPartyByItsNameInAnyLetterCaseAndGenitive) {
  EXPECT_EQ(by_word("Moderaterna"), "M|");
  EXPECT_EQ(by_word("MODERATERNAS"), "M|");
  EXPECT_EQ(by_word("vänsterpartiets"), "V|");
  EXPECT_EQ(by_word("VÄNSTERPARTIET"), "V|");
  EXPECT_EQ(by_word("Centern"), "C|");
  EXPECT_EQ(by_word("centerpartisternas"), "C|");
  EXPECT_EQ(by_word("Folkpartiet"), "L|");
}

TEST(Parties, FindsALocalBranchWrittenAsACompound) {
  EXPECT_EQ(by_word("Västeråsmoderaterna"), "M|Västerås");
  EXPECT_EQ(by_word("Västeråsmoderaternas"), "M|Västerås");
  EXPECT_EQ(by_word("Ängelholmsvänsterpartisterna"), "V|Ängelholms");
  EXPECT_EQ(by_word("Umeå-socialdemokraterna"), "S|Umeå");
  EXPECT_EQ(by_word("SKÅNECENTERPARTIET"), "C|SKÅNE");
}

TEST(Parties, ReadsDecomposedLetters) {
  EXPECT_EQ(by_word("Va\u0308nsterpartiet"), "V|");
  EXPECT_EQ(by_word("Va\u0308stera\u030Asmoderaterna"), "M|Va\u0308stera\u030As");
  EXPECT_EQ(resolve("Miljo\u0308partiet de gro\u0308na"), "MP");
}

TEST(Parties, LeavesOrdinaryWordsAlone) {
  for (const char* word :
       {"moderat", "liberal", "liberaler", "vänstern", "gröna", "köpcentern", "nyliberalerna",
        "socialliberalernas", "demokraterna", "partiet", "s", "", "center", "högern", "kristna"})
    EXPECT_EQ(by_word(word), "-") << word;
}

TEST(Parties, DoesNotTakeALongPartyNameForAShorterOne) {
  EXPECT_EQ(by_word("Sverigedemokraterna"), "SD|");
  EXPECT_EQ(by_word("Socialdemokraterna"), "S|");
  EXPECT_EQ(by_word("Lundasocialdemokraterna"), "S|Lunda");
}

TEST(Parties, ResolvesNamesPhrasesAndAbbreviations) {
  EXPECT_EQ(resolve("Miljöpartiet de gröna"), "MP");
  EXPECT_EQ(resolve("  Sveriges  socialdemokratiska\tarbetareparti "), "S");
  EXPECT_EQ(resolve("Moderata samlingspartiets"), "M");
  EXPECT_EQ(resolve("v"), "V");
  EXPECT_EQ(resolve("KDS"), "KD");
  EXPECT_EQ(resolve("Piratpartiet"), "-");
  EXPECT_EQ(resolve(""), "-");
}

TEST(Parties, KnowsInWhichYearsAFormerNameWasUsed) {
  EXPECT_EQ(resolve("FP", 1998), "L");
  EXPECT_EQ(resolve("FP", 2015), "L");
  EXPECT_EQ(resolve("FP", 2016), "-");
  EXPECT_EQ(resolve("FP"), "L");
  EXPECT_EQ(resolve("VPK", 1975), "V");
  EXPECT_EQ(resolve("VPK", 1995), "-");
  EXPECT_EQ(resolve("Kristen demokratisk samling", 1970), "KD");
  EXPECT_EQ(resolve("Högerpartiet", 1960), "M");
  EXPECT_EQ(resolve("Bondeförbundet", 1936), "C");
}

TEST(Parties, ResolvesACodeInAnyYear) {
  EXPECT_EQ(resolve("L", 1998), "L");
  EXPECT_EQ(resolve("KD", 1990), "KD");
}

TEST(Parties, FindsByCode) {
  ASSERT_NE(shipped().find(PartyCode("SD")), nullptr);
  EXPECT_EQ(shipped().find(PartyCode("SD"))->label, "Sverigedemokraterna");
  EXPECT_EQ(shipped().find(PartyCode("X")), nullptr);
}

TEST(Parties, TextReadsBackAsTheSameRegistry) {
  const auto again = PartyRegistry::parse(shipped().text(), "again");
  ASSERT_TRUE(again) << describe(again.error());
  EXPECT_EQ(again->text(), shipped().text());
  EXPECT_EQ(again->by_word("Västeråsmoderaterna"), shipped().by_word("Västeråsmoderaterna"));
}

TEST(Parties, LocalPartiesAreAdded) {
  PartyRegistry registry = shipped();
  const auto added = registry.add(ORDALAG_SOURCE_DIR "/corpus/sample/parties.toml");
  ASSERT_TRUE(added) << describe(added.error());
  EXPECT_GT(registry.parties().size(), 8U);
  EXPECT_FALSE(registry.parties().back().riksdag);
}

TEST(Parties, RefusesARepeatedCode) {
  PartyRegistry registry = shipped();
  const auto added = registry.add(ORDALAG_SOURCE_DIR "/corpus/parties.toml");
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, ErrorCode::kBadConfig);
}

TEST(Parties, NamesTheLineAndTheNearestKeyOfAnUnknownKey) {
  const Error error = error_of("[[party]]\nid = \"X\"\nlable = \"Xarna\"\n");
  EXPECT_EQ(error.code, ErrorCode::kBadConfig);
  EXPECT_EQ(error.where, "p.toml:3");
  EXPECT_NE(error.message.find("\"lable\""), std::string::npos);
  EXPECT_NE(error.hint.find("\"label\""), std::string::npos);
}

TEST(Parties, NamesTheLineOfEveryOtherMistake) {
  struct Case {
    const char* toml;
    const char* where;
  };
  for (const Case& wrong : {
           Case{"[[party]]\nid = ", "p.toml:2"},
           Case{"[[party]]\nlabel = \"X\"", "p.toml:1"},
           Case{"[[party]]\nid = 3", "p.toml:2"},
           Case{"[[party]]\nid = \"X\"\nlabel = \"X\"\ncolour = \"red\"", "p.toml:4"},
           Case{"[[party]]\nid = \"X\"\nnames = [\n {name = \"X\", from = 2020,  to = 1990}]",
                "p.toml:4"},
           Case{"[[party]]\nid = \"X\"\nnames = [\n {name = \"X\", from = 20222}]", "p.toml:4"},
           Case{"[[party]]\nid = \"X\"", "p.toml:1"},
           Case{"[[party]]\nid = \"X\"\nlabel = \"X\"\n[[party]]\nid = \"X\"\nlabel = \"Z\"",
                "p.toml:5"},
           Case{"[[party]]\nid = \"X\"\nlabel = \"Zet\"\n[[party]]\nid = \"Y\"\nlabel = \"Zet\"",
                "p.toml:4"},
       }) {
    const Error error = error_of(wrong.toml);
    EXPECT_EQ(error.code, ErrorCode::kBadConfig) << wrong.toml;
    EXPECT_EQ(error.where, wrong.where) << wrong.toml << "\n" << error.message;
  }
}

TEST(Parties, LetsTwoPartiesBearOneNameInDifferentYears) {
  const auto registry = PartyRegistry::parse(
      "[[party]]\nid = \"A\"\nnames = [{name = \"Bylistan\", to = 1990}]\n"
      "[[party]]\nid = \"B\"\nnames = [{name = \"Bylistan\", from = 1991}]\n",
      "p.toml");
  ASSERT_TRUE(registry) << describe(registry.error());
  EXPECT_EQ(registry->resolve("Bylistan", 1980)->value, "A");
  EXPECT_EQ(registry->resolve("Bylistan", 2000)->value, "B");
}

TEST(Parties, SaysWhichFileCannotBeRead) {
  const auto registry = PartyRegistry::load("/no/such/parties.toml");
  ASSERT_FALSE(registry);
  EXPECT_EQ(registry.error().code, ErrorCode::kBadConfig);
  EXPECT_EQ(registry.error().where, "/no/such/parties.toml");
}

}  // namespace
}  // namespace ordalag
