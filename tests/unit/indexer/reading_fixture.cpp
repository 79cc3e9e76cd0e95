#include "tests/unit/indexer/reading_fixture.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <set>

#include "core/text/normalise.hpp"
#include "core/text/slice_proof.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

const PartyRegistry& parties() {
  static const auto registry = PartyRegistry::load(ORDALAG_SOURCE_DIR "/corpus/parties.toml");
  return registry.value();
}

const MunicipalityRegistry& municipalities() {
  static const auto registry =
      MunicipalityRegistry::load(ORDALAG_SOURCE_DIR "/corpus/municipalities.txt");
  return registry.value();
}

Result<Document> try_read(std::string_view bytes, const ReadOptions& options) {
  SourceFile source{options.file, "0", std::string(bytes)};
  ReadContext context;
  context.parties = &parties();
  context.municipalities = &municipalities();
  context.entry = options.entry;
  context.analyser = options.analyser;
  context.fallback_id = DocumentId("doc");
  return read_document(source, context);
}

}  // namespace

Document read(std::string_view bytes, const ReadOptions& options) {
  auto document = try_read(bytes, options);
  if (!document) {
    ADD_FAILURE() << describe(document.error());
    return {};
  }
  expect_sound(*document, bytes);
  return *std::move(document);
}

Document read_json(std::string_view json) {
  ReadContext context;
  context.parties = &parties();
  context.fallback_id = DocumentId("file#7");
  auto document = read_record({"/sources/all.jsonl", "0", 7, json}, context);
  if (!document) {
    ADD_FAILURE() << describe(document.error());
    return {};
  }
  return *std::move(document);
}

Error error_of(std::string_view bytes, const std::string& file) {
  const auto document = try_read(bytes, {.file = file});
  return document ? Error{} : document.error();
}

const Analyser* analyser_with_lexicon() {
  static const auto analyser = [] {
    const AnalyserFiles files{ORDALAG_SOURCE_DIR "/stemmer-config",
                              ORDALAG_BINARY_DIR "/share/ordalag/sv.lex"};
    if (!std::filesystem::exists(files.lexicon)) return std::shared_ptr<const Analyser>();
    const auto loaded = Analyser::load(files);
    if (!loaded) ADD_FAILURE() << describe(loaded.error());
    return loaded.value_or(nullptr);
  }();
  return analyser.get();
}

std::vector<std::string> outline(const Document& document) {
  std::vector<std::string> lines;
  for (const Passage& passage : document.passages) {
    std::string mark = "  ";
    if (passage.kind == PassageKind::kHeading) mark = "# ";
    if (passage.kind == PassageKind::kListItem) mark = "* ";
    if (passage.kind == PassageKind::kTableRow) mark = "| ";
    lines.push_back(mark + std::string(document.text_of(passage)));
  }
  return lines;
}

const Passage& passage_with(const Document& document, std::string_view part) {
  const Passage* found = nullptr;
  for (const Passage& passage : document.passages) {
    if (document.text_of(passage).find(part) == std::string_view::npos) continue;
    if (found != nullptr) ADD_FAILURE() << "several passages with: " << part;
    found = &passage;
  }
  static const Passage none;
  if (found == nullptr) ADD_FAILURE() << "no passage with: " << part;
  return found == nullptr ? none : *found;
}

std::string parties_of(const Attribution& attribution) {
  std::string shown;
  for (const PartyCode& party : attribution.party) {
    if (!shown.empty()) shown += '+';
    shown += party.value;
  }
  return shown.empty() ? "-" : shown;
}

std::string shown(const std::optional<Fact>& fact) {
  return fact ? fact->value + " [" + std::string(name(fact->ground)) + "]" : "-";
}

std::vector<std::string> left_out(const Document& document) {
  std::vector<std::string> rows;
  for (const LeftOut& left : document.left_out) {
    std::string row = left.reason + " " + std::to_string(left.lines) + ":";
    for (const LineRange& range : left.at)
      row += " " + std::to_string(range.first) + "-" + std::to_string(range.last);
    rows.push_back(std::move(row));
  }
  return rows;
}

void expect_sound(const Document& document, std::string_view bytes) {
  EXPECT_FALSE(first_invalid_utf8(document.text));
  EXPECT_TRUE(is_composed(document.text));
  std::uint32_t byte = 0;
  std::uint32_t code_point = 0;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    const std::string_view text = document.text_of(passage);
    EXPECT_EQ(passage.bytes.begin, byte) << text;
    EXPECT_EQ(passage.span.begin, code_point) << text;
    EXPECT_EQ(passage.span.size(), count_code_points(text));
    EXPECT_FALSE(text.empty());
    EXPECT_EQ(text.find('\n'), std::string_view::npos) << text;
    EXPECT_TRUE(ids.insert(passage.id.value).second) << passage.id.value;
    EXPECT_LT(passage.section, document.sections.size());
    EXPECT_EQ(passage.attribution.party.empty(), !passage.attribution.party_ground) << text;
    if (passage.lead_in) {
      EXPECT_LT(*passage.lead_in, i) << text;
    }
    if (passage.provenance.source_bytes) {
      const FileSpan slice = *passage.provenance.source_bytes;
      const auto proof = prove({bytes.substr(slice.begin, slice.end - slice.begin), text,
                                passage.provenance, document.source, document.left_out});
      EXPECT_TRUE(proof) << describe(proof.error());
    }
    byte = passage.bytes.end + 1;
    code_point = passage.span.end + 1;
  }
  if (!document.passages.empty()) {
    EXPECT_EQ(document.passages.back().bytes.end, document.text.size());
  }
}

}  // namespace ordalag
