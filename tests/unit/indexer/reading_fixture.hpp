// Reads texts of a test's own with the registries that ship.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/document.hpp"
#include "indexer/reading/reading.hpp"

namespace ordalag {

struct ReadOptions {
  std::string file = "/sources/text.txt";
  const CatalogueEntry* entry = nullptr;
  const Analyser* analyser = nullptr;
};

// The document of `bytes`; a test failure (and an empty document) when it cannot be read.
Document read(std::string_view bytes, const ReadOptions& options = {});
// The same of one JSONL record.
Document read_json(std::string_view json);
// The error of reading `bytes`; an empty one when there is none.
Error error_of(std::string_view bytes, const std::string& file = "/sources/text.txt");

// The analyser with the lexicon of the build; null when the build has none (no hunspell-sv).
const Analyser* analyser_with_lexicon();

// The passages, one a line: "# heading", "* item", "| row" and "  paragraph".
std::vector<std::string> outline(const Document& document);

// The passage whose text contains `part`; a failure when none or several do.
const Passage& passage_with(const Document& document, std::string_view part);

// "M" of passages by Moderaterna, "M+S" for two parties, "-" for none.
std::string parties_of(const Attribution& attribution);
// "value [ground]", or "-".
std::string shown(const std::optional<Fact>& fact);
// "reason 3: 1-2 7-7", one for each reason.
std::vector<std::string> left_out(const Document& document);

// Checks every invariant of a Document, and proves each passage from `bytes`.
void expect_sound(const Document& document, std::string_view bytes);

}  // namespace ordalag
