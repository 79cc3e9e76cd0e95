#include "core/text/extraction_proof.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/text/list_mark.hpp"
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

// The claimed place is all of the passage: printed numbers and lines left out are not in it.
Status prove_slice(std::string_view slice, std::string_view text) {
  static const Provenance kWithin;
  static const std::vector<LeftOut> kNothing;
  SourceInfo as_text;
  as_text.format = "text";
  as_text.charset = "UTF-8";
  Status proof = ordalag::prove(SliceClaim{slice, text, kWithin, as_text, kNothing});
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

ExtractionProof::ExtractionProof(std::vector<ExtractedLineText> lines) : lines_(std::move(lines)) {
  for (const ExtractedLineText& line : lines_) {
    if (line.text.empty()) continue;
    by_number_[line.number].push_back(&line);
    if (line.box) by_page_[line.box->page].push_back(&line);
  }
}

ExtractionProof::Lines ExtractionProof::claimed(const Provenance& provenance) const {
  Lines lines;
  if (provenance.quads.empty()) {
    if (!provenance.lines) return lines;
    for (std::uint64_t n = provenance.lines->first; n <= provenance.lines->last; ++n)
      if (const auto found = by_number_.find(static_cast<std::uint32_t>(n));
          found != by_number_.end())
        lines.insert(lines.end(), found->second.begin(), found->second.end());
    return lines;
  }
  for (const PageRectangle& quad : provenance.quads) {
    const auto page = by_page_.find(quad.page);
    if (page == by_page_.end()) continue;
    const auto line = std::find_if(
        page->second.begin(), page->second.end(), [&](const ExtractedLineText* each) {
          return same_place(quad, *each->box) &&
                 std::find(lines.begin(), lines.end(), each) == lines.end();
        });
    if (line != page->second.end()) lines.push_back(*line);
  }
  return lines;
}

Status ExtractionProof::prove(std::string_view text, const Provenance& provenance) const {
  const Lines lines = claimed(provenance);
  if (lines.empty())
    return fail(ErrorCode::kCheckFailed, "nothing stands where the passage claims to");
  std::string slice;
  for (const ExtractedLineText* line : lines) slice += line->text + '\n';
  Status proof = prove_slice(slice, text);
  if (!proof && provenance.quads.empty() && part_gives(lines, text)) return {};
  return proof;
}

}  // namespace ordalag
