#include <fstream>

#include "tests/unit/store/store_fixture.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;

class DamagedIndex : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    change({make_document("a", {"Vi vill bygga fler bostäder", "Skolan behöver lärare"}, "S"),
            make_document("b", {"# Omsorg", "Äldre ska få välja sin måltid"}, "V"),
            make_document("c", {"Gatan ska plogas före klockan sju"}, "C")});
  }

  fs::path generation() const { return folder_ / "index" / "rev-00000001"; }

  // Changes one bit of a file; again, and it is as it was.
  static void flip(const fs::path& path, std::streamoff at) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(at);
    const char byte = static_cast<char>(file.get() ^ 1);
    file.seekp(at);
    file.put(byte).flush();
  }
  static void flip_middle(const fs::path& path) {
    flip(path, static_cast<std::streamoff>(fs::file_size(path) / 2));
  }

  Error error_of_opening() const {
    const auto reader = IndexReader::open(folder_ / "index", "");
    return reader ? Error{ErrorCode::kInternal, "it opens", {}, {}, {}} : reader.error();
  }
};

TEST_F(DamagedIndex, IsRefusedWhenAFileHasAnotherSize) {
  for (const char* file : {"passages.col", "documents.col", "vocabulary.bin", "signatures.col",
                           "editions.col", "removed-terms.bin", "contents.json", "files.json"}) {
    const fs::path path = generation() / file;
    const auto size = fs::file_size(path);
    fs::copy_file(path, folder_ / "kept");
    fs::resize_file(path, size == 0 ? 1 : size / 2);
    EXPECT_EQ(error_of_opening().code, ErrorCode::kIndexCorrupt) << file;
    fs::rename(folder_ / "kept", path);
  }
  EXPECT_TRUE(IndexReader::open(folder_ / "index", ""));
}

TEST_F(DamagedIndex, IsRefusedWhenAByteHasChangedThatNumbersAreTakenFrom) {
  for (const char* file : {"passages.col", "documents.col", "vocabulary.bin", "removed-terms.bin",
                           "contents.json"}) {
    flip_middle(generation() / file);
    const Error error = error_of_opening();
    EXPECT_EQ(error.code, ErrorCode::kIndexCorrupt) << file;
    EXPECT_EQ(error.where, (generation() / file).string());
    EXPECT_NE(error.hint.find("--full"), std::string::npos);
    flip_middle(generation() / file);
  }
  EXPECT_TRUE(IndexReader::open(folder_ / "index", ""));
}

TEST_F(DamagedIndex, IsRefusedWhenItsManifestCountsOtherPassages) {
  const fs::path file = folder_ / "index" / "ordalag.json";
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::string count = "\"passages\":5";
  ASSERT_NE(text.find(count), std::string::npos) << text;
  text.replace(text.find(count), count.size(), "\"passages\":7");
  std::ofstream(file, std::ios::binary) << text;
  EXPECT_EQ(error_of_opening().code, ErrorCode::kIndexCorrupt);
}

TEST_F(DamagedIndex, ShowsNothingOfADocumentThatIsDamagedAndSaysSo) {
  const fs::path segment = generation() / "text-00000001.seg";
  const DocumentId id("a");
  const auto number = open_reader()->find_document(id);
  ASSERT_TRUE(number);
  std::ifstream in(segment, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  flip(segment, static_cast<std::streamoff>(bytes.find("bygga")));

  const auto reader = open_reader();
  ASSERT_TRUE(reader);
  const auto whole = reader->find_passage(PassageId("b#2"));
  ASSERT_TRUE(whole);
  EXPECT_EQ(reader->passage_text(*whole), "Äldre ska få välja sin måltid");
  EXPECT_TRUE(reader->health()) << "only what is read is looked at";

  EXPECT_FALSE(reader->find_document(id));
  ASSERT_FALSE(reader->health());
  const PassageNumber first = reader->document(*number).first_passage;
  EXPECT_EQ(reader->text(*number), "");
  EXPECT_EQ(reader->passage_text(first), "");
  EXPECT_EQ(reader->passage(first).bytes.size(), 0U);
  EXPECT_EQ(reader->health().error().code, ErrorCode::kIndexCorrupt);
}

TEST_F(DamagedIndex, IsNotBuiltUpon) {
  flip_middle(generation() / "signatures.col");
  auto writer = open_writer();
  ASSERT_TRUE(writer);
  (*writer)->remove_source("/texts/c");
  const auto revision = (*writer)->publish({});
  ASSERT_FALSE(revision);
  EXPECT_EQ(revision.error().code, ErrorCode::kIndexCorrupt);
  flip_middle(generation() / "signatures.col");
  EXPECT_EQ(open_reader()->info().revision, 1U);
}

TEST_F(DamagedIndex, IsNoticedInEveryFileWhenItIsChecked) {
  const auto reader = open_reader();
  EXPECT_TRUE(reader->check_files());
  std::size_t tried = 0;
  for (const auto& entry : fs::recursive_directory_iterator(generation())) {
    if (!entry.is_regular_file() || entry.file_size() == 0 ||
        entry.path().filename() == "files.json")
      continue;
    flip_middle(entry.path());
    const Status checked = reader->check_files();
    ASSERT_FALSE(checked) << entry.path();
    EXPECT_EQ(checked.error().code, ErrorCode::kIndexCorrupt);
    EXPECT_EQ(checked.error().where, entry.path().string());
    flip_middle(entry.path());
    ++tried;
  }
  EXPECT_GE(tried, 8U);
  EXPECT_TRUE(reader->check_files());
}

}  // namespace
}  // namespace ordalag
