#include "indexer/reading/lists.hpp"

#include <optional>
#include <vector>

#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

constexpr std::size_t kLongestBareItem = 400;  // bytes

bool is_adjacent(const Draft& draft, const Block& block) {
  const Line& line = draft.lines[block.begin];
  return !line.blank_before && !line.page_before;
}

bool could_be_bare_item(const Block& block) {
  return block.kind == PassageKind::kParagraph && block.text.size() <= kLongestBareItem &&
         !ends_with(block.text, ':');
}

// The blocks from `first` on that are alike enough to be a list; `first` itself when none are.
std::size_t bare_list_end(const Draft& draft, std::size_t first) {
  const std::vector<Block>& blocks = draft.blocks;
  if (first >= blocks.size() || !could_be_bare_item(blocks[first])) return first;
  const bool lower = starts_lower(blocks[first].text);
  const std::string_view opening = first_word(blocks[first].text);
  const bool adjacent = is_adjacent(draft, blocks[first]);
  const bool stopped = ends_sentence(blocks[first].text);
  std::size_t end = first;
  while (end < blocks.size() && could_be_bare_item(blocks[end])) {
    const Block& block = blocks[end];
    // Items stand as the first one does: close together, or each after a blank line.
    if (end > first && is_adjacent(draft, block) != adjacent &&
        (end > first + 1 || adjacent))
      break;
    const bool same_opening = equals_folded(opening, "att") &&
                              equals_folded(first_word(block.text), "att");
    const bool alike = lower ? starts_lower(block.text)
                             : same_opening || (adjacent && !stopped && !ends_sentence(block.text));
    if (!alike) break;
    ++end;
  }
  const std::size_t fewest = lower ? 1 : 2;
  return end - first >= fewest ? end : first;
}

// How deep an item stands in lists within lists: as the source says, else by its indent.
std::uint8_t depth_of(const Line& line) {
  return line.style == LineStyle::kListItem ? line.level : line.indent;
}

// One list, or one inside another: its bullet and what opens it.
struct OpenList {
  char32_t sign = 0;
  std::optional<std::uint32_t> lead_in;
  std::uint8_t depth = 0;
  bool nested = false;  // by its depth, under an item that opens it
};

// "Därför föreslår vi" above clauses that begin with "att".
bool opens_clauses(const Block& block, const Block& next) {
  return !ends_sentence(block.text) && equals_folded(first_word(next.text), "att");
}

// Clauses one below the other, two at least.
bool clauses_follow(const Draft& draft, std::size_t b) {
  const std::vector<Block>& blocks = draft.blocks;
  if (b + 2 >= blocks.size() || !opens_clauses(blocks[b], blocks[b + 1])) return false;
  return could_be_bare_item(blocks[b + 1]) && could_be_bare_item(blocks[b + 2]) &&
         equals_folded(first_word(blocks[b + 2].text), "att");
}

}  // namespace

void find_bare_lists(Draft& draft) {
  for (std::size_t b = 0; b + 1 < draft.blocks.size(); ++b) {
    const Block& block = draft.blocks[b];
    if (block.kind != PassageKind::kParagraph ||
        (!ends_with(block.text, ':') && !clauses_follow(draft, b)))
      continue;
    const std::size_t end = bare_list_end(draft, b + 1);
    for (std::size_t n = b + 1; n < end; ++n) draft.blocks[n].kind = PassageKind::kListItem;
    if (end > b + 1) b = end - 1;
  }
}

void find_lead_ins(Draft& draft) {
  std::vector<OpenList> open;
  for (std::size_t b = 0; b < draft.blocks.size(); ++b) {
    Block& block = draft.blocks[b];
    if (block.kind == PassageKind::kListItem) {
      const Line& line = draft.lines[block.begin];
      const char32_t sign = line.mark.sign;
      while (!open.empty() && open.back().nested && depth_of(line) < open.back().depth)
        open.pop_back();
      const bool nested = b > 0 && draft.blocks[b - 1].kind == PassageKind::kListItem &&
                          opens_list(draft.blocks[b - 1].text) &&
                          depth_of(line) > depth_of(draft.lines[draft.blocks[b - 1].begin]);
      const auto known = [&] {
        for (std::size_t n = nested ? 0 : open.size(); n-- > 0;)
          if (open[n].sign == sign) return n + 1;
        return std::size_t{0};
      }();
      if (known > 0) {
        open.resize(known);
      } else {
        OpenList list{sign, open.empty() ? std::nullopt : open.back().lead_in, depth_of(line), nested};
        const bool follows = b > 0 && draft.blocks[b - 1].kind != PassageKind::kHeading &&
                             (opens_list(draft.blocks[b - 1].text) ||
                              (!line.mark && draft.blocks[b - 1].kind == PassageKind::kParagraph &&
                               opens_clauses(draft.blocks[b - 1], block)));
        if (follows) list.lead_in = static_cast<std::uint32_t>(b - 1);
        if (!follows && !open.empty() &&
            draft.blocks[b - 1].kind != PassageKind::kListItem)
          open.clear();
        open.push_back(list);
      }
      block.lead_in = open.back().lead_in;
    } else if (block.kind == PassageKind::kParagraph && !open.empty() &&
               is_adjacent(draft, block) && !ends_with(block.text, ':')) {
      block.lead_in = open.back().lead_in;  // a second paragraph of an item
    } else {
      open.clear();
    }
  }
}

}  // namespace ordalag::reading
