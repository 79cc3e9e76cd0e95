// What a PDF page holds before anything is made of it: words with boxes and fonts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ordalag::extract {

// Points from the upper left corner of the page.
struct Box {
  float left = 0, top = 0, right = 0, bottom = 0;

  float width() const { return right - left; }
  float height() const { return bottom - top; }
  float middle() const { return (top + bottom) / 2; }
  void include(const Box& other);
};

// The part of the smaller height that two boxes share, in [0, 1].
float vertical_overlap(const Box& a, const Box& b);

struct PageWord {
  std::string text;  // valid UTF-8, ligatures taken apart
  Box box;
  float size = 0;    // of the font, points
  std::string font;  // its name; empty when the file does not tell
  bool bold = false;
  bool symbol = false;    // set in a font of signs, whose letters are pictures
  bool upright = true;    // false: turned by 90, 180 or 270 degrees
  bool note_reference = false;  // smaller and higher than its line, and the page has such a note
};

struct OutlineItem {
  std::string title;
  std::uint8_t level = 0;  // from 1
};

struct PdfPage {
  float width = 0, height = 0;
  std::string label;             // as the file numbers it
  std::vector<PageWord> words;
  std::string physical, raw;     // poppler's own readings, lines ended by "\n"
};

struct PdfContents {
  std::string title;             // of the document information; may be empty
  std::vector<OutlineItem> outline;
  std::vector<PdfPage> pages;
};

}  // namespace ordalag::extract
