#include "indexer/reading/clean_text.hpp"

#include <array>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::reading {
namespace {

// Lead bytes under which a character may need a change: controls and DEL, U+0080 to U+00BF (C2),
// U+1680 (E1), U+2000 to U+206F (E2), U+3000 (E3), U+FEFF (EF). A space is looked at on its own.
constexpr std::array<bool, 256> lead_bytes_to_check() {
  std::array<bool, 256> check{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) check[byte] = true;
  check[0x7F] = check[0xC2] = check[0xE1] = check[0xE2] = check[0xE3] = check[0xEF] = true;
  return check;
}

constexpr std::array<bool, 256> kCheck = lead_bytes_to_check();

}  // namespace

void append_cleaned(std::string_view text, std::string& out) {
  std::size_t copied = 0;  // text before it is in `out`
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool double_space = byte == ' ' && at + 1 < text.size() &&
                              (text[at + 1] == ' ' || kCheck[static_cast<unsigned char>(text[at + 1])]);
    if (!kCheck[byte] && !double_space) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    const bool space = is_space(c.value);
    if (!space && !is_invisible(c.value)) {
      at += c.bytes;
      continue;
    }
    out.append(text.substr(copied, at - copied));
    at += c.bytes;
    if (space) {
      for (CodePoint next = code_point_at(text, at);
           next.bytes != 0 && (is_space(next.value) || is_invisible(next.value));
           next = code_point_at(text, at))
        at += next.bytes;
      out += ' ';
    }
    copied = at;
  }
  out.append(text.substr(copied));
}

}  // namespace ordalag::reading
