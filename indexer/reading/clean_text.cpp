#include "indexer/reading/clean_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

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
    const bool double_space =
        byte == ' ' && at + 1 < text.size() &&
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

std::string closed_up(std::string_view line) {
  constexpr std::size_t kFewestLetters = 4;
  struct Piece {
    std::string_view text;
    std::size_t gap = 0;  // blanks before it
    bool letter = false;  // and nothing else
  };
  std::vector<Piece> pieces;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = std::min(line.find_first_not_of(' ', at), line.size());
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (begin == end) break;
    Piece piece{line.substr(begin, end - begin), begin - at, false};
    const CodePoint first = code_point_at(piece.text, 0);
    piece.letter = first.bytes == piece.text.size() && is_letter(first.value);
    letters += piece.letter ? 1 : 0;
    const bool numbering = !is_letter(first.value) && pieces.empty();
    if (!piece.letter && !numbering) return {};
    pieces.push_back(piece);
    at = end;
  }
  if (letters < kFewestLetters) return {};
  std::size_t narrow = std::string_view::npos;  // the gap between letters of a word
  bool rising = true;                           // "A B C D" is a list of letters
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!pieces[i - 1].letter) continue;
    narrow = std::min(narrow, pieces[i].gap);
    rising = rising && pieces[i - 1].text < pieces[i].text;
  }
  if (rising) return {};
  std::string closed;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0 && (!pieces[i - 1].letter || pieces[i].gap > narrow)) closed += ' ';
    closed += pieces[i].text;
  }
  return closed;
}

}  // namespace ordalag::reading
