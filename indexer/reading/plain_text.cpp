#include "indexer/reading/plain_text.hpp"

#include <utility>

namespace ordalag::reading {

ExtractedText extract_plain_text(DecodedText decoded) {
  ExtractedText extracted;
  extracted.format = "text";
  extracted.decoded = std::move(decoded);
  const std::string_view text = extracted.decoded.text;
  std::uint32_t number = 1;
  bool page_starts = false;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) end = text.size();
    ExtractedLine line;
    line.number = number;
    line.source = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string_view content = text.substr(begin, end - begin);
    const std::size_t feed = content.find('\f');
    line.page_starts = page_starts || feed != std::string_view::npos;
    // A form feed at the end of a line (or alone on one) starts a page with the next line.
    page_starts = feed != std::string_view::npos &&
                  content.find_first_not_of(" \t\f", feed) == std::string_view::npos;
    extracted.lines.push_back(std::move(line));
    const bool carriage_return = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    begin = end + (carriage_return ? 2 : 1);
  }
  return extracted;
}

}  // namespace ordalag::reading
