// Proves that a page or a paragraph of a source gives the text of a passage: for formats whose text
// is made by extraction, so that no slice of the file is the text. The source is extracted anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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

class ExtractionProof {
 public:
  // All lines of the source, in order.
  explicit ExtractionProof(std::vector<ExtractedLineText> lines);

  // The lines that stand where `provenance` claims (at its quads, or else under its paragraph
  // numbers), one after the other, must give `text` with the liberties of slice_proof.hpp:
  // composition, white space, invisible characters, hyphens at line ends; and a list mark at the
  // start of a line. Errors: kCheckFailed. Linear in the lines of the pages or paragraphs claimed.
  Status prove(std::string_view text, const Provenance& provenance) const;

 private:
  using Lines = std::vector<const ExtractedLineText*>;
  Lines claimed(const Provenance& provenance) const;

  std::vector<ExtractedLineText> lines_;
  std::unordered_map<std::uint32_t, Lines> by_page_, by_number_;
};

}  // namespace ordalag
