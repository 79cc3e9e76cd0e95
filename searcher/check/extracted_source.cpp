#include "searcher/check/extracted_source.hpp"

#include <utility>

#include "core/base/process.hpp"
#include "core/text/extraction_output.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

ExtractedLineText line_of(const boost::json::object& object) {
  const std::string_view text = extraction_output::text_at(object, "text");
  return {extraction_output::number_at(object, "number"), extraction_output::box_of(object),
          first_invalid_utf8(text) ? std::string() : std::string(text)};
}

Result<std::vector<ExtractedLineText>> lines_in(std::string_view output) {
  std::vector<ExtractedLineText> lines;
  ORDALAG_TRY(head, extraction_output::take_line(output));
  if (!head.contains("extraction")) return extraction_output::malformed();
  while (true) {
    ORDALAG_TRY(line, extraction_output::take_line(output));
    if (!line.contains("text")) {
      if (extraction_output::number_at(line, "lines") != lines.size() || !output.empty())
        return extraction_output::malformed();
      return lines;
    }
    lines.push_back(line_of(line));
  }
}

}  // namespace

Result<std::vector<ExtractedLineText>> extract_again(const std::string& format,
                                                     std::string_view bytes) {
  ORDALAG_TRY(end, run_process(extract_program(), {"--stdin", format}, bytes, {}));
  if (end.timed_out || end.too_much_output || end.signal != 0)
    return fail(ErrorCode::kBadInput, "reading it again took too much or crashed");
  return lines_in(end.output);
}

}  // namespace ordalag
