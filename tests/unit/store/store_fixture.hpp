// An index in a temporary folder, and documents written as lists of passages.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/store/index_reader.hpp"
#include "core/store/index_writer.hpp"

namespace ordalag {

// The lines of `texts` as passages of one document; a text that starts with "# " opens a section.
inline Document make_document(const std::string& id, const std::vector<std::string>& texts,
                              const std::string& party = "") {
  Document document;
  document.facts.id = DocumentId(id);
  document.facts.title = Fact{"Program " + id, Ground::kTitle};
  if (!party.empty())
    document.facts.attribution = {{PartyCode(party)}, Ground::kCatalogue, std::nullopt};
  document.source.file = "/texts/" + id;
  document.source.sha256 = "hash of " + id;
  document.sections.emplace_back();
  std::uint32_t points = 0;
  for (const std::string& text : texts) {
    if (!document.text.empty()) document.text += '\n', ++points;
    Passage passage;
    passage.id = PassageId(id + "#" + std::to_string(document.passages.size() + 1));
    passage.attribution = document.facts.attribution;
    if (text.starts_with("# ")) {
      document.sections.push_back({text.substr(2)});
      passage.kind = PassageKind::kHeading;
    }
    passage.section = static_cast<std::uint32_t>(document.sections.size() - 1);
    passage.bytes.begin = static_cast<std::uint32_t>(document.text.size());
    passage.span.begin = points;
    document.text += text;
    for (const char byte : text) points += (byte & 0xC0) != 0x80 ? 1 : 0;
    passage.bytes.end = static_cast<std::uint32_t>(document.text.size());
    passage.span.end = points;
    document.passages.push_back(passage);
  }
  return document;
}

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("ordalag-store-" + std::to_string(::getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    auto analyser = Analyser::load(default_analyser_files());
    ASSERT_TRUE(analyser) << describe(analyser.error());
    analyser_ = *analyser;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Result<std::unique_ptr<IndexWriter>> open_writer(const std::string& name = "index") {
    return IndexWriter::open({folder_ / name, analyser_, false});
  }

  // One revision: removes the sources of some documents, adds others, each from a source of its
  // own, `a_part` documents to a part.
  void change(const std::vector<Document>& added, const std::vector<std::string>& removed = {},
              const std::string& name = "index", std::size_t a_part = 2) {
    auto writer = open_writer(name);
    ASSERT_TRUE(writer) << describe(writer.error());
    for (const std::string& id : removed) (*writer)->remove_source("/texts/" + id);
    std::uint32_t sequence = 0;
    for (std::size_t i = 0; i < added.size(); i += a_part) {
      auto part = (*writer)->part(sequence++, cache_);
      ASSERT_TRUE(part) << describe(part.error());
      for (std::size_t j = i; j < std::min(added.size(), i + a_part); ++j) {
        const auto status = (*part)->add(added[j]);
        ASSERT_TRUE(status) << describe(status.error());
        (*writer)->put_source(
            {added[j].source.file, added[j].source.sha256, "", {added[j].facts.id}});
      }
    }
    const auto revision = (*writer)->publish({});
    ASSERT_TRUE(revision) << describe(revision.error());
  }

  std::unique_ptr<IndexReader> open_reader(const std::string& name = "index") {
    auto reader = IndexReader::open(folder_ / name, analyser_->fingerprint());
    EXPECT_TRUE(reader) << (reader ? "" : describe(reader.error()));
    return reader ? std::move(*reader) : nullptr;
  }

  // The lemma of a word, as a query node.
  RetrievalQuery lemma(std::string_view word) {
    return RetrievalQuery::word(TermField::kLemma, analyser_->word(word, cache_).lemma);
  }

  // Ids and weights of what a query matches.
  static std::map<std::string, double> weights(const IndexReader& reader,
                                               const RetrievalQuery& query,
                                               const MatchOptions& options = {}) {
    std::map<std::string, double> found;
    for (const Match& match : reader.match(query, options).all)
      found[reader.passage(match.passage).id.value] = match.weight;
    return found;
  }
  static std::set<std::string> ids(const IndexReader& reader, const RetrievalQuery& query) {
    std::set<std::string> found;
    for (const auto& [id, weight] : weights(reader, query)) found.insert(id);
    return found;
  }

  // Near-copy groups of two or more, as sets of passage ids.
  static std::set<std::set<std::string>> groups(const IndexReader& reader) {
    std::set<std::set<std::string>> all;
    for (PassageNumber i = 1; i <= reader.passage_count(); ++i) {
      std::set<std::string> group{reader.passage(i).id.value};
      for (const PassageNumber other : reader.editions(i))
        group.insert(reader.passage(other).id.value);
      if (group.size() > 1) all.insert(group);
    }
    return all;
  }

  std::filesystem::path folder_;
  std::shared_ptr<const Analyser> analyser_;
  WordCache cache_;
};

}  // namespace ordalag
