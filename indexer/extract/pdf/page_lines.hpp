// A page as lines in reading order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/pdf/line_numbers.hpp"
#include "indexer/extract/pdf/page_regions.hpp"
#include "indexer/extract/pdf/text_line.hpp"

namespace ordalag::extract {

struct PageLine {
  TextLine line;
  std::uint32_t page = 0;          // physical, from 1
  std::uint32_t region = 0;        // number of its column within the document
  RegionKind kind = RegionKind::kText;
  Box column;                      // of its region
  float first_word_width = 0;      // points
  std::optional<std::uint32_t> printed_number;
  std::string note;                // the mark of the note that this line opens; empty: none
  bool in_note = false;            // opens a note or goes on with one
};

struct LinedPage {
  std::uint32_t page = 0;
  float body_size = 0;
  std::uint32_t first_region = 0;  // regions are numbered on from here
  float word_space = 0;            // usual_word_space() of the page
};

// The lines of a page in reading order. Small print at the foot of a column that opens with a
// number or an asterisk is taken for notes, and the raised references to them in the text become
// note marks. Words that do not stand upright come last.
std::vector<PageLine> read_lines(const PdfPage& page, const LinedPage& setting, KnownWords& known);

// Gives every line beside a printed number that number, and the lines between two numbers theirs
// where their count fits.
void assign_line_numbers(std::vector<PageLine>& lines,
                         const std::vector<PrintedLineNumber>& numbers);

}  // namespace ordalag::extract
