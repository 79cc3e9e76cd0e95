#include "core/registry/catalogue.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/temporary_folder.hpp"

namespace ordalag {
namespace {

const std::string kHash(64, 'a');

Error error_of(std::string_view toml) {
  const auto catalogue = Catalogue::parse(toml, "/folder/catalogue.toml");
  return catalogue ? Error{ErrorCode::kInternal, "no error", "", "", {}} : catalogue.error();
}

TEST(Catalogue, GivesTheFactsOfAFileByItsPath) {
  const auto catalogue = Catalogue::parse(
      "[[document]]\npath = \"a/b.txt\"\nid = \"b\"\ntitle = \"Titel\"\nparty = [\"S\", \"M\"]\n"
      "date = \"2022/2026\"\nkind = \"programme\"\nmunicipality = \"Åby\"\n",
      "/folder/catalogue.toml");
  ASSERT_TRUE(catalogue) << describe(catalogue.error());
  const CatalogueEntry* entry = catalogue->find("/folder/a/./b.txt", "");
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->id->value, "b");
  EXPECT_EQ(*entry->title, "Titel");
  EXPECT_EQ(*entry->party, (std::vector{PartyCode("M"), PartyCode("S")}));
  EXPECT_EQ(*entry->date, "2022/2026");
  EXPECT_FALSE(entry->url);
  EXPECT_EQ(entry->line, 1);
  EXPECT_EQ(catalogue->find("/folder/b.txt", ""), nullptr);
}

TEST(Catalogue, GivesTheFactsOfAFileByItsHashInAnyLetterCase) {
  const auto catalogue = Catalogue::parse(
      "[[document]]\nsha256 = \"" + std::string(64, 'A') + "\"\nparty = []\n", "/f/catalogue.toml");
  ASSERT_TRUE(catalogue) << describe(catalogue.error());
  const CatalogueEntry* entry = catalogue->find("/anywhere.txt", kHash);
  ASSERT_NE(entry, nullptr);
  EXPECT_TRUE(entry->party->empty());
}

TEST(Catalogue, TakesOnePartyAndABareDate) {
  const auto catalogue = Catalogue::parse(
      "[[document]]\npath = \"x\"\nparty = \"S\"\ndate = 2026-05-01\n", "/f/catalogue.toml");
  ASSERT_TRUE(catalogue) << describe(catalogue.error());
  EXPECT_EQ(catalogue->entries()[0].party->front().value, "S");
  EXPECT_EQ(*catalogue->entries()[0].date, "2026-05-01");
}

TEST(Catalogue, FollowsSymbolicLinks) {
  namespace fs = std::filesystem;
  const TemporaryFolder temporary;
  const fs::path& folder = temporary.path();
  fs::create_directories(folder / "real");
  fs::create_directory_symlink(folder / "real", folder / "link");
  std::ofstream(folder / "real" / "a.txt") << "text";
  std::ofstream(folder / "real" / "catalogue.toml") << "[[document]]\npath = \"a.txt\"\n";
  const auto catalogue = Catalogue::load(folder / "link" / "catalogue.toml");
  ASSERT_TRUE(catalogue) << describe(catalogue.error());
  EXPECT_NE(catalogue->find(folder / "real" / "a.txt", ""), nullptr);
  EXPECT_NE(catalogue->find(folder / "link" / "a.txt", ""), nullptr);
}

TEST(Catalogue, JoinsOthersAndPassesOverItself) {
  auto one = Catalogue::parse("[[document]]\npath = \"x\"\nid = \"x\"\n", "/one/catalogue.toml");
  const auto two =
      Catalogue::parse("[[document]]\npath = \"x\"\nid = \"y\"\n", "/two/catalogue.toml");
  const auto clash =
      Catalogue::parse("[[document]]\npath = \"z\"\nid = \"x\"\n", "/three/catalogue.toml");
  ASSERT_TRUE(one && two && clash);
  EXPECT_TRUE(one->merge(*two));
  EXPECT_TRUE(one->merge(*two));
  EXPECT_EQ(one->entries().size(), 2U);
  EXPECT_NE(one->find("/two/x", ""), nullptr);
  const auto merged = one->merge(*clash);
  ASSERT_FALSE(merged);
  EXPECT_EQ(merged.error().where, "/three/catalogue.toml:1");
}

TEST(Catalogue, NamesTheLineAndTheNearestKeyOfAnUnknownKey) {
  const Error error = error_of("[[document]]\npath = \"x\"\nmunicipalty = \"Åby\"\n");
  EXPECT_EQ(error.where, "/folder/catalogue.toml:3");
  EXPECT_NE(error.hint.find("\"municipality\""), std::string::npos);
}

TEST(Catalogue, NamesTheLineOfEveryOtherMistake) {
  struct Case {
    std::string toml;
    const char* line;
  };
  for (const Case& wrong : {
           Case{"title = ", "1"},
           Case{"[document]\npath = \"x\"", "1"},
           Case{"[[document]]\ntitle = \"x\"", "1"},
           Case{"[[document]]\npath = \"x\"\ntitle = 7", "3"},
           Case{"[[document]]\npath = \"x\"\ntitle = \"\"", "3"},
           Case{"[[document]]\npath = \"x\"\nparty = [1]", "3"},
           Case{"[[document]]\npath = \"x\"\ndate = \"i fjol\"", "3"},
           Case{"[[document]]\npath = \"x\"\nid = \"a#b\"", "3"},
           Case{"[[document]]\nsha256 = \"12\"", "2"},
           Case{"[[document]]\npath = \"x\"\n[[document]]\npath = \"./x\"", "3"},
           Case{"[[document]]\npath = \"x\"\nid = \"i\"\n[[document]]\npath = \"y\"\nid = \"i\"",
                "4"},
       }) {
    const Error error = error_of(wrong.toml);
    EXPECT_EQ(error.code, ErrorCode::kBadConfig) << wrong.toml;
    EXPECT_EQ(error.where, std::string("/folder/catalogue.toml:") + wrong.line)
        << wrong.toml << "\n"
        << error.message;
  }
}

TEST(Catalogue, KnowsADateFromOtherText) {
  for (const char* date :
       {"2026", "2021-07", "2021-07-05", "2022/2026", "2024-02-29", "2021-07-05/2021-08"})
    EXPECT_TRUE(is_iso_date(date)) << date;
  for (const char* date : {"", "26", "2021-13", "2021-00", "2023-02-29", "2021-7-5", "2026/2022",
                           "5/7 2021", "2021-07-05T12:00", "2021/", "20210705"})
    EXPECT_FALSE(is_iso_date(date)) << date;
}

}  // namespace
}  // namespace ordalag
