#include "searcher/render/display_width.hpp"

#include <algorithm>
#include <array>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

struct Range {
  char32_t first, last;
};

constexpr std::array kZero{Range{0x0000, 0x001F}, Range{0x007F, 0x009F}, Range{0x00AD, 0x00AD},
                           Range{0x0300, 0x036F}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
                           Range{0x200B, 0x200F}, Range{0x2028, 0x202E}, Range{0x2060, 0x2064},
                           Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
                           Range{0xFEFF, 0xFEFF}};
constexpr std::array kWide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},  Range{0x3041, 0xA4CF},
                           Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},  Range{0xFE30, 0xFE4F},
                           Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},  Range{0x1F300, 0x1F64F},
                           Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

template <class Table>
bool holds(const Table& table, char32_t c) {
  return std::any_of(table.begin(), table.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

}  // namespace

std::uint32_t display_width(std::string_view text) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += std::max<std::uint32_t>(c.bytes, 1);
    if (c.value >= 0x20 && c.value < 0x7F)
      ++width;
    else if (!holds(kZero, c.value))
      width += holds(kWide, c.value) ? 2 : 1;
  }
  return width;
}

}  // namespace ordalag
