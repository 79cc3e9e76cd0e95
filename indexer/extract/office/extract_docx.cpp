#include "indexer/extract/office/extract_docx.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/office/docx_styles.hpp"
#include "indexer/extract/office/gathering.hpp"
#include "indexer/extract/office/package.hpp"
#include "indexer/extract/office/paragraph_sink.hpp"
#include "indexer/extract/office/xml.hpp"
#include "indexer/extract/stated_values.hpp"

namespace ordalag::extract {
namespace {

using pugi::xml_node;
using reading::LineStyle;

// Elements whose content is not part of the accepted text.
constexpr std::array<std::string_view, 8> kNoText = {
    "w:del",   "w:moveFrom", "w:instrText", "w:delText",
    "w:pPr",   "w:rPr",      "w:ruby",      "w:fldData"};

bool is_off(const xml_node& property) {
  const std::string_view value = property.attribute("w:val").as_string("true");
  return value == "0" || value == "false";
}

bool has(const xml_node& properties, const char* name) {
  const xml_node property = properties.child(name);
  return property && !is_off(property);
}

class DocxReader {
 public:
  explicit DocxReader(PackageParts& parts) : parts_(parts), styles_(parts), sink_("docx") {
    read_notes("word/footnotes.xml", "w:footnotes", footnotes_);
    read_notes("word/endnotes.xml", "w:endnotes", endnotes_);
  }

  Result<reading::ExtractedText> run() {
    pugi::xml_document document;
    ORDALAG_CHECK(load_part(parts_, main_part(), document));
    read_block(document.document_element().child("w:body"), 0);
    if (!carried_.text.empty()) {
      OfficeParagraph last;
      last.text = std::move(carried_.text);
      sink_.add(std::move(last));
    }
    count_margins();
    const std::string title = state_properties();
    ORDALAG_TRY(extracted, std::move(sink_).finish());
    if (extracted.title.empty()) extracted.title = title;
    return extracted;
  }

 private:
  std::string main_part() const {
    for (const auto& [name, part] : parts_)
      if (name.starts_with("word/document") && name.ends_with(".xml")) return name;
    return "word/document.xml";
  }

  void read_notes(std::string_view name, const char* root,
                  std::map<std::string, std::string>& notes) {
    pugi::xml_document document;
    load_optional_part(parts_, name, document);
    for (const xml_node& note : document.child(root).children()) {
      Gathering gathering;
      for (const xml_node& paragraph : note.children("w:p")) {
        if (!gathering.text.empty()) gathering.text += ' ';
        read_runs(paragraph, gathering, 0);
      }
      notes[note.attribute("w:id").value()] = std::move(gathering.text);
    }
  }

  void read_block(const xml_node& block, int depth) {
    if (depth > kDeepestElement) return;
    for (const xml_node& node : block.children()) {
      if (is_named(node, "w:p")) read_paragraph(node, depth, [&](OfficeParagraph paragraph) {
        sink_.add(std::move(paragraph));
      });
      else if (is_named(node, "w:tbl")) read_table(node, depth + 1);
      else if (is_named(node, "w:sdt")) read_control(node, depth + 1);
      else if (!is_named(node, "w:del") && !is_named(node, "w:moveFrom")) read_block(node, depth + 1);
    }
  }

  // A content control; Word keeps its tables of contents in one.
  void read_control(const xml_node& control, int depth) {
    const std::string_view gallery =
        control.child("w:sdtPr").child("w:docPartObj").child("w:docPartGallery").attribute("w:val").value();
    const bool before = std::exchange(in_contents_, in_contents_ || gallery == "Table of Contents");
    read_block(control.child("w:sdtContent"), depth);
    in_contents_ = before;
  }

  void read_table(const xml_node& table, int depth) {
    if (depth > kDeepestElement) return;
    for (const xml_node& row : table.children("w:tr")) {
      if (row.child("w:trPr").child("w:del")) continue;
      OfficeRow cells;
      read_cells(row, depth, cells);
      sink_.add_row(std::move(cells));
    }
  }

  void read_cells(const xml_node& row, int depth, OfficeRow& cells) {
    if (depth > kDeepestElement) return;
    for (const xml_node& node : row.children()) {
      if (is_named(node, "w:tc")) {
        cells.emplace_back();
        read_cell(node, depth + 1, cells.back());
      } else if (is_named(node, "w:sdt")) {
        read_cells(node.child("w:sdtContent"), depth + 1, cells);
      }
    }
  }

  void read_cell(const xml_node& cell, int depth, std::vector<OfficeParagraph>& paragraphs) {
    if (depth > kDeepestElement) return;
    for (const xml_node& node : cell.children()) {
      if (is_named(node, "w:p"))
        read_paragraph(node, depth, [&](OfficeParagraph paragraph) {
          if (!one_line(paragraph.text).empty()) paragraphs.push_back(std::move(paragraph));
        });
      else if (!is_named(node, "w:tcPr") && !is_named(node, "w:del"))
        read_cell(node, depth + 1, paragraphs);
    }
  }

  template <class Take>
  void read_paragraph(const xml_node& node, int depth, const Take& take) {
    const xml_node properties = node.child("w:pPr");
    Gathering gathering = std::exchange(carried_, {});
    read_runs(node, gathering, depth + 1);
    if (properties.child("w:rPr").child("w:del")) {
      carried_ = std::move(gathering);
      return;
    }
    OfficeParagraph paragraph = styled(properties);
    gathering.hand_over(paragraph);
    take(std::move(paragraph));
    for (const xml_node& box : gathering.boxes)
      if (depth < kDeepestElement) read_block(box, depth + 1);
  }

