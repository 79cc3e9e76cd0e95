#include "indexer/extract/office/extract_odt.hpp"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/office/gathering.hpp"
#include "indexer/extract/office/odt_styles.hpp"
#include "indexer/extract/office/package.hpp"
#include "indexer/extract/office/paragraph_sink.hpp"
#include "indexer/extract/office/xml.hpp"
#include "indexer/extract/stated_values.hpp"

namespace ordalag::extract {
namespace {

using pugi::xml_node;
using reading::LineStyle;

// Elements that hold no text of the document: deleted text lies in text:tracked-changes.
constexpr std::array<std::string_view, 7> kNoText = {
    "text:tracked-changes", "office:annotation", "office:forms",   "text:hidden-text",
    "text:ruby-text",       "svg:title",         "text:index-title"};
// Generated indexes.
constexpr std::array<std::string_view, 7> kIndexes = {
    "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index",
    "text:alphabetical-index", "text:bibliography", "text:user-index"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class OdtReader {
 public:
  explicit OdtReader(PackageParts& parts) : parts_(parts), sink_("odt") {}

  Result<reading::ExtractedText> run() {
    pugi::xml_document content, styles, meta;
    ORDALAG_CHECK(load_part(parts_, "content.xml", content));
    load_optional_part(parts_, "styles.xml", styles);
    load_optional_part(parts_, "meta.xml", meta);
    styles_.read(styles.document_element());
    styles_.read(content.document_element());
    read_block(content.document_element().child("office:body").child("office:text"), {});
    count_margins(styles.document_element().child("office:master-styles"));
    const std::string title = state_properties(meta.document_element().child("office:meta"));
    ORDALAG_TRY(extracted, std::move(sink_).finish());
    if (extracted.title.empty()) extracted.title = title;
    return extracted;
  }

 private:
  struct Place {
    int depth = 0;
    int list = 0;                                        // level; 0: in no list
    std::vector<OfficeParagraph>* cell = nullptr;        // where paragraphs go, in a table

    Place deeper() const { return {depth + 1, list, cell}; }
  };

  void read_block(const xml_node& block, const Place& place) {
    if (place.depth > kDeepestElement) return;
    for (const xml_node& node : block.children()) {
      const std::string_view name = node.name();
      if (among(kNoText, name)) continue;
      if (name == "text:p" || name == "text:h") read_paragraph(node, place);
      else if (name == "text:list") read_block(node, {place.depth + 1, place.list + 1, place.cell});
      else if (name == "table:table") read_table(node, place.deeper());
      else if (among(kIndexes, name)) count_index(node);
      else read_block(node, place.deeper());
    }
  }

  void read_table(const xml_node& table, const Place& place) {
    if (place.depth > kDeepestElement) return;
    for (const xml_node& node : table.children()) {
      const std::string_view name = node.name();
      if (name == "table:table-row") {
        OfficeRow cells;
        for (const xml_node& cell : node.children("table:table-cell")) {
          cells.emplace_back();
          read_block(cell, {place.depth + 1, 0, &cells.back()});
        }
        // A table within a cell gives its paragraphs to the cell.
        if (place.cell == nullptr) {
          sink_.add_row(std::move(cells));
          continue;
        }
        for (std::vector<OfficeParagraph>& cell : cells)
          std::move(cell.begin(), cell.end(), std::back_inserter(*place.cell));
      } else if (name.starts_with("table:table-")) {
        read_table(node, place.deeper());  // header rows and row groups
      }
    }
  }

  void read_paragraph(const xml_node& node, const Place& place) {
    Gathering gathering;
    const OdtStyle style = styles_.of(node.attribute("text:style-name").value());
    if (style.hidden) return;
    read_inline(node, gathering, {style, place.depth + 1});
    OfficeParagraph paragraph;
    const bool heading_element = is_named(node, "text:h");
    const int level = node.attribute("text:outline-level").as_int(std::max(1, style.heading));
    if (heading_element || style.heading > 0 || style.title) {
      paragraph.style = LineStyle::kHeading;
      paragraph.level = static_cast<std::uint8_t>(std::clamp(level, 1, 9));
    } else if (place.list > 0) {
      paragraph.style = LineStyle::kListItem;
      paragraph.level = static_cast<std::uint8_t>(std::min(place.list, 9));
    }
    paragraph.title = style.title;
    gathering.hand_over(paragraph);
    if (place.cell == nullptr)
      sink_.add(std::move(paragraph));
    else if (!one_line(paragraph.text).empty())
      place.cell->push_back(std::move(paragraph));
    for (const xml_node& box : gathering.boxes) read_block(box, place.deeper());
  }

  struct Inline {
    OdtStyle style;
    int depth = 0;
  };

  void read_inline(const xml_node& parent, Gathering& gathering, const Inline& at) {
    if (at.depth > kDeepestElement) return;
    for (const xml_node& node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        const std::string_view text = node.value();
        gathering.text += text;
        if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
        gathering.letters += text.size();
        if (at.style.bold) gathering.bold += text.size();
        continue;
      }
      const std::string_view name = node.name();
      if (among(kNoText, name)) continue;
      if (name == "text:s" || name == "text:tab") gathering.text += ' ';
      else if (name == "text:line-break") gathering.text += '\n';
      else if (name == "text:note") gathering.notes.push_back(note_text(node));
      else if (name == "draw:text-box") gathering.boxes.push_back(node);
      else if (name == "text:span") read_span(node, gathering, at);
      else read_inline(node, gathering, {at.style, at.depth + 1});
    }
  }

  void read_span(const xml_node& span, Gathering& gathering, const Inline& at) {
    OdtStyle style = styles_.of(span.attribute("text:style-name").value());
    if (style.hidden) return;
    style.bold = style.bold || at.style.bold;
    read_inline(span, gathering, {style, at.depth + 1});
  }

  static std::string note_text(const xml_node& note) {
    std::string text;
    for (const xml_node& paragraph : note.child("text:note-body").children())
      text += (text.empty() ? "" : " ") + text_within(paragraph);
    return text;
  }

  void count_index(const xml_node& index) {
    std::uint32_t lines = 0;
    for (const xml_node& line : index.child("text:index-body").children())
      lines += !one_line(text_within(line)).empty();
    if (lines > 0) sink_.builder().leave_out("table_of_contents", lines, here());
  }

  void count_margins(const xml_node& master_styles) {
    for (const xml_node& page : master_styles.children("style:master-page"))
      for (const xml_node& margin : page.children()) {
        if (one_line(text_within(margin)).empty()) continue;
        const bool header = std::string_view(margin.name()).starts_with("style:header");
        sink_.builder().leave_out(header ? "running_header" : "footer", 1, {0, 0});
      }
  }

  LineRange here() {
    return {sink_.builder().last_number() + 1, sink_.builder().last_number() + 1};
  }

  // States the date, and returns the title where it says something.
  std::string state_properties(const xml_node& meta) {
    sink_.builder().state("date", iso_day(meta.child("meta:creation-date").text().get()));
    const std::string title = one_line(meta.child("dc:title").text().get());
    return is_worded_title(title) ? title : std::string();
  }

  PackageParts& parts_;
  OdtStyles styles_;
  ParagraphSink sink_;
};

}  // namespace

Result<reading::ExtractedText> extract_odt(std::string_view bytes) {
  ORDALAG_TRY(parts, open_package(bytes));
  return OdtReader(parts).run();
}

}  // namespace ordalag::extract
