#include "searcher/answer/citation.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ordalag {
namespace {

Registries registries() {
  auto parties = PartyRegistry::parse(
      "[[party]]\nid = \"G\"\nlabel = \"Gruppen\"\nlabel_en = \"The Group\"\nnames = [{name = "
      "\"Gruppen\"}]\n",
      "test");
  Registries result;
  if (parties) result.parties = *parties;
  return result;
}

Hit hit() {
  Hit result;
  result.document.id = DocumentId("plan");
  result.document.title = Fact{"Plan för Åby", Ground::kTitle};
  result.source.file = "/texter/plan för åby.txt";
  result.passage.id = PassageId("plan#1a2b");
  result.passage.attribution.party = {PartyCode("G")};
  result.section = {"Omsorg", "Hemtjänst"};
  result.passage.provenance.page_label = "3";
  result.passage.provenance.lines = LineRange{207, 213};
  result.passage.provenance.source_bytes = FileSpan{10, 20};
  return result;
}

TEST(Citation, NamesWhoWhichTextAndWhere) {
  EXPECT_EQ(cite(hit(), registries(), Language::kSwedish),
            "Gruppen, Plan för Åby, avsnitt Hemtjänst, s. 3, rad 207–213");
  EXPECT_EQ(cite(hit(), registries(), Language::kEnglish),
            "The Group, Plan för Åby, section Hemtjänst, p. 3, lines 207–213");
}

TEST(Citation, PrefersTheLineNumbersThatTheDocumentPrints) {
  Hit printed = hit();
  printed.passage.provenance.printed_lines = LineRange{12, 12};
  EXPECT_TRUE(cite(printed, registries(), Language::kSwedish).ends_with("rad 12"));
}

TEST(Citation, CountsParagraphsWhereTheSourceHasNoLines) {
  Hit word = hit();
  word.passage.provenance.source_bytes.reset();
  EXPECT_TRUE(cite(word, registries(), Language::kSwedish).ends_with("stycke 207–213"));
  EXPECT_TRUE(cite(word, registries(), Language::kEnglish).ends_with("paragraphs 207–213"));
}

TEST(Citation, NamesTheSpeakerWithTheParty) {
  Hit spoken = hit();
  spoken.passage.attribution.speaker = "Åsa Lind";
  EXPECT_TRUE(cite(spoken, registries(), Language::kSwedish).starts_with("Åsa Lind (G), "));
}

TEST(Citation, LeavesOutWhatIsNotKnown) {
  Hit bare;
  bare.document.id = DocumentId("plan");
  bare.source.file = "/texter/plan.txt";
  EXPECT_EQ(cite(bare, registries(), Language::kSwedish), "plan.txt");
  bare.source.record = 4;
  EXPECT_EQ(cite(bare, registries(), Language::kSwedish), "plan");
}

TEST(Citation, JoinsThePartiesOfAnAgreement) {
  Hit agreement = hit();
  agreement.passage.attribution.party = {PartyCode("G"), PartyCode("X")};
  EXPECT_TRUE(cite(agreement, registries(), Language::kSwedish).starts_with("Gruppen och X, "));
}

TEST(Citation, EncodesIdsInLinks) {
  EXPECT_EQ(self_link(PassageId("bo å/1#2")), "/v1/passages/bo%20%C3%A5%2F1%232");
}

TEST(Citation, LinksToThePageOfTheSource) {
  Hit paged = hit();
  paged.document.url = Fact{"https://exempel.example/plan.pdf", Ground::kCatalogue};
  EXPECT_EQ(source_link(paged), "https://exempel.example/plan.pdf");
  paged.passage.provenance.page = 3;
  EXPECT_EQ(source_link(paged), "https://exempel.example/plan.pdf#page=3");
  paged.document.url.reset();
  EXPECT_EQ(source_link(paged), "file:///texter/plan%20f%C3%B6r%20%C3%A5by.txt#page=3");
}

TEST(Citation, SelectsWithWholeCharactersOfContext) {
  const std::string text = "åäö åäö åäö åäö åäö åäö åäö åäö åäö åäö\nHär.\nEfter";
  Passage passage;
  passage.bytes.begin = static_cast<std::uint32_t>(text.find("Här"));
  passage.bytes.end = passage.bytes.begin + 5;
  const TextQuoteSelector found = selector(passage, text);
  EXPECT_EQ(found.exact, "Här.");
  EXPECT_EQ(found.suffix, "\nEfter");
  EXPECT_TRUE(found.prefix.ends_with("åäö\n"));
  EXPECT_EQ(text.find(found.prefix + found.exact), text.find("Här") - found.prefix.size());
}

}  // namespace
}  // namespace ordalag
