#include <fstream>

#include "tests/unit/store/store_fixture.hpp"

namespace ordalag {
namespace {

using Revisions = StoreTest;

std::vector<Document> some_documents() {
  return {
      make_document("a", {"Vi vill bygga fler bostäder i hela kommunen", "Skolan behöver lärare"},
                    "S"),
      make_document("b", {"# Omsorg", "Äldre ska få välja sin måltid", "Omsorgen är gemensam"},
                    "V"),
      make_document("c", {"Gatan ska plogas före klockan sju", "Cykelvägar går före bilar"}, "C"),
      make_document("d", {"Bostäder för unga", "Skolan är kommunens hjärta"}, "S")};
}

// All that a reader can tell of an index, but numbers and revision.
struct View {
  std::map<std::string, std::string> passages;                   // id -> text
  std::map<std::string, std::map<std::string, double>> weights;  // word -> id -> weight
  std::map<std::string, std::uint32_t> forms;
  std::set<std::set<std::string>> groups;
  std::vector<std::pair<std::string, std::uint32_t>> parties;
  friend bool operator==(const View&, const View&) = default;
};

class Views : public StoreTest {
 protected:
  View view(const std::string& name) {
    View view;
    const auto reader = open_reader(name);
    for (PassageNumber i = 1; i <= reader->passage_count(); ++i) {
      EXPECT_EQ(reader->find_passage(reader->passage(i).id), i);
      view.passages[reader->passage(i).id.value] = reader->passage_text(i);
    }
    for (const char* word : {"bostäder", "skolan", "kommunen", "före", "omsorgen", "unga"})
      view.weights[word] = weights(*reader, lemma(word));
    reader->each_form([&](std::string_view form, std::uint32_t count) {
      view.forms[std::string(form)] += count;
    });
    view.groups = groups(*reader);
    view.parties = reader->values(TermField::kParty);
    EXPECT_TRUE(reader->health());
    return view;
  }
};

TEST_F(Revisions, CountUpAndKeepTheIndexId) {
  change({some_documents()[0]});
  const IndexInfo first = open_reader()->info();
  change({some_documents()[1]});
  const IndexInfo second = open_reader()->info();
  EXPECT_EQ(first.revision, 1U);
  EXPECT_EQ(second.revision, 2U);
  EXPECT_EQ(first.id, second.id);
  EXPECT_EQ(second.documents, 2U);
  EXPECT_EQ(second.passages, 5U);
  EXPECT_EQ(second.analyser, analyser_->fingerprint());
}

TEST_F(Revisions, StayWhenNothingChanged) {
  change(some_documents());
  change({});
  EXPECT_EQ(open_reader()->info().revision, 1U);
}

TEST_F(Revisions, ReplaceOnlyTheReportWhenNothingElseChanged) {
  change(some_documents());
  auto writer = open_writer();
  ASSERT_TRUE(writer);
  ASSERT_TRUE((*writer)->publish({{"report.json", "{}"}}));
  EXPECT_EQ(open_reader()->info().revision, 1U);
  EXPECT_EQ(open_reader()->attachment("report.json"), "{}");
  EXPECT_EQ(open_reader()->attachment("none.toml"), "");
}

TEST_F(Revisions, KeepTheirAttachments) {
  auto writer = open_writer();
  ASSERT_TRUE(writer);
  ASSERT_TRUE((*writer)->publish({{"parties.toml", "x = 1\n"}}));
  EXPECT_EQ(open_reader()->attachment("parties.toml"), "x = 1\n");
}

TEST_F(Revisions, AreNotSeenByAReaderThatIsOpen) {
  change(some_documents());
  const auto before = open_reader();
  for (int i = 0; i < 3; ++i)
    change({make_document("ny" + std::to_string(i), {"Bostäder vid vattnet"})});
  EXPECT_EQ(before->passage_count(), 9U);
  EXPECT_EQ(ids(*before, lemma("bostäder")), (std::set<std::string>{"a#1", "d#1"}));
  EXPECT_EQ(before->text(0), "Vi vill bygga fler bostäder i hela kommunen\nSkolan behöver lärare");
  EXPECT_TRUE(before->health());
  EXPECT_EQ(open_reader()->passage_count(), 12U);
}

TEST_F(Revisions, AreNotMadeByAWriterThatDoesNotPublish) {
  change({some_documents()[0]});
  {
    auto writer = open_writer();
    ASSERT_TRUE(writer);
    (*writer)->remove_source("/texts/a");
    auto part = (*writer)->part(0, cache_);
    ASSERT_TRUE((*part)->add(some_documents()[1]));
  }
  EXPECT_EQ(open_reader()->info().revision, 1U);
  EXPECT_EQ(open_reader()->document(0).facts.id.value, "a");
}

TEST_F(Revisions, SurviveWhatAKilledWriterLeftBehind) {
  change({some_documents()[0]});
  const auto leftover = folder_ / "index" / "rev-00000002.tmp" / "parts" / "0";
  std::filesystem::create_directories(leftover);
  std::ofstream(leftover / "postlist.glass") << "half";
  std::filesystem::create_directories(folder_ / "index" / "rev-00000002");
  change({some_documents()[1]});
  EXPECT_EQ(open_reader()->info().revision, 2U);
  EXPECT_EQ(open_reader()->document_count(), 2U);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "index" / "rev-00000002.tmp"));
}

