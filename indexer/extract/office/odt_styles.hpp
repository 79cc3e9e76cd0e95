// What the styles of an ODT file say of a paragraph.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace ordalag::extract {

struct OdtStyle {
  int heading = 0;      // level from 1; 0: no heading
  bool title = false;
  bool bold = false;
  bool hidden = false;
};

class OdtStyles {
 public:
  // Adds the styles of `root` (a content or styles document), common and automatic.
  void read(const pugi::xml_node& root);
  // With what the parents say; a style that is not known is plain.
  OdtStyle of(std::string_view name) const;

 private:
  struct Entry {
    std::string parent, display_name;
    OdtStyle own;
  };
  std::map<std::string, Entry, std::less<>> styles_;
};

}  // namespace ordalag::extract
