#include "core/registry/theme_key.hpp"

#include "core/text/fold.hpp"

namespace ordalag {

std::string theme_key(std::string_view name) {
  constexpr char kFirstOfTwo = '\xC3';  // folding leaves no accent but å ä ö, which begin so
  constexpr char kSecondOfO = '\xB6';
  const std::string folded = fold(name);
  std::string key;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] == kFirstOfTwo && i + 1 < folded.size())
      key += folded[++i] == kSecondOfO ? 'o' : 'a';
    else
      key += folded[i] == ' ' ? '-' : folded[i];
  }
  return key;
}

}  // namespace ordalag
