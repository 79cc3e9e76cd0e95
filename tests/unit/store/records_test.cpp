#include "core/store/records.hpp"

#include <gtest/gtest.h>

#include "core/store/packing.hpp"
#include "tests/unit/store/store_fixture.hpp"

namespace ordalag {
namespace {

Document rich_document() {
  Document document = make_document("rik", {"Vi vill:", "fler bänkar", "Å ä ö"}, "V");
  document.facts.municipality = Fact{"Sjöstad", Ground::kSignature};
  document.source = {
      "/texts/rik", "abc", "text", "windows-1252", 1234, 7, {{"iii", "layout", 0.5F}}};
  document.left_out = {{"page_number", 2, {{3, 3}, {9, 9}}}};
  Passage& passage = document.passages[1];
  passage.kind = PassageKind::kListItem;
  passage.lead_in = 0;
  passage.attribution = {{PartyCode("M"), PartyCode("V")}, Ground::kSignature, "Åsa Lindmark"};
  passage.provenance = {3,
                        "iii",
                        LineRange{12, 14},
                        LineRange{149, 155},
                        FileSpan{5'000'000'000, 5'000'000'010},
                        {{3, 10, 20.5F, 30, 40}},
                        ":~:text=Vi%20bygger"};
  ordalag::ThemeTag theme;
  theme.id = ThemeId("bostad");
  theme.score = 0.1;
  theme.ground = ThemeGround::kLeadIn;
  theme.evidence = {{0, 4}, {5, 11}};
  passage.themes = {theme};
  return document;
}

TEST(Records, GiveADocumentBackAsItWas) {
  const Document document = rich_document();
  const PackedDocument packed = pack(document);
  const auto unpacked = unpack_document(packed.bytes);
  ASSERT_TRUE(unpacked);
  EXPECT_EQ(packed_document_id(packed.bytes), "rik");
  EXPECT_EQ(unpacked->document.facts.municipality, document.facts.municipality);
  EXPECT_EQ(unpacked->document.facts.kind, std::nullopt);
  EXPECT_EQ(unpacked->document.facts.attribution, document.facts.attribution);
  EXPECT_EQ(unpacked->document.source.charset, "windows-1252");
  EXPECT_EQ(unpacked->document.source.record, 7U);
  EXPECT_EQ(unpacked->document.source.pages, document.source.pages);
  ASSERT_EQ(unpacked->document.left_out.size(), 1U);
  EXPECT_EQ(unpacked->document.left_out[0].at, (std::vector<LineRange>{{3, 3}, {9, 9}}));
  EXPECT_EQ(unpacked->document.page_labels, std::vector<std::string>{"iii"});
}

TEST(Records, GivePassagesBackAsTheyWere) {
  const Document document = rich_document();
  const PackedDocument packed = pack(document);
  const auto unpacked = unpack_document(packed.bytes);
  ASSERT_TRUE(unpacked);
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const auto passage =
        unpack_passage(packed.bytes, packed.passages[i], document.facts.id, unpacked->tables);
    ASSERT_TRUE(passage);
    const Passage& wanted = document.passages[i];
    EXPECT_EQ(passage->id, wanted.id);
    EXPECT_EQ(passage->kind, wanted.kind);
    EXPECT_EQ(passage->bytes, wanted.bytes);
    EXPECT_EQ(passage->span, wanted.span);
    EXPECT_EQ(passage->lead_in, wanted.lead_in);
    EXPECT_EQ(passage->attribution, wanted.attribution);
    EXPECT_EQ(passage->provenance, wanted.provenance);
    ASSERT_EQ(passage->themes.size(), wanted.themes.size());
    for (std::size_t j = 0; j < wanted.themes.size(); ++j) {
      EXPECT_EQ(passage->themes[j].id, wanted.themes[j].id);
      EXPECT_EQ(passage->themes[j].score, wanted.themes[j].score);
      EXPECT_EQ(passage->themes[j].ground, wanted.themes[j].ground);
      EXPECT_EQ(passage->themes[j].evidence, wanted.themes[j].evidence);
    }
  }
}

TEST(Records, AreRefusedWhenCutAnywhere) {
  const PackedDocument packed = pack(rich_document());
  for (std::size_t size = 0; size < packed.passages[0]; ++size)
    EXPECT_FALSE(unpack_document(std::string_view(packed.bytes).substr(0, size))) << size;
}

TEST(Records, KeepNumbersOfEverySize) {
  std::string bytes;
  Packer out(bytes);
  const std::vector<std::uint64_t> numbers{0, 1, 127, 128, 16383, 16384, 1ULL << 32, ~0ULL};
  for (const std::uint64_t number : numbers) out.number(number);
  Unpacker in(bytes);
  for (const std::uint64_t number : numbers) EXPECT_EQ(in.number(), number);
  EXPECT_TRUE(in.ok());
  in.number();
  EXPECT_FALSE(in.ok());
}

}  // namespace
}  // namespace ordalag
