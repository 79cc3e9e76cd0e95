#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/line_reader.hpp"
#include "indexer/options.hpp"
#include "indexer/source_list.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;

class Input : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("ordalag-input-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& bytes) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  // One member of a gzip file.
  fs::path append_gzip(const std::string& name, const std::string& bytes) {
    gzFile file = gzopen((folder_ / name).c_str(), "ab");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
    return folder_ / name;
  }
  static std::string zstd(const std::string& bytes) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
    return packed;
  }
  static std::vector<std::string> lines(const fs::path& file, std::size_t max_line = kMaxLine) {
    auto stream = open_unpacked(file, file.string());
    EXPECT_TRUE(stream);
    LineReader reader(std::move(*stream), max_line);
    std::vector<std::string> all;
    for (auto line = reader.next(); line && *line; line = reader.next())
      all.push_back(std::to_string((*line)->number) + ((*line)->too_long ? "!" : ":") +
                    (*line)->text);
    return all;
  }

  fs::path folder_;
};

using Lines = std::vector<std::string>;

TEST_F(Input, DividesAtEveryKindOfLineEnd) {
  EXPECT_EQ(lines(write("a", "ett\r\ntvå\n\nfyra")), (Lines{"1:ett", "2:två", "3:", "4:fyra"}));
  EXPECT_EQ(lines(write("b", "ett\n")), Lines{"1:ett"});
  EXPECT_EQ(lines(write("c", "")), Lines{});
}

TEST_F(Input, UnpacksGzipOfSeveralMembersAndZstdOfSeveralFrames) {
  append_gzip("a.gz", "ett\ntv");
  EXPECT_EQ(lines(append_gzip("a.gz", "å\n")), (Lines{"1:ett", "2:två"}));
  EXPECT_EQ(lines(write("a.zst", zstd("ett\ntv") + zstd("å\n"))), (Lines{"1:ett", "2:två"}));
}

TEST_F(Input, PassesOverALineThatIsTooLongAndGoesOn) {
  const std::string text = "kort\n" + std::string(200'000, 'x') + "\nslut\n";
  EXPECT_EQ(lines(write("a", text), 1000), (Lines{"1:kort", "2!", "3:slut"}));
}

TEST_F(Input, SaysWhenPackedDataAreCutShort) {
  std::string packed = zstd(std::string(100'000, 'x') + "\n");
  packed.resize(packed.size() - 3);
  auto stream = open_unpacked(write("a.zst", packed), "a.zst");
  LineReader reader(std::move(*stream));
  auto line = reader.next();
  while (line && *line) line = reader.next();
  ASSERT_FALSE(line);
  EXPECT_EQ(line.error().code, ErrorCode::kBadInput);
}

TEST_F(Input, ListsFilesSortedAndOnceAndLeavesOutWhatIsNoDocument) {
  write("b.txt", "x");
  write("under/a.md", "x");
  write("logo.PNG", "x");
  write(".dold", "x");
  write("catalogue.toml", "");
  const SourceList list = list_sources({folder_.string() + "/", (folder_ / "b.txt").string()});
  ASSERT_EQ(list.files.size(), 2U);
  EXPECT_EQ(list.files[0].file, (folder_ / "b.txt").string());
  EXPECT_EQ(list.files[1].fallback_id.value, "under-a");
  ASSERT_EQ(list.skipped.size(), 1U);
  EXPECT_EQ(list.skipped[0].reason, "a picture");
  EXPECT_EQ(list.configuration.catalogues, ConfigurationFiles::Files{folder_ / "catalogue.toml"});
}

TEST_F(Input, SpeaksForWhatLiesBelowASourceAndNothingBesides) {
  const SourceList list = list_sources({(folder_ / "a").string()});
  EXPECT_TRUE(list.covers((folder_ / "a/b.txt").string()));
  EXPECT_TRUE(list.covers((folder_ / "a").string()));
  EXPECT_FALSE(list.covers((folder_ / "ab.txt").string()));
}

TEST(FallbackId, IsMadeOfThePathAndNamesFormatsThatComeBesideAText) {
  EXPECT_EQ(fallback_id("Valprogram S (2018).txt").value, "valprogram-s-2018");
  EXPECT_EQ(fallback_id("2018/Åtgärder #3.md").value, "2018-åtgärder-3");
  EXPECT_EQ(fallback_id("program.pdf").value, "program-pdf");
  EXPECT_EQ(fallback_id("###.txt").value, "document");
}

TEST(Sizes, AreReadWithTheirUnits) {
  EXPECT_EQ(parse_size("500").value(), 500U);
  EXPECT_EQ(parse_size("64M").value(), 64U << 20U);
  for (const char* text : {"", "M", "0", "-1", "5X", "5MB", "99999999999G"})
    EXPECT_FALSE(parse_size(text)) << text;
}

TEST(Options, AreNeverAbbreviated) {
  EXPECT_EQ(parse_options({"--keep-m", "x"}).error().code, ErrorCode::kUsage);
  EXPECT_TRUE(parse_options({"--keep-missing", "x"}));
}

TEST(Options, EndAtTwoDashes) {
  const auto options = parse_options({"-d", "i", "--", "--full", "-"});
  ASSERT_TRUE(options);
  EXPECT_EQ(options->sources, (std::vector<std::string>{"--full", "-"}));
  EXPECT_EQ(options->rebuild, Rebuild::kChanged);
}

}  // namespace
}  // namespace ordalag
