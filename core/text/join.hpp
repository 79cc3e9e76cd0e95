// Several texts as one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ordalag {

// The texts with `separator` between them; none after empty ones at the beginning.
inline std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += separator;
    all += text;
  }
  return all;
}

}  // namespace ordalag
