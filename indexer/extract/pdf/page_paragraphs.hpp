// Lines gathered into paragraphs, headings, table rows and notes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/extract/pdf/page_lines.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract {

struct PageParagraph {
  std::vector<PageLine> lines;
  reading::LineStyle style = reading::LineStyle::kUnknown;
  std::uint8_t level = 0;          // of a heading, set by set_heading_levels
  float size = 0;                  // of a heading: its font, points
  bool bold = false;
  std::string note;                // the mark of the note that it is; empty: none
};

// A paragraph ends at a wider step down, at another font size, before an indented line, before a
// bullet, and after a line that ends a sentence although the next word had found room on it. It
// goes on across columns and pages when it stops in full flight. Headings are lines of greater or
// bolder letters than the body's, few at a time, without the marks of running text.
std::vector<PageParagraph> gather_paragraphs(std::vector<PageLine> lines, float body_size);

// Levels by the outline where it names the heading, else by size and weight: the greatest is 1.
void set_heading_levels(std::vector<PageParagraph>& paragraphs,
                        const std::vector<OutlineItem>& outline);

// Moves every note behind the paragraph that refers to it on its page; a note that nothing refers to stays.
void place_notes(std::vector<PageParagraph>& paragraphs);

}  // namespace ordalag::extract
