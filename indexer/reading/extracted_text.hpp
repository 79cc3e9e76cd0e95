// What every format hands over: lines of text with where they stand, and what the format knows of
// them. Plain text knows nothing, Markdown knows headings, PDF will know pages and DOCX styles;
// the passes after this work on lines alone and never on a format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/document.hpp"
#include "core/base/span.hpp"
#include "core/text/decode.hpp"

namespace ordalag::reading {

// What the format itself says a line is. kUnknown: it says nothing, the passes judge the text.
// kParagraph: a whole paragraph, which does not go on in the next line; it may be a heading that
// nobody marked, and may open with a bullet typed by hand.
// A caption is a paragraph that no look makes a heading.
enum class LineStyle : std::uint8_t {
  kUnknown,
  kHeading,
  kListItem,
  kTableRow,
  kParagraph,
  kCaption,
};

struct ExtractedLine {
  std::uint32_t number = 0;  // line (or paragraph) of the source, from 1
  ByteSpan source;           // its bytes in ExtractedText::text, without the line end
  std::string edited;        // its content without markup, where that differs from `source`
  LineStyle style = LineStyle::kUnknown;
  std::uint8_t level = 0;    // of a heading or a list item, from 1
  bool page_starts = false;  // the first line of a page
  // The rest is known of paginated formats only.
  std::uint32_t page = 0;                       // physical page, from 1; 0: the format has none
  std::optional<std::uint32_t> printed_number;  // in the margin beside the line, not in its text
  std::optional<PageRectangle> box;             // of the line on its page
  ByteSpan shown;            // its blocks in ExtractedText::shown; web pages only
};

// What the numbers of the lines count, and with it which provenance they give.
enum class SourceUnit : std::uint8_t {
  kSourceLine,  // lines of the file: `lines` and `source_bytes`
  kParagraph,   // paragraphs of a document or web page: `lines` alone; the text is made, not sliced
  kPageLine,    // lines made out of a page: `page`, `page_label` and `quads`; never `lines`
};

// A fact that the file states about itself, outside its text ("date", "2021-07-05").
struct StatedFact {
  std::string key;  // lower case
  std::string value;
};

struct ExtractedText {
  std::string format;    // "text", "markdown"
  DecodedText decoded;   // the whole source as UTF-8
  std::vector<ExtractedLine> lines;  // every line, blank ones too, in order
  std::vector<StatedFact> stated;
  std::vector<LineRange> stated_at;  // the lines that hold the stated facts
  std::string title;                 // a heading that the format marks as the title; may be empty
  SourceUnit unit = SourceUnit::kSourceLine;
  std::vector<PageReading> pages;    // by physical page, from page 1; empty without pages
  std::string shown;                 // a web page with all that a browser shows, a line each block
  std::vector<LeftOut> left_out;     // what the format left out itself; `at` counts in `unit`,
                                     // pages for kPageLine

  std::string_view content(const ExtractedLine& line) const {
    if (!line.edited.empty()) return line.edited;
    return std::string_view(decoded.text).substr(line.source.begin, line.source.size());
  }
};

}  // namespace ordalag::reading
