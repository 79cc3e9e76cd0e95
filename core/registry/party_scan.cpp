// A first look at a text: most passages name no party, and need no more.
#include <algorithm>

#include "core/registry/parties.hpp"
#include "core/text/plain_words.hpp"

namespace ordalag {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Of a word of PlainWords: after the lead byte of å, ä and ö, those of Å, Ä and Ö are below 0xA0.
bool is_capital(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'A' && byte <= 'Z') || byte == 0xC3U || (byte >= 0x80U && byte < 0xA0U);
}

}  // namespace

bool PartyRegistry::may_be_named_in(std::string_view text) const {
  if (short_opening_) return true;
  PlainWords words(text);
  while (words.next()) {
    const std::string_view word = words.word();
    if (std::all_of(word.begin(), word.end(), is_digit)) continue;
    if (may_end_in_name(word)) return true;
    if (std::all_of(word.begin(), word.end(), is_capital) && resolve(word)) return true;
  }
  return words.is_strange();
}

}  // namespace ordalag
