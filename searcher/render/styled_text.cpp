#include "searcher/render/styled_text.hpp"

#include <array>
#include <utility>

#include "searcher/render/display_width.hpp"

namespace ordalag {
namespace {

// By Style: ECMA-48 "select graphic rendition". Highlights are bold in every colour.
constexpr std::array<std::string_view, 7> kStyles{
    "", "\x1b[1m", "\x1b[2m", "\x1b[1;33m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1;35m"};
constexpr std::string_view kReset = "\x1b[0m";

// Builds lines from words whose letters may change style half-way.
class Wrapper {
 public:
  Wrapper(std::uint32_t width, std::string_view indent, Colour colour)
      : width_(width), indent_(indent), colour_(colour) {}

  void add(std::string_view text, Style style) {
    while (!text.empty()) {
      const std::size_t space = text.find_first_of(" \n\t");
      add_letters(text.substr(0, space), style);
      if (space == std::string_view::npos) break;
      end_word();
      if (text[space] == '\n') end_line();
      text.remove_prefix(space + 1);
    }
  }

  std::string finish() {
    end_word();
    if (column_ > 0) end_line();
    return std::move(out_);
  }

 private:
  // Each run of letters begins and ends its style: no style runs over a space or a line's end.
  void add_letters(std::string_view letters, Style style) {
    if (letters.empty()) return;
    const std::string_view begin = kStyles[static_cast<std::size_t>(style)];
    const bool styled = colour_ == Colour::kOn && !begin.empty();
    if (styled) word_ += begin;
    word_ += letters;
    if (styled) word_ += kReset;
    word_width_ += display_width(letters);
  }
  void end_word() {
    if (word_width_ > 0) {
      const std::uint32_t gap = column_ > 0 ? 1 : 0;
      if (column_ > 0 && display_width(indent_) + column_ + gap + word_width_ > width_) end_line();
      if (column_ == 0)
        out_ += indent_;
      else
        out_ += ' ';
      column_ += word_width_ + (column_ > 0 ? 1 : 0);
    }
    out_ += word_;
    word_.clear();
    word_width_ = 0;
  }
  void end_line() {
    out_ += '\n';
    column_ = 0;
  }

  std::uint32_t width_;
  std::string_view indent_;
  Colour colour_;
  std::string out_;
  std::string word_;  // letters and styles not yet placed
  std::uint32_t word_width_ = 0;
  std::uint32_t column_ = 0;  // after the indent
};

}  // namespace

StyledText& StyledText::add(std::string_view text, Style style) {
  if (!text.empty()) pieces_.push_back({std::string(text), style});
  return *this;
}

std::string StyledText::wrapped(std::uint32_t width, std::string_view indent, Colour colour) const {
  Wrapper wrapper(width, indent, colour);
  for (const Piece& piece : pieces_) wrapper.add(piece.text, piece.style);
  return wrapper.finish();
}

}  // namespace ordalag