TEST_F(Revisions, LetOneWriterInAtATime) {
  auto first = open_writer();
  ASSERT_TRUE(first);
  auto second = open_writer();
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  first->reset();
  EXPECT_TRUE(open_writer());
}

TEST_F(Revisions, LeaveNoMoreThanTwoGenerationsOnDisk) {
  for (int i = 0; i < 4; ++i) change({make_document("d" + std::to_string(i), {"Text nummer ett"})});
  int generations = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "index"))
    generations += entry.is_directory() ? 1 : 0;
  EXPECT_EQ(generations, 2);
}

TEST_F(Revisions, ListTheirSources) {
  change(some_documents());
  auto writer = open_writer();
  ASSERT_TRUE(writer);
  const auto sources = (*writer)->sources();
  ASSERT_EQ(sources.size(), 4U);
  EXPECT_EQ(sources[1].file, "/texts/b");
  EXPECT_EQ(sources[1].sha256, "hash of b");
  EXPECT_EQ(sources[1].documents, std::vector<DocumentId>{DocumentId("b")});
}

TEST_F(Revisions, RefuseTwoDocumentsWithOneId) {
  auto writer = open_writer();
  ASSERT_TRUE(writer);
  for (std::uint32_t i = 0; i < 2; ++i) {
    auto part = (*writer)->part(i, cache_);
    ASSERT_TRUE((*part)->add(some_documents()[0]));
  }
  EXPECT_FALSE((*writer)->publish({}));
}

TEST_F(Revisions, RefuseADocumentWithNothingInIt) {
  auto writer = open_writer();
  auto part = (*writer)->part(0, cache_);
  const auto status = (*part)->add(make_document("tom", {}));
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kBadInput);
  EXPECT_TRUE((*part)->add(some_documents()[0])) << "the part must go on after a bad document";
}

TEST_F(Revisions, RefuseAnIndexOfAnotherAnalyser) {
  change(some_documents());
  const auto reader = IndexReader::open(folder_ / "index", "sv-0:other");
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::kIndexMismatch);
  EXPECT_FALSE(reader.error().hint.empty());
  EXPECT_TRUE(IndexReader::open(folder_ / "index", ""));
}

TEST_F(Revisions, SayWhenThereIsNoIndexOrADamagedOne) {
  EXPECT_EQ(IndexReader::open(folder_ / "none", "").error().code, ErrorCode::kNoIndex);
  change(some_documents());
  std::ofstream(folder_ / "index" / "ordalag.json") << "{\"schema\":";
  EXPECT_EQ(IndexReader::open(folder_ / "index", "").error().code, ErrorCode::kIndexCorrupt);
}

TEST_F(Views, AreTheSameAfterManyChangesAsAfterOneFullBuild) {
  const auto documents = some_documents();
  Document changed = make_document("a", {"Vi vill bygga många bostäder i kommunen"}, "M");
  change({documents[0], documents[1]}, {}, "steps");
  change({documents[2]}, {}, "steps");
  change({changed}, {"a", "b"}, "steps");
  change({documents[3], documents[1]}, {}, "steps", 1);
  change({changed, documents[1], documents[2], documents[3]}, {}, "full");
  EXPECT_EQ(view("steps"), view("full"));
}

TEST_F(Views, DoNotDependOnTheOrderOfDocumentsOrTheSizeOfParts) {
  auto documents = some_documents();
  change(documents, {}, "forward", 4);
  std::reverse(documents.begin(), documents.end());
  change(documents, {}, "backward", 1);
  EXPECT_EQ(view("forward"), view("backward"));
}

TEST_F(Views, AreTheSameWhenAChangeIsTooLargeForATransaction) {
  std::vector<Document> many;
  for (int i = 0; i < 1200; ++i)
    many.push_back(make_document("x" + std::to_string(i),
                                 {"Bostäder nummer " + std::to_string(i), "Skolan i kvarteret"},
                                 "S"));
  const std::vector<Document> second(many.begin() + 50, many.end());
  change({many.begin(), many.begin() + 50}, {}, "steps", 100);
  change(second, {"x0", "x7", "x49"}, "steps", 100);
  std::vector<Document> all{many.begin() + 1, many.begin() + 7};
  all.insert(all.end(), many.begin() + 8, many.begin() + 49);
  all.insert(all.end(), second.begin(), second.end());
  change(all, {}, "full", 300);
  EXPECT_EQ(view("steps"), view("full"));
}

TEST_F(Views, BecomeEmptyWhenEverythingGoes) {
  change(some_documents());
  change({}, {"a", "b", "c", "d"});
  const View empty = view("index");
  EXPECT_TRUE(empty.passages.empty());
  EXPECT_TRUE(empty.forms.empty());
  change({some_documents()[0]});
  EXPECT_EQ(open_reader()->passage_count(), 2U);
}

TEST_F(Views, KeepTextsWhenSegmentsAreWrittenAnew) {
  for (int i = 0; i < 12; ++i)
    change({make_document("d" + std::to_string(i),
                          {"Stycke om bostäder nummer " + std::to_string(i)})});
  const View now = view("index");
  EXPECT_EQ(now.passages.size(), 12U);
  EXPECT_EQ(now.passages.at("d3#1"), "Stycke om bostäder nummer 3");
  int segments = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "index" / "rev-00000012"))
    segments += entry.path().extension() == ".seg" ? 1 : 0;
  EXPECT_LE(segments, 8);
}

}  // namespace
}  // namespace ordalag
