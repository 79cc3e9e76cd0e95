#include "core/text/extraction_proof.hpp"

#include <algorithm>
#include <cmath>

#include "core/text/slice_proof.hpp"

namespace ordalag {
namespace {

// Boxes are written with two decimals.
constexpr float kSamePlace = 0.02F;

bool same_place(const PageRectangle& a, const PageRectangle& b) {
  return a.page == b.page && std::abs(a.left - b.left) < kSamePlace &&
         std::abs(a.top - b.top) < kSamePlace && std::abs(a.right - b.right) < kSamePlace &&
         std::abs(a.bottom - b.bottom) < kSamePlace;
}

bool is_claimed(const ExtractedLineText& line, const Provenance& provenance) {
  if (!provenance.quads.empty())
    return line.box && std::any_of(provenance.quads.begin(), provenance.quads.end(),
                                   [&](const PageRectangle& quad) {
                                     return same_place(quad, *line.box);
                                   });
  return provenance.lines && line.number >= provenance.lines->first &&
         line.number <= provenance.lines->last;
}

// "• item", "2. item" without the mark, which is at most so many bytes long.
std::string_view without_list_mark(std::string_view line) {
  constexpr std::size_t kLongestMark = 6;
  const std::size_t space = line.find_first_of(" \t");
  return space <= kLongestMark ? line.substr(space) : line;
}

// The claimed place is all of the passage: printed numbers and lines left out are not in it.
Status prove_slice(std::string_view slice, std::string_view text) {
  static const Provenance kWithin;
  static const std::vector<LeftOut> kNothing;
  SourceInfo as_text;
  as_text.format = "text";
  as_text.charset = "UTF-8";
  Status proof = prove(SliceClaim{slice, text, kWithin, as_text, kNothing});
  if (!proof && gives({without_list_mark(slice), text, kWithin, as_text, kNothing})) return {};
  return proof;
}

// Some of the lines one after the other give the text: several lines may bear one paragraph number.
bool part_gives(const std::vector<const ExtractedLineText*>& lines, std::string_view text) {
  for (std::size_t begin = 0; begin < lines.size(); ++begin) {
    std::string slice;
    for (std::size_t end = begin; end < lines.size() && slice.size() <= text.size() * 2; ++end) {
      slice += lines[end]->text;
      slice += '\n';
      if (prove_slice(slice, text)) return true;
    }
  }
  return false;
}

}  // namespace

Status prove(const ExtractionClaim& claim) {
  std::vector<const ExtractedLineText*> lines;
  std::string slice;
  for (const ExtractedLineText& line : claim.source) {
    if (line.text.empty() || !is_claimed(line, claim.provenance)) continue;
    lines.push_back(&line);
    slice += line.text;
    slice += '\n';
  }
  if (lines.empty())
    return fail(ErrorCode::kCheckFailed, "nothing stands where the passage claims to");
  Status proof = prove_slice(slice, claim.text);
  if (!proof && part_gives(lines, claim.text)) return {};
  return proof;
}

}  // namespace ordalag
