// Proves that a page or a paragraph of a source gives the text of a passage: for formats whose text
// is made by extraction, so that no slice of the file is the text. The source is extracted anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/document.hpp"
#include "core/base/result.hpp"

namespace ordalag {

// A line of a source as it was extracted anew.
struct ExtractedLineText {
  std::uint32_t number = 0;           // paragraph; of no meaning for pages
  std::optional<PageRectangle> box;   // on its page
  std::string text;                   // valid UTF-8
};

struct ExtractionClaim {
  std::string_view text;                            // of the passage
  const Provenance& provenance;                     // its quads, or else its paragraphs in `lines`
  const std::vector<ExtractedLineText>& source;     // all lines of the source, in order
};

// The lines that stand where the passage claims to (at its quads, or under its paragraph numbers),
// one after the other, must give the text with the liberties of slice_proof.hpp: composition, white
// space, invisible characters, hyphens at line ends; and a list mark at the start of a line. Errors:
// kCheckFailed. Linear in the source.
Status prove(const ExtractionClaim& claim);

}  // namespace ordalag
