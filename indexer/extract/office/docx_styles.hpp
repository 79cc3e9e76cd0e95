// What the styles and numberings of a DOCX file say of a paragraph.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

#include "indexer/extract/office/package.hpp"

namespace ordalag::extract {

struct DocxStyle {
  int heading = 0;         // level from 1; 0: no heading
  int list = 0;            // level from 1; 0: no list item
  bool title = false;
  bool contents = false;   // a line of a table of contents
  bool bold = false;
};

class DocxStyles {
 public:
  // Reads word/styles.xml and word/numbering.xml; either may be missing.
  explicit DocxStyles(PackageParts& parts);

  const DocxStyle& of(std::string_view style_id) const;
  // False for numberings that print no mark.
  bool is_list(int number_id) const { return lists_.contains(number_id); }

 private:
  void read_styles(PackageParts& parts);
  void read_numberings(PackageParts& parts);

  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::set<int> lists_;
};

}  // namespace ordalag::extract
