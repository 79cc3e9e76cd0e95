#include "core/language/analyser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "tests/unit/language/analyser_fixture.hpp"
#include "tests/unit/temporary_folder.hpp"

namespace ordalag {
namespace {

// A copy of stemmer-config that a test may change.
class ChangedConfig : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::copy(built_files().config, folder_,
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
  }

  void append(const std::string& file, const std::string& line) const {
    std::ofstream(folder_ / file, std::ios::app) << line << '\n';
  }
  Result<std::shared_ptr<const Analyser>> load() const {
    return Analyser::load({folder_, built_files().lexicon});
  }

  TemporaryFolder temporary_;
  const std::filesystem::path folder_ = temporary_.path();
};

TEST(Analyser, HasAFingerprintWithItsVersion) {
  EXPECT_EQ(analyser().fingerprint().substr(0, 3), "sv-");
  EXPECT_EQ(analyser().fingerprint().size(), std::string("sv-1:0123456789abcdef").size());
  EXPECT_TRUE(analyser().warnings().empty());
}

TEST_F(ChangedConfig, GivesTheSameFingerprintUnchanged) {
  EXPECT_EQ((*load())->fingerprint(), analyser().fingerprint());
}

TEST_F(ChangedConfig, GivesAnotherFingerprint) {
  append("stopwords.txt", "ehuru");
  EXPECT_NE((*load())->fingerprint(), analyser().fingerprint());
}

TEST_F(ChangedConfig, NamesFileAndLineOfAnError) {
  append("synonyms.tsv", "prov\t=\thalva\thund, katt\tfel vikt");
  const auto loaded = load();
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::kBadConfig);
  EXPECT_NE(loaded.error().where.find("synonyms.tsv:"), std::string::npos);
}

TEST_F(ChangedConfig, RefusesCompoundsThatDoNotAddUp) {
  append("compounds.tsv", "hundkoja\thund+koj");
  EXPECT_FALSE(load().has_value());
}

TEST_F(ChangedConfig, DividesAsCompoundsTsvSays) {
  append("compounds.tsv", "bostadspolitik\t-");
  WordCache words;
  EXPECT_TRUE((*load())->word("bostadspolitiken", words).parts.empty());
}

TEST(Analyser, WorksWithoutALexiconAndSaysSo) {
  const auto loaded = Analyser::load({built_files().config, "/nonexistent/sv.lex"});
  ASSERT_TRUE(loaded.has_value());
  EXPECT_FALSE((*loaded)->warnings().empty());
  EXPECT_NE((*loaded)->fingerprint(), analyser().fingerprint());
  WordCache words;
  EXPECT_EQ((*loaded)->word("bostäderna", words).lemma, "bostad");
  EXPECT_EQ((*loaded)->word("bilarna", words).lemma, "bil");
}

TEST(Analyser, KnowsListedWordsOnly) {
  EXPECT_TRUE(analyser().knows("bostad"));
  EXPECT_TRUE(analyser().knows("Bostäder"));
  EXPECT_FALSE(analyser().knows("xqzvt"));
}

TEST(Analyser, MarksStopWords) {
  EXPECT_TRUE(analyser().word("Och", cache()).stop);
  EXPECT_FALSE(analyser().word("bostad", cache()).stop);
}

bool has_synonym(const std::string& lemma, const std::vector<std::string>& wanted) {
  const auto synonyms = analyser().synonyms(lemma);
  return std::any_of(synonyms.begin(), synonyms.end(), [&](const Analyser::Synonym& synonym) {
    return synonym.lemmas == wanted && synonym.weight > 0 && synonym.weight < 1;
  });
}

TEST(Synonyms, AreAtLeastTwoHundredGroupsEachWithItsReason) {
  std::ifstream table(built_files().config / "synonyms.tsv");
  std::set<std::string> ids;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    EXPECT_TRUE(ids.insert(line.substr(0, line.find('\t'))).second) << line;
    EXPECT_GT(line.size() - line.rfind('\t'), 5U) << line;
  }
  EXPECT_GE(ids.size(), 200U);
}

TEST(Synonyms, AreFoundBothWaysByLemma) {
  EXPECT_TRUE(has_synonym("hemlös", {"bostadslös"}));
  EXPECT_TRUE(has_synonym("bostadslös", {"hemlös"}));
}

TEST(Synonyms, MayBePhrasesOnBothSides) {
  EXPECT_TRUE(has_synonym("socialbidrag", {"ekonomisk", "bistånd"}));
  EXPECT_TRUE(has_synonym("ekonomisk bistånd", {"socialbidrag"}));
}

TEST(Synonyms, OfOneWayGroupsGoOneWay) {
  EXPECT_TRUE(has_synonym("uteliggare", {"hemlös"}));
  EXPECT_FALSE(has_synonym("hemlös", {"uteliggare"}));
}

TEST(Synonyms, JoinAnAuthorityAndItsAbbreviation) {
  EXPECT_TRUE(has_synonym("ks", {"kommunstyrelse"}));
  EXPECT_TRUE(has_synonym("kommunstyrelse", {"ks"}));
}

TEST(WordCache, ServesAnotherAnalyserAfresh) {
  const auto bare = Analyser::load({built_files().config, "/nonexistent/sv.lex"});
  WordCache words;
  EXPECT_FALSE(analyser().word("skolmat", words).parts.empty());
  EXPECT_TRUE((*bare)->word("skolmat", words).parts.empty());
}

}  // namespace
}  // namespace ordalag
