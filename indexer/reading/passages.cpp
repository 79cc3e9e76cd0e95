#include "indexer/reading/passages.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/text_directive.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::reading {
namespace {

std::string hex(std::uint32_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(8, '0');
  for (std::size_t i = 8; i-- > 0; value >>= 4U) out[i] = kDigits[value & 0xFU];
  return out;
}

// The page of the block's first line, and the places of all its lines.
void add_pages(const Draft& draft, const Block& block, Provenance& provenance) {
  const std::uint32_t page = draft.lines[block.begin].extracted->page;
  if (page == 0) return;
  provenance.page = page;
  const std::vector<PageReading>& pages = draft.extracted.pages;
  if (page <= pages.size() && !pages[page - 1].label.empty())
    provenance.page_label = pages[page - 1].label;
  for (std::uint32_t i = block.begin; i < block.end; ++i)
    if (const auto& box = draft.lines[i].extracted->box) provenance.quads.push_back(*box);
}

Provenance provenance_of(const Draft& draft, const Block& block) {
  const Line& first = draft.lines[block.begin];
  const Line& last = draft.lines[block.end - 1];
  const SourceUnit unit = draft.extracted.unit;
  Provenance provenance;
  if (unit == SourceUnit::kPageLine)
    add_pages(draft, block, provenance);
  else
    provenance.lines = LineRange{first.number, last.number};
  for (std::uint32_t i = block.begin; i < block.end; ++i) {
    const auto printed = draft.lines[i].printed;
    if (!printed) continue;
    if (!provenance.printed_lines) {
      provenance.printed_lines = LineRange{*printed, *printed};
    } else {
      provenance.printed_lines->first = std::min(provenance.printed_lines->first, *printed);
      provenance.printed_lines->last = std::max(provenance.printed_lines->last, *printed);
    }
  }
  if (unit != SourceUnit::kSourceLine) return provenance;
  const DecodedText& decoded = draft.extracted.decoded;
  provenance.source_bytes = FileSpan{decoded.source.of(decoded.text, first.source.begin),
                                     decoded.source.of(decoded.text, last.source.end)};
  return provenance;
}

// In line order, each stretch of lines once.
void tidy(std::vector<LeftOut>& left_out) {
  for (LeftOut& left : left_out) {
    std::sort(left.at.begin(), left.at.end(),
              [](const LineRange& a, const LineRange& b) { return a.first < b.first; });
    std::vector<LineRange> joined;
    for (const LineRange& range : left.at) {
      if (!joined.empty() && joined.back().last + 1 >= range.first) {
        joined.back().last = std::max(joined.back().last, range.last);
      } else {
        joined.push_back(range);
      }
    }
    left.at = std::move(joined);
  }
}

}  // namespace

PassageId PassageNames::next(std::string_view text) {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
  std::string id = prefix_ + hex(hash);
  if (const std::uint32_t times = ++seen_[hash]; times > 1) id += "-" + std::to_string(times);
  return PassageId(std::move(id));
}

Passage& append_passage(Document& document, std::string_view text, PassageNames& names) {
  std::uint32_t code_point = 0;
  if (!document.passages.empty()) {
    document.text += '\n';
    code_point = document.passages.back().span.end + 1;
  }
  Passage& passage = document.passages.emplace_back();
  passage.id = names.next(text);
  passage.bytes.begin = static_cast<std::uint32_t>(document.text.size());
  document.text += text;
  passage.bytes.end = static_cast<std::uint32_t>(document.text.size());
  passage.span = {code_point, code_point + count_code_points(text)};
  return passage;
}

namespace {

// The text directive of a web page's passage.
std::optional<std::string> directive_of(const ShownPage& page, const Draft& draft, const Block& block) {
  ByteSpan around = draft.lines[block.begin].extracted->shown;
  for (std::uint32_t i = block.begin + 1; i < block.end; ++i)
    around.end = std::max(around.end, draft.lines[i].extracted->shown.end);
  const auto place = find_shown(page.text(), around, block.text);
  return place ? page.directive(*place) : std::nullopt;
}

}  // namespace

Document assemble(Draft& draft, const SourceFile& source) {
  Document document;
  document.facts = std::move(draft.facts);
  document.source.file = source.file;
  document.source.sha256 = source.sha256;
  document.source.format = draft.extracted.format;
  document.source.charset = name(draft.extracted.decoded.charset);
  document.source.size = source.bytes.size();
  document.sections = std::move(draft.sections);
  PassageNames names(document.facts.id);
  std::size_t size = 0;
  for (const Block& block : draft.blocks) size += block.text.size() + 1;
  document.text.reserve(size);
  document.passages.reserve(draft.blocks.size());
  const ShownPage shown(draft.extracted.shown);
  for (Block& block : draft.blocks) {
    Passage& passage = append_passage(document, block.text, names);
    passage.kind = block.kind;
    passage.lead_in = block.lead_in;
    passage.section = block.section;
    passage.attribution = std::move(block.attribution);
    passage.provenance = provenance_of(draft, block);
    if (!shown.text().empty())
      passage.provenance.text_directive = directive_of(shown, draft, block);
  }
  document.source.pages = std::move(draft.extracted.pages);
  for (LeftOut& left : draft.extracted.left_out) draft.left_out.push_back(std::move(left));
  tidy(draft.left_out);
  document.left_out = std::move(draft.left_out);
  return document;
}

}  // namespace ordalag::reading
