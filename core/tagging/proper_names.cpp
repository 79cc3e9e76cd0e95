#include "core/tagging/proper_names.hpp"

#include <algorithm>
#include <array>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// Last elements of Swedish place names that seldom end a compound of other kinds; of names of
// towns, seats of municipalities and parishes (the common ones, by our own reading of a map).
constexpr std::array<std::string_view, 22> kPlaceEndings{
    "berga", "boda", "bruk", "fors", "hamn", "holm", "hult", "köping", "lund", "näs",   "ryd",
    "sele",  "sjö",  "sta",  "stad", "sund", "torp", "tuna", "vik",    "åker", "ånger", "ås"};

bool is_capitalised(std::string_view word) {
  const CodePoint first = code_point_at(word, 0);
  if (!is_upper(first.value) || first.bytes >= word.size()) return false;
  return is_lower(code_point_at(word, first.bytes).value);
}

bool ends_as_places_do(std::string_view word) {
  if (word.ends_with('s')) {
    const std::string_view bare = word.substr(0, word.size() - 1);  // "Älvstads"
    if (std::any_of(kPlaceEndings.begin(), kPlaceEndings.end(),
                    [&](std::string_view ending) { return bare.ends_with(ending); }))
      return true;
  }
  return std::any_of(kPlaceEndings.begin(), kPlaceEndings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

// A capital tells nothing after the end of a sentence, a colon, a bullet or at the start of a line.
bool inside_sentence(std::string_view text, std::size_t at) {
  while (at > 0) {
    const CodePoint before = code_point_before(text, at);
    if (is_letter(before.value) || is_digit(before.value) || before.value == U',') return true;
    if (before.value == U'\n' || !is_space(before.value)) return false;
    at -= before.bytes;
  }
  return false;
}

}  // namespace

bool is_proper_name(std::string_view text, ByteSpan word) {
  const std::string_view surface = text.substr(word.begin, word.size());
  if (!is_capitalised(surface)) return false;
  return inside_sentence(text, word.begin) || ends_as_places_do(surface);
}

}  // namespace ordalag
