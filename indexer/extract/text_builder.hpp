// Puts an ExtractedText together, line by line.
#pragma once

#include <string>
#include <string_view>

#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract {

// What is said of a line beside its text; see reading::ExtractedLine.
struct LineHints {
  reading::LineStyle style = reading::LineStyle::kUnknown;
  std::uint8_t level = 0;
  bool page_starts = false;
  std::uint32_t page = 0;
  std::optional<std::uint32_t> printed_number;
  std::optional<PageRectangle> box;
  ByteSpan shown;  // in ExtractedText::shown
};

class TextBuilder {
 public:
  TextBuilder(std::string_view format, reading::SourceUnit unit);

  // Adds a line under the next number. Line ends in `text` become spaces, what is not UTF-8 and
  // what would count as binary is dropped.
  void add(std::string_view text, const LineHints& hints);
  // Adds a further line under the number of the last one.
  void add_within(std::string_view text, const LineHints& hints);
  // Adds an empty line, unless the last one is; it takes no number in texts of paragraphs.
  void add_blank();
  // Notes a fact that the file states of itself; an empty value is no fact.
  void state(std::string_view key, std::string_view value);
  // Counts `lines` lines under `reason`; `at` begins with 0 for what has no place among the others.
  void leave_out(std::string_view reason, std::uint32_t lines, LineRange at);

  std::uint32_t last_number() const { return number_; }
  std::size_t size() const { return extracted_.decoded.text.size(); }
  reading::ExtractedText& extracted() { return extracted_; }
  reading::ExtractedText finish() &&;

 private:
  void append(std::string_view text, const LineHints& hints);

  reading::ExtractedText extracted_;
  std::uint32_t number_ = 0;
};

// `text` without the bytes that are not UTF-8.
std::string valid_utf8(std::string_view text);

// `text` on one line: white space as single spaces (as a tab where it holds one), trimmed; bytes that
// are not UTF-8 and control characters dropped.
std::string one_line(std::string_view text);

}  // namespace ordalag::extract
