#include "indexer/reading/draft.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

constexpr std::array<std::pair<Leaving, std::string_view>, 10> kLeavings = {{
    {Leaving::kStays, "stays"},
    {Leaving::kMarginNumber, "margin_number"},
    {Leaving::kTableOfContents, "table_of_contents"},
    {Leaving::kNavigation, "navigation"},
    {Leaving::kImageName, "image_name"},
    {Leaving::kFooter, "footer"},
    {Leaving::kPageNumber, "page_number"},
    {Leaving::kRunningHeader, "running_header"},
    {Leaving::kOrnament, "ornament"},
    {Leaving::kMetadata, "metadata"},
}};

std::uint8_t small(std::size_t value) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(value, 255));
}

void render_line(const Line& line, std::string& out) {
  out += std::to_string(line.number);
  if (line.printed) out += " (" + std::to_string(*line.printed) + ")";
  if (line.leaving != Leaving::kStays) out += " [" + std::string(name(line.leaving)) + "]";
  if (line.mark) {
    out += " <";
    append_utf8(line.mark.sign, out);
    out += ">";
  }
  out += ": ";
  out += line.content;
  out += '\n';
}

void render_block(const Draft& draft, const Block& block, std::string& out) {
  const Line& first = draft.lines[block.begin];
  const Line& last = draft.lines[block.end - 1];
  out += std::to_string(first.number) + "-" + std::to_string(last.number) + " ";
  out += name(block.kind);
  if (block.kind == PassageKind::kHeading && block.level != 0)
    out += " " + std::to_string(block.level);
  if (block.lead_in) out += " under " + std::to_string(draft.lines[draft.blocks[*block.lead_in].begin].number);
  for (const PartyCode& party : block.attribution.party) out += " (" + party.value + ")";
  if (block.attribution.speaker) out += " {" + *block.attribution.speaker + "}";
  out += ": ";
  if (!block.text.empty()) {
    out += block.text;
  } else {
    for (std::uint32_t i = block.begin; i < block.end; ++i) {
      if (i > block.begin) out += " / ";
      out += draft.lines[i].content;
    }
  }
  out += '\n';
}

}  // namespace

std::string_view name(Leaving leaving) {
  return std::find_if(kLeavings.begin(), kLeavings.end(),
                      [&](const auto& row) { return row.first == leaving; })
      ->second;
}

void take_lines(Draft& draft) {
  draft.lines.reserve(draft.extracted.lines.size());
  for (const ExtractedLine& extracted : draft.extracted.lines) {
    const std::string_view whole = draft.extracted.content(extracted);
    Line line;
    line.number = extracted.number;
    line.style = extracted.style;
    line.level = extracted.level;
    line.page_before = extracted.page_starts;
    line.printed = extracted.printed_number;
    line.extracted = &extracted;
    line.content = trimmed(whole);
    const auto before = static_cast<std::size_t>(line.content.data() - whole.data());
    line.indent = small(before);
    line.trailing = small(whole.size() - before - line.content.size());
    line.source = extracted.source;
    if (extracted.edited.empty()) {
      line.source.begin += static_cast<std::uint32_t>(before);
      line.source.end = line.source.begin + static_cast<std::uint32_t>(line.content.size());
    }
    draft.lines.push_back(line);
  }
}

void leave_out(Draft& draft, Line& line, Leaving leaving) {
  line.leaving = leaving;
  const std::string_view reason = name(leaving);
  auto row = std::find_if(draft.left_out.begin(), draft.left_out.end(),
                          [&](const LeftOut& left) { return left.reason == reason; });
  if (row == draft.left_out.end()) {
    draft.left_out.push_back({std::string(reason), 0, {}});
    row = draft.left_out.end() - 1;
  }
  ++row->lines;
  const bool by_page = draft.extracted.unit == SourceUnit::kPageLine;
  const std::uint32_t at = by_page ? line.extracted->page : line.number;
  if (!row->at.empty() && row->at.back().last + 1 >= at && row->at.back().last <= at) {
    row->at.back().last = at;
  } else {
    row->at.push_back({at, at});
  }
}

std::string render(const Draft& draft) {
  std::string out;
  if (draft.blocks.empty()) {
    for (const Line& line : draft.lines)
      if (!draft.blank(line) || line.printed) render_line(line, out);
  } else {
    for (const Block& block : draft.blocks) render_block(draft, block, out);
  }
  return out;
}

}  // namespace ordalag::reading
