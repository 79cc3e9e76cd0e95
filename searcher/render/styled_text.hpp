// Text with styles, wrapped to a width: the last step before a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ordalag {

enum class Style : std::uint8_t {
  kPlain,
  kStrong,  // what a line is about
  kFaint,   // what is beside the matter
  kExact,   // highlights, by class
  kInflected,
  kCompound,
  kSynonym,
};

enum class Colour { kOff, kOn };

// Pieces of text in sequence, each with its style.
class StyledText {
 public:
  StyledText& add(std::string_view text, Style style = Style::kPlain);

  // The text broken between words into lines of at most `width` columns, each begun with `indent`
  // and ended with "\n". A word wider than a line stands on a line of its own; a line break in the
  // text stays one. Without colour the text is bare: what is quoted from a file of it is verbatim.
  std::string wrapped(std::uint32_t width, std::string_view indent, Colour colour) const;

 private:
  struct Piece {
    std::string text;
    Style style;
  };
  std::vector<Piece> pieces_;
};

}  // namespace ordalag
