// Links into web pages: the text directive of a URL fragment (WICG Text Fragments), by which a browser
// scrolls to a passage and marks it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/span.hpp"

namespace ordalag {

// A web page as a browser searches it: a line for each block of its text, in order, with all that
// it shows.
class ShownPage {
 public:
  // `page` (valid UTF-8, single spaces) outlives the object. Linear.
  explicit ShownPage(std::string_view page);

  // ":~:text=…" for the text at `place`, one that a browser finds at this place alone: the whole of a
  // short text on one line, else its first and last words; with words of the blocks beside it where
  // the same words stand elsewhere too. Neither letter case nor accents (of å, ä and ö too) make a
  // difference, as they make none to a browser. Empty when nothing tells the text from another
  // place with its words. Linear in the page for each try, of which one is usual.
  std::optional<std::string> directive(ByteSpan place) const;

  std::string_view text() const { return page_; }

 private:
  std::string_view page_;
  std::string folded_;
};

// Where `passage` stands in `page` within the blocks at `around`: as it is, or, where the page has more
// between (references to notes, cells, line breaks), from its first words to its last. Empty when
// it is not to be found.
std::optional<ByteSpan> find_shown(std::string_view page, ByteSpan around, std::string_view passage);

}  // namespace ordalag
