#include "core/registry/blanks.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

}  // namespace

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string single_spaced(std::string_view text) {
  std::string joined;
  for (text = trim(text); !text.empty();) {
    const std::size_t end = text.find_first_of(kBlank);
    if (!joined.empty()) joined += ' ';
    joined += text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : trim(text.substr(end));
  }
  return joined;
}

}  // namespace ordalag
