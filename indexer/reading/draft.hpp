// A document on its way: the lines, then the blocks of lines, that the passes work on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/document.hpp"
#include "indexer/reading/extracted_text.hpp"
#include "indexer/reading/reading.hpp"

namespace ordalag::reading {

// Why a line is left out; `name` gives the reason in LeftOut.
enum class Leaving : std::uint8_t {
  kStays,
  kMarginNumber,
  kTableOfContents,
  kNavigation,
  kImageName,
  kFooter,
  kPageNumber,
  kRunningHeader,
  kOrnament,
  kMetadata,
};
std::string_view name(Leaving leaving);

// The sign that opens a list item.
struct ItemMark {
  char32_t sign = 0;  // the bullet; '1' for "1." and "1)", 'a' for "a)"
  std::uint32_t value = 0;
  explicit operator bool() const { return sign != 0; }
};

struct Line {
  std::uint32_t number = 0;   // of the source
  ByteSpan source;            // bytes of the decoded text that `content` comes from
  std::string_view content;   // trimmed, without margin number and list mark
  LineStyle style = LineStyle::kUnknown;
  std::uint8_t level = 0;
  ItemMark mark;
  std::uint8_t indent = 0;      // white-space characters before the content
  std::uint8_t trailing = 0;    // and after it
  bool blank_before = false;    // an empty line stands before it
  bool page_before = false;     // a page break, page number or running header does
  std::uint32_t width = 0;      // code points of the content
  std::optional<std::uint32_t> printed;  // the number in its margin
  const ExtractedLine* extracted = nullptr;  // in Draft::extracted
  Leaving leaving = Leaving::kStays;
};

enum class Role : std::uint8_t { kText, kTitle, kSignature, kReply };

// Lines [begin, end) that make one passage.
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  PassageKind kind = PassageKind::kParagraph;
  Role role = Role::kText;
  std::uint8_t level = 0;                // of a heading
  std::optional<std::uint32_t> lead_in;  // the block that opens its list
  std::uint32_t section = 0;
  Attribution attribution;
  std::string text;                      // canonical
};

struct Draft {
  ExtractedText extracted;
  std::vector<Line> lines;  // every line at first; from the pass "gather" on, those that stay
  std::vector<Block> blocks;
  std::vector<SectionPath> sections = {{}};
  std::vector<LeftOut> left_out;
  DocumentFacts facts;
  std::vector<StatedFact> marks;  // date marks found in the lines
  std::optional<std::uint32_t> typical_trailing;  // white space after wrapped lines, where alike

  bool blank(const Line& line) const { return line.content.empty(); }
  std::string_view text_of(const Block& block) const { return block.text; }
};

// The lines of `draft.extracted`, trimmed. The draft must not move afterwards.
void take_lines(Draft& draft);

// Counts every line that leaves under its reason, and marks what it leaves behind.
void leave_out(Draft& draft, Line& line, Leaving leaving);

// A readable rendering of the lines or, once there are any, the blocks (--explain).
std::string render(const Draft& draft);

}  // namespace ordalag::reading
