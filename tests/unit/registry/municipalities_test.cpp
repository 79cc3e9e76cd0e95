#include "core/registry/municipalities.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/unit/temporary_folder.hpp"

namespace ordalag {
namespace {

std::string find(std::string_view word) {
  static const auto registry =
      MunicipalityRegistry::load(ORDALAG_SOURCE_DIR "/corpus/municipalities.txt");
  if (!registry) return "error: " + describe(registry.error());
  return registry->find(word).value_or("-");
}

TEST(Municipalities, FindsANameAndItsGenitive) {
  EXPECT_EQ(find("Stockholm"), "Stockholm");
  EXPECT_EQ(find("stockholms"), "Stockholm");
  EXPECT_EQ(find("Örebros"), "Örebro");
  EXPECT_EQ(find("ÖREBRO"), "Örebro");
  EXPECT_EQ(find("Upplands  Väsby"), "Upplands Väsby");
}

TEST(Municipalities, KeepsANameThatEndsInS) {
  EXPECT_EQ(find("Borås"), "Borås");
  EXPECT_EQ(find("Västerås"), "Västerås");
  EXPECT_EQ(find("borås"), "Borås");
}

TEST(Municipalities, ReadsDecomposedLetters) {
  EXPECT_EQ(find("Va\u0308stera\u030As"), "Västerås");
}

TEST(Municipalities, FindsNothingInOtherWords) {
  for (const char* word : {"Borå", "Sverige", "", "s", "Atlantis"}) EXPECT_EQ(find(word), "-");
}

TEST(Municipalities, NamesTheLineOfARepeatedName) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "municipalities.txt").string();
  std::ofstream(file) << "# names\nKil\n\nKil\n";
  const auto registry = MunicipalityRegistry::load(file);
  ASSERT_FALSE(registry);
  EXPECT_EQ(registry.error().where, file + ":4");
}

}  // namespace
}  // namespace ordalag
