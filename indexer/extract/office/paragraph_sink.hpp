// Paragraphs of a word processor's document on their way to an ExtractedText.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/text_builder.hpp"

namespace ordalag::extract {

struct OfficeParagraph {
  std::string text;                // line breaks within it as "\n"
  reading::LineStyle style = reading::LineStyle::kParagraph;
  std::uint8_t level = 0;          // of a heading or list item
  bool title = false;              // in the style of a title
  bool bold = false;               // all its letters
  bool contents = false;           // a line of a table of contents
  std::vector<std::string> notes;  // texts of the notes it refers to
};

// A table row's cells, each the paragraphs of one cell.
using OfficeRow = std::vector<std::vector<OfficeParagraph>>;

// Numbers the paragraphs that have text, from 1; a table row and a note count as one each. A short
// paragraph all in bold letters, without the marks of running text, becomes a heading, one level
// below those that have a style. Notes follow their paragraph.
class ParagraphSink {
 public:
  explicit ParagraphSink(std::string_view format);

  void add(OfficeParagraph paragraph);
  // A row of data becomes one line, cells joined by " | ". A row of layout (a single cell, or cells
  // of several paragraphs, headings or lists) gives its paragraphs one after the other.
  void add_row(OfficeRow row);
  TextBuilder& builder() { return builder_; }
  // Errors: kBadInput when there was no text.
  Result<reading::ExtractedText> finish() &&;

 private:
  TextBuilder builder_;
  std::uint8_t deepest_ = 0;           // level of a styled heading
  std::vector<std::size_t> bold_;      // lines that may be headings without a style
  std::string title_;
};

}  // namespace ordalag::extract