  OfficeParagraph styled(const xml_node& properties) const {
    OfficeParagraph paragraph;
    const DocxStyle& style = styles_.of(properties.child("w:pStyle").attribute("w:val").value());
    int heading = style.heading, list = style.list;
    if (const xml_node outline = properties.child("w:outlineLvl"))
      heading = outline.attribute("w:val").as_int(9) < 9 ? outline.attribute("w:val").as_int() + 1 : 0;
    if (const xml_node numbering = properties.child("w:numPr")) {
      const bool marked = styles_.is_list(numbering.child("w:numId").attribute("w:val").as_int(0));
      list = marked ? numbering.child("w:ilvl").attribute("w:val").as_int(0) + 1 : 0;
    }
    paragraph.title = style.title;
    paragraph.contents = in_contents_ || style.contents;
    if (heading > 0 || style.title) {
      paragraph.style = LineStyle::kHeading;
      paragraph.level = static_cast<std::uint8_t>(std::max(heading, 1));
    } else if (list > 0) {
      paragraph.style = LineStyle::kListItem;
      paragraph.level = static_cast<std::uint8_t>(std::min(list, 9));
    }
    return paragraph;
  }

  void read_runs(const xml_node& parent, Gathering& gathering, int depth) {
    if (depth > kDeepestElement) return;
    for (const xml_node& node : parent.children()) {
      const std::string_view name = node.name();
      if (std::find(kNoText.begin(), kNoText.end(), name) != kNoText.end()) continue;
      if (name == "w:r") read_run(node, gathering, depth + 1);
      else if (name == "w:txbxContent") gathering.boxes.push_back(node);
      else if (name == "mc:AlternateContent") read_alternative(node, gathering, depth + 1);
      else if (name != "w:p" && name != "w:tbl") read_runs(node, gathering, depth + 1);
    }
  }

  // The same drawing in two forms: one is enough.
  void read_alternative(const xml_node& node, Gathering& gathering, int depth) {
    const xml_node choice = node.child("mc:Choice");
    read_runs(choice ? choice : node.child("mc:Fallback"), gathering, depth);
  }

  void read_run(const xml_node& run, Gathering& gathering, int depth) {
    if (depth > kDeepestElement) return;
    const xml_node properties = run.child("w:rPr");
    if (has(properties, "w:vanish")) return;
    const std::size_t before = gathering.text.size();
    for (const xml_node& node : run.children()) {
      const std::string_view name = node.name();
      if (name == "w:t") gathering.text += node.text().get();
      else if (name == "w:tab") gathering.text += ' ';
      else if (name == "w:br" || name == "w:cr") gathering.text += '\n';
      else if (name == "w:noBreakHyphen") gathering.text += '-';
      else if (name == "w:footnoteReference") add_note(footnotes_, node, gathering);
      else if (name == "w:endnoteReference") add_note(endnotes_, node, gathering);
      else if (name == "mc:AlternateContent") read_alternative(node, gathering, depth + 1);
      else if (name == "w:drawing" || name == "w:pict" || name == "w:object")
        read_runs(node, gathering, depth + 1);
    }
    const std::size_t added = gathering.text.size() - before;
    const bool blank = gathering.text.find_first_not_of(" \n", before) == std::string::npos;
    if (blank) return;
    gathering.letters += added;
    if (has(properties, "w:b")) gathering.bold += added;
  }

  static void add_note(const std::map<std::string, std::string>& notes, const xml_node& reference,
                       Gathering& gathering) {
    const auto note = notes.find(reference.attribute("w:id").value());
    if (note != notes.end()) gathering.notes.push_back(note->second);
  }

  // Headers and footers are parts of their own.
  void count_margins() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kMargins = {
        {{"word/header", "running_header"}, {"word/footer", "footer"}}};
    for (const auto& [prefix, reason] : kMargins) {
      std::vector<std::string> names;
      for (const auto& [name, part] : parts_)
        if (name.starts_with(prefix)) names.push_back(name);
      for (const std::string& name : names) {
        pugi::xml_document document;
        load_optional_part(parts_, name, document);
        if (!one_line(text_within(document)).empty()) sink_.builder().leave_out(reason, 1, {0, 0});
      }
    }
  }

  // States the date, and returns the title where it says something.
  std::string state_properties() {
    pugi::xml_document document;
    load_optional_part(parts_, "docProps/core.xml", document);
    const xml_node core = document.document_element();
    sink_.builder().state("date", iso_day(core.child("dcterms:created").text().get()));
    const std::string title = one_line(core.child("dc:title").text().get());
    return is_worded_title(title) ? title : std::string();
  }

  PackageParts& parts_;
  DocxStyles styles_;
  ParagraphSink sink_;
  std::map<std::string, std::string> footnotes_, endnotes_;
  Gathering carried_;         // of a paragraph whose mark is deleted
  bool in_contents_ = false;  // within a table of contents
};

}  // namespace

Result<reading::ExtractedText> extract_docx(std::string_view bytes) {
  ORDALAG_TRY(parts, open_package(bytes));
  return DocxReader(parts).run();
}

}  // namespace ordalag::extract
