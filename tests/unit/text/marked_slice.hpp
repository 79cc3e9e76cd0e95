// Sources with a marked slice: "1 [[Vi ska bygga]] 2". Nobody counts bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ordalag {

struct MarkedSlice {
  std::string source;  // without the marks
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string_view slice() const { return std::string_view(source).substr(begin, end - begin); }
};

// Takes the marks "[[" and "]]" out of `marked`, which has one of each.
inline MarkedSlice unmarked(std::string_view marked) {
  MarkedSlice result;
  result.begin = marked.find("[[");
  const std::size_t close = marked.find("]]");
  result.end = close - 2;
  result.source = std::string(marked.substr(0, result.begin)) +
                  std::string(marked.substr(result.begin + 2, close - result.begin - 2)) +
                  std::string(marked.substr(close + 2));
  return result;
}

}  // namespace ordalag
