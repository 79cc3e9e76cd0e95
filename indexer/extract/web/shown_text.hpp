// The text of a web page as a browser shows it, furniture and all, and where each piece of it stands.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/span.hpp"
#include "indexer/extract/web/html_tree.hpp"

namespace ordalag::extract {

struct ShownText {
  // A line for each block; white space as single spaces, composed, without invisible characters.
  std::string text;
  // The bytes of `text` that a text node gave; nodes of white space alone are not in it.
  std::unordered_map<const xmlNode*, ByteSpan> places;
};

// The text within `root`. A line break, and no-break spaces in a row, end the line too: browsers find
// no words across them. Linear.
ShownText shown_text(const xmlNode* root);

// True for elements that stand within a line; all others end it.
bool is_inline(std::string_view name);

}  // namespace ordalag::extract
