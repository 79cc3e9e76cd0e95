// Makes small PDF files for tests: words at places, in the fonts that every reader has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ordalag::extract::test {

// kUncoded: a font that says of each of its letters that it is another one, far off.
enum class Face { kRegular, kBold, kUncoded };

struct Run {
  float left = 0;     // points from the left edge
  float baseline = 0; // points from the upper edge
  float size = 11;
  std::string text;   // UTF-8 within Windows-1252
  Face face = Face::kRegular;
  float letter_space = 0;  // points between letters
};

class PdfMaker {
 public:
  // Starts a page of A4.
  PdfMaker& page();
  PdfMaker& put(Run run);
  // Puts lines under each other from `baseline` on, 14 points apart.
  PdfMaker& lines(float left, float baseline, const std::vector<std::string>& texts);
  std::string finish() const;

 private:
  std::vector<std::string> pages_;  // content streams
};

}  // namespace ordalag::extract::test
