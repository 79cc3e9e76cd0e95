#include "indexer/reading/compose.hpp"

#include <string>

#include "core/text/normalise.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/clean_text.hpp"
#include "indexer/reading/line_end_hyphens.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

// Appends line `i + 1` of a block after line `i`.
void append_next(const Draft& draft, std::uint32_t i, LineEndHyphens& hyphens, std::string& out) {
  const std::string_view before = draft.lines[i].content;
  const std::string_view after = draft.lines[i + 1].content;
  if (!ends_in_hyphen(before)) {
    out += ' ';
  } else {
    out.resize(out.size() - code_point_before(out, out.size()).bytes);
    switch (hyphens.judge(before, after)) {
      case HyphenReading::kSoft:
        break;
      case HyphenReading::kReal:
        out += '-';
        break;
      case HyphenReading::kSuspended:
        out += "- ";
        break;
    }
  }
  append_cleaned(after, out);
}

}  // namespace

void compose_texts(Draft& draft, const ReadContext& context) {
  LineEndHyphens hyphens(draft, context.analyser);
  for (Block& block : draft.blocks) {
    std::string text;
    const std::string_view first = draft.lines[block.begin].content;
    const std::string closed = block.end == block.begin + 1 ? closed_up(first) : std::string();
    append_cleaned(closed.empty() ? first : closed, text);
    for (std::uint32_t i = block.begin; i + 1 < block.end; ++i)
      append_next(draft, i, hyphens, text);
    block.text = is_composed(text) ? std::move(text) : composed(text);
  }
}

}  // namespace ordalag::reading
