#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "indexer/extract/office/extract_docx.hpp"
#include "indexer/extract/office/extract_epub.hpp"
#include "indexer/extract/office/extract_odt.hpp"
#include "indexer/extract/office/package.hpp"
#include "tests/unit/extract/reading_of.hpp"
#include "tests/unit/extract/zip_maker.hpp"

namespace ordalag::extract {
namespace {

using reading::ExtractedText;
using reading::LineStyle;
using test::docx_of;
using test::left_out;
using test::line_of;
using test::odt_of;
using test::stated;
using test::texts_of;
using test::zip_of;
using ::testing::ElementsAre;

ExtractedText good(Result<ExtractedText> extracted) {
  EXPECT_TRUE(extracted) << extracted.error().message;
  return extracted ? *std::move(extracted) : ExtractedText();
}

std::string paragraph(const std::string& text, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

const std::string kStyles =
    R"(<w:styles><w:style w:type="paragraph" w:styleId="R1"><w:name w:val="heading 1"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="R2"><w:name w:val="Egen"/><w:basedOn w:val="R1"/>)"
    R"(<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="I1"><w:name w:val="toc 1"/></w:style></w:styles>)";

TEST(Docx, TellsHeadingsByTheirStyles) {
  const ExtractedText extracted = good(extract_docx(
      docx_of(paragraph("Älvfors framåt", R"(<w:pStyle w:val="T"/>)") +
                  paragraph("Innehåll 3", R"(<w:pStyle w:val="I1"/>)") +
                  paragraph("Skola", R"(<w:pStyle w:val="R1"/>)") +
                  paragraph("Lärare", R"(<w:pStyle w:val="R2"/>)") + paragraph("Vi satsar."),
              {{"word/styles.xml", kStyles}})));
  EXPECT_EQ(extracted.title, "Älvfors framåt");
  EXPECT_EQ(line_of(extracted, "Skola").level, 1);
  EXPECT_EQ(line_of(extracted, "Lärare").level, 2);
  EXPECT_EQ(line_of(extracted, "Vi satsar.").style, LineStyle::kParagraph);
  EXPECT_EQ(left_out(extracted, "table_of_contents"), 1U);
}

TEST(Docx, TakesAShortParagraphInBoldForAHeading) {
  const ExtractedText extracted = good(extract_docx(docx_of(
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Trygga gator</w:t></w:r></w:p>" +
      paragraph("Belysningen ska bli bättre."))));
  EXPECT_EQ(line_of(extracted, "Trygga gator").style, LineStyle::kHeading);
}

TEST(Docx, GivesListItemsTheirLevels) {
  const std::string numbering =
      R"(<w:numbering><w:abstractNum w:abstractNumId="4"><w:lvl><w:numFmt w:val="bullet"/></w:lvl>)"
      R"(</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>)";
  const ExtractedText extracted = good(extract_docx(docx_of(
      paragraph("Vi vill:") +
          paragraph("bygga", R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>)") +
          paragraph("högt", R"(<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>)"),
      {{"word/numbering.xml", numbering}})));
  EXPECT_EQ(line_of(extracted, "bygga").style, LineStyle::kListItem);
  EXPECT_EQ(line_of(extracted, "bygga").level, 1);
  EXPECT_EQ(line_of(extracted, "högt").level, 2);
}

TEST(Docx, ReadsTheTextWithChangesAccepted) {
  const ExtractedText extracted = good(extract_docx(docx_of(
      "<w:p><w:r><w:t xml:space=\"preserve\">Vi vill </w:t></w:r>"
      "<w:del><w:r><w:delText>inte </w:delText></w:r></w:del>"
      "<w:ins><w:r><w:t xml:space=\"preserve\">snart </w:t></w:r></w:ins>"
      "<w:moveFrom><w:r><w:t>flyttat</w:t></w:r></w:moveFrom>"
      "<w:r><w:t>bygga.</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Det här </w:t></w:r>"
      "</w:p><w:p><w:r><w:t>går ihop.</w:t></w:r></w:p>")));
  EXPECT_THAT(texts_of(extracted), ElementsAre("Vi vill snart bygga.", "Det här går ihop."));
}

TEST(Docx, ReadsTablesRowByRowAndLayoutParagraphByParagraph) {
  const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
  const ExtractedText extracted = good(extract_docx(docx_of(
      "<w:tbl><w:tr>" + cell(paragraph("Skola")) + cell(paragraph("412 mkr")) + "</w:tr></w:tbl>" +
      "<w:tbl><w:tr>" + cell(paragraph("Ett stycke.") + paragraph("Ett till.")) +
      "</w:tr></w:tbl>")));
  EXPECT_THAT(texts_of(extracted), ElementsAre("Skola | 412 mkr", "Ett stycke.", "Ett till."));
  EXPECT_EQ(line_of(extracted, "Skola | 412 mkr").style, LineStyle::kTableRow);
}

TEST(Docx, PutsNotesAndTextBoxesBehindTheirParagraph) {
  const ExtractedText extracted = good(extract_docx(docx_of(
      "<w:p><w:r><w:t>Enligt lagen</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
      "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + paragraph("I rutan") +
          "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
          paragraph("I rutan") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
          "<w:r><w:t>.</w:t></w:r></w:p>" + paragraph("Nästa."),
      {{"word/footnotes.xml", "<w:footnotes><w:footnote w:id=\"2\">" + paragraph("SFS 2010:1.") +
                                  "</w:footnote></w:footnotes>"}})));
  EXPECT_THAT(texts_of(extracted), ElementsAre("Enligt lagen.", "SFS 2010:1.", "I rutan", "Nästa."));
}

TEST(Docx, NumbersParagraphsThatHaveText) {
  const ExtractedText extracted = good(
      extract_docx(docx_of(paragraph("Ett") + paragraph("") + paragraph("Två") + paragraph("Tre"))));
  EXPECT_EQ(line_of(extracted, "Tre").number, 3U);
  EXPECT_EQ(extracted.unit, reading::SourceUnit::kParagraph);
}

TEST(Docx, StatesItsDateAndCountsHeaders) {
  const ExtractedText extracted = good(extract_docx(docx_of(
      paragraph("Text."),
      {{"word/header1.xml", "<w:hdr>" + paragraph("Älvfors kommun") + "</w:hdr>"},
       {"docProps/core.xml",
        "<cp:coreProperties><dc:title>Program för Älvfors</dc:title>"
        "<dcterms:created>2022-03-04T10:00:00Z</dcterms:created></cp:coreProperties>"}})));
  EXPECT_EQ(stated(extracted, "date"), "2022-03-04");
  EXPECT_EQ(extracted.title, "Program för Älvfors");
  EXPECT_EQ(left_out(extracted, "running_header"), 1U);
}

TEST(Docx, RefusesABombWhileItUnpacks) {
  const std::string bomb = zip_of({{"word/document.xml", std::string(40'000'000, ' ')}});
  ASSERT_LT(bomb.size(), 200'000U);
  const auto parts = open_package(bomb, {10'000'000, 100});
  ASSERT_FALSE(parts);
  EXPECT_EQ(parts.error().code, ErrorCode::kTooLarge);
}

TEST(Docx, SurvivesElementsNestedWithoutEnd) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:sdt><w:sdtContent>";
  for (int i = 0; i < 100'000; ++i) deep += "</w:sdtContent></w:sdt>";
  EXPECT_EQ(texts_of(good(extract_docx(docx_of(deep + paragraph("Kvar."))))),
            std::vector<std::string>{"Kvar."});
}

TEST(Odt, ReadsHeadingsListsTablesAndNotes) {
  const ExtractedText extracted = good(extract_odt(odt_of(
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>Borttaget</text:p>"
      "</text:deletion></text:changed-region></text:tracked-changes>"
      "<text:h text:outline-level=\"2\">Skola</text:h>"
      "<text:p>Se lagen<text:note><text:note-citation>1</text:note-citation><text:note-body>"
      "<text:p>SFS 2010:1.</text:p></text:note-body></text:note> om<text:s text:c=\"2\"/>stöd.</text:p>"
      "<text:list><text:list-item><text:p>fler lärare</text:p><text:list><text:list-item>"
      "<text:p>i alla ämnen</text:p></text:list-item></text:list></text:list-item></text:list>"
      "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Nämnd</text:p>"
      "</table:table-cell><table:table-cell><text:p>Kronor</text:p></table:table-cell>"
      "</table:table-row></table:table-header-rows></table:table>")));
  EXPECT_THAT(texts_of(extracted), ElementsAre("Skola", "Se lagen om stöd.", "SFS 2010:1.",
                                               "fler lärare", "i alla ämnen", "Nämnd | Kronor"));
  EXPECT_EQ(line_of(extracted, "Skola").level, 2);
  EXPECT_EQ(line_of(extracted, "i alla ämnen").level, 2);
}

TEST(Odt, FindsTheStyleBehindAnAutomaticOne) {
  const ExtractedText extracted = good(extract_odt(
      odt_of("<text:p text:style-name=\"P1\">Älvfors framåt</text:p><text:p>Text.</text:p>",
             "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>"
             "<style:style style:name=\"Title\"/>")));
  EXPECT_EQ(extracted.title, "Älvfors framåt");
}

TEST(Epub, ReadsTheChaptersInTheOrderOfTheSpine) {
  const auto chapter = [](const std::string& text) {
    return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><h1>" +
           text + "</h1><p>Brödtext.</p></body></html>";
  };
  const ExtractedText extracted = good(extract_epub(zip_of(
      {{"mimetype", "application/epub+zip"},
       {"META-INF/container.xml",
        "<container><rootfiles><rootfile full-path=\"bok/bok.opf\"/></rootfiles></container>"},
       {"bok/bok.opf",
        "<package><metadata><dc:title>Boken om Älvfors</dc:title><dc:date>2021-05-06</dc:date>"
        "</metadata><manifest><item id=\"a\" href=\"ett%20a.xhtml\"/><item id=\"b\" href=\"b.xhtml\"/>"
        "<item id=\"n\" href=\"nav.xhtml\" properties=\"nav\"/></manifest>"
        "<spine><itemref idref=\"n\"/><itemref idref=\"b\"/><itemref idref=\"a\"/></spine></package>"},
       {"bok/ett a.xhtml", chapter("Andra")},
       {"bok/b.xhtml", chapter("Första")},
       {"bok/nav.xhtml", chapter("Innehåll")}})));
  EXPECT_THAT(texts_of(extracted), ElementsAre("Första", "Brödtext.", "Andra", "Brödtext."));
  EXPECT_EQ(stated(extracted, "title"), "Boken om Älvfors");
  EXPECT_EQ(stated(extracted, "date"), "2021-05-06");
  EXPECT_EQ(left_out(extracted, "table_of_contents"), 1U);
}

}  // namespace
}  // namespace ordalag::extract
