#include "indexer/extract/office/docx_styles.hpp"

#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/extract/office/xml.hpp"

namespace ordalag::extract {
namespace {

constexpr int kDeepestHeading = 9;

bool is_on(const pugi::xml_node& property) {
  if (!property) return false;
  const std::string_view value = property.attribute("w:val").as_string("true");
  return value != "0" && value != "false" && value != "none";
}

}  // namespace

DocxStyles::DocxStyles(PackageParts& parts) {
  read_numberings(parts);
  read_styles(parts);
}

void DocxStyles::read_numberings(PackageParts& parts) {
  pugi::xml_document document;
  load_optional_part(parts, "word/numbering.xml", document);
  std::set<int> without_mark;
  const pugi::xml_node root = document.child("w:numbering");
  for (const pugi::xml_node& each : root.children("w:abstractNum")) {
    const pugi::xml_node level = each.child("w:lvl");
    if (std::string_view(level.child("w:numFmt").attribute("w:val").value()) == "none")
      without_mark.insert(each.attribute("w:abstractNumId").as_int(-1));
  }
  for (const pugi::xml_node& each : root.children("w:num")) {
    const int abstract = each.child("w:abstractNumId").attribute("w:val").as_int(-1);
    const int id = each.attribute("w:numId").as_int(0);
    if (id != 0 && !without_mark.contains(abstract)) lists_.insert(id);
  }
}

void DocxStyles::read_styles(PackageParts& parts) {
  pugi::xml_document document;
  load_optional_part(parts, "word/styles.xml", document);
  std::map<std::string, std::string, std::less<>> based_on;
  for (const pugi::xml_node& each : document.child("w:styles").children("w:style")) {
    const std::string_view type = each.attribute("w:type").value();
    if (type != "paragraph") continue;
    const std::string id = each.attribute("w:styleId").value();
    const std::string_view name = each.child("w:name").attribute("w:val").value();
    DocxStyle style;
    const pugi::xml_node properties = each.child("w:pPr");
    if (const pugi::xml_node outline = properties.child("w:outlineLvl"))
      style.heading = outline.attribute("w:val").as_int(kDeepestHeading) + 1;
    else
      style.heading = heading_level_of_style(name);
    if (style.heading > kDeepestHeading) style.heading = 0;
    if (const pugi::xml_node numbering = properties.child("w:numPr"))
      if (is_list(numbering.child("w:numId").attribute("w:val").as_int(0)))
        style.list = numbering.child("w:ilvl").attribute("w:val").as_int(0) + 1;
    const std::string lower = first_invalid_utf8(name) ? std::string() : lower_case(name);
    style.title = lower == "title" || lower == "rubrik" || lower == "titel";
    style.contents = lower.starts_with("toc ") || lower.starts_with("innehåll ");
    style.bold = is_on(each.child("w:rPr").child("w:b"));
    based_on[id] = each.child("w:basedOn").attribute("w:val").value();
    styles_[id] = style;
  }
  // A style inherits what it does not say itself.
  constexpr int kLongestChain = 12;
  for (auto& [id, style] : styles_) {
    std::string parent = based_on[id];
    for (int i = 0; i < kLongestChain && !parent.empty(); ++i) {
      const DocxStyle& above = of(parent);
      if (style.heading == 0 && !style.title) style.heading = above.heading;
      if (style.list == 0) style.list = above.list;
      style.bold = style.bold || above.bold;
      const auto next = based_on.find(parent);
      parent = next == based_on.end() ? std::string() : next->second;
    }
  }
}

const DocxStyle& DocxStyles::of(std::string_view style_id) const {
  static const DocxStyle kPlain;
  const auto found = styles_.find(style_id);
  return found == styles_.end() ? kPlain : found->second;
}

}  // namespace ordalag::extract
