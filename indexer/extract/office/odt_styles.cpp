#include "indexer/extract/office/odt_styles.hpp"

#include "indexer/extract/office/xml.hpp"

namespace ordalag::extract {

void OdtStyles::read(const pugi::xml_node& root) {
  for (const char* group : {"office:styles", "office:automatic-styles"})
    for (const pugi::xml_node& style : root.child(group).children("style:style")) {
      Entry entry;
      const std::string name = style.attribute("style:name").value();
      entry.parent = style.attribute("style:parent-style-name").value();
      entry.display_name = style.attribute("style:display-name").as_string(name.c_str());
      entry.own.heading = style.attribute("style:default-outline-level").as_int(0);
      const pugi::xml_node letters = style.child("style:text-properties");
      entry.own.bold = std::string_view(letters.attribute("fo:font-weight").value()) == "bold";
      entry.own.hidden = std::string_view(letters.attribute("text:display").value()) == "none";
      entry.own.title = name == "Title" || name == "Subtitle";
      styles_.emplace(name, std::move(entry));
    }
}

OdtStyle OdtStyles::of(std::string_view name) const {
  constexpr int kLongestChain = 12;
  OdtStyle style;
  auto entry = styles_.find(name);
  for (int i = 0; i < kLongestChain && entry != styles_.end(); ++i) {
    const OdtStyle& own = entry->second.own;
    if (style.heading == 0) style.heading = own.heading;
    // "Heading" itself is the parent of titles and of levels alike, and says no level.
    if (style.heading == 0 && entry->second.display_name != "Heading")
      style.heading = heading_level_of_style(entry->second.display_name);
    style.title = style.title || own.title;
    style.bold = style.bold || own.bold;
    style.hidden = style.hidden || own.hidden;
    entry = styles_.find(entry->second.parent);
  }
  return style;
}

}  // namespace ordalag::extract
