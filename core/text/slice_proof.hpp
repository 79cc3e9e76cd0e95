// Proves that a slice of a source file gives the text of a passage, by other means than the
// indexer made it with: the two are read side by side, and only the liberties below may differ.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/document.hpp"
#include "core/base/result.hpp"

namespace ordalag {

struct SliceClaim {
  std::string_view slice;                // bytes of the source file at `provenance.source_bytes`
  std::string_view text;                 // text of the passage
  const Provenance& provenance;          // its lines and printed lines
  const SourceInfo& source;              // charset and format of the file
  const std::vector<LeftOut>& left_out;  // of the document
};

// The liberties: Unicode composition; white space, line and page breaks as one space; invisible
// characters; the space between letters set apart (S K O L A); a hyphen at a line end (gone, kept,
// or suspended with a space after it); margin numbers within `printed_lines`; whole lines that the
// document counts as left out; in Markdown, the marks of headings, emphasis, lists, quotations,
// tables, rules and links. Every other character stands in both, in order. Errors: kCheckFailed
// with the place where the two part; kBadInput for a slice that cannot be decoded. Linear in the
// slice.
Status prove(const SliceClaim& claim);

// True when `prove` succeeds.
bool gives(const SliceClaim& claim);

}  // namespace ordalag
