#include "core/language/part_place.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/text/fold.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

std::uint32_t next_letter(std::string_view text, std::uint32_t at) {
  ++at;
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

// A combining diacritical mark (U+0300 to U+036F) at `at`.
bool is_mark(std::string_view text, std::uint32_t at) {
  if (at + 1 >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return lead == 0xCC || (lead == 0xCD && next <= 0xAF);
}

// Letters that the form leaves out: a hyphen at a line end, white space.
bool may_be_skipped(std::string_view folded) {
  return folded.empty() || folded == "-" || folded == " " || folded == "\n" || folded == "\u2010" ||
         folded == "\u2011" || folded == "\r" || folded == "\t";
}

}  // namespace

std::optional<ByteSpan> place_in_text(std::string_view text, const Token& token,
                                      CodePointSpan part) {
  const std::string& form = token.word->form;
  std::uint32_t at = token.span.begin;
  std::size_t in_form = 0;       // bytes
  std::uint32_t letter = 0;      // code points of the form
  std::optional<std::uint32_t> begin;
  std::uint32_t end = at;
  std::string folded;
  while (at < token.span.end && letter < part.end) {
    std::uint32_t next = next_letter(text, at);
    while (next < token.span.end && is_mark(text, next)) next = next_letter(text, next);
    folded.clear();
    append_folded(text.substr(at, next - at), folded);
    if (form.compare(in_form, folded.size(), folded) == 0 && !folded.empty()) {
      if (letter >= part.begin && !begin) begin = at;
      in_form += folded.size();
      for (const char byte : folded) letter += !is_continuation(byte);
      end = next;
    } else if (!may_be_skipped(folded)) {
      return std::nullopt;
    }
    at = next;
  }
  if (!begin || letter < part.end) return std::nullopt;
  return ByteSpan{*begin, end};
}

}  // namespace ordalag
