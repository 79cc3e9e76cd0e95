#include "indexer/reading/line_limit.hpp"

#include <algorithm>
#include <utility>

namespace ordalag {

tl::unexpected<Error> too_long_line(const std::string& file, std::uint32_t line, std::string hint) {
  return fail(ErrorCode::kTooLarge,
              "the line is longer than " + std::to_string(kMaxLine >> 20U) + " MB",
              file + ":" + std::to_string(line), std::move(hint));
}

namespace reading {

Status check_line_lengths(std::string_view bytes, const std::string& file) {
  std::uint32_t line = 1;
  for (std::size_t begin = 0; bytes.size() - begin > kMaxLine; ++line) {
    const std::size_t end = bytes.find_first_of("\r\n", begin);
    if (std::min(end, bytes.size()) - begin > kMaxLine)
      return too_long_line(file, line, "is it text? divide it into paragraphs");
    begin = end + (bytes.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return {};
}

}  // namespace reading
}  // namespace ordalag
