// A stretch of a document's canonical text, divided into words, and where its passages are.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/quote/candidates.hpp"
#include "searcher/quote/folds.hpp"

namespace ordalag {

struct SourceWindow {
  DocumentNumber document = 0;
  std::uint32_t offset = 0;   // of `text` in the canonical text, bytes
  std::string_view text;      // mapped by the reader
  QuoteWords words;
  std::vector<std::uint64_t> keys;  // of the words, in order

  DividedText divided() const { return {text, &words}; }
  // Words first..last (inclusive) in the canonical text.
  ByteSpan span(std::size_t first, std::size_t last) const {
    return {offset + words.words[first].span.begin, offset + words.words[last].span.end};
  }
};

// Reads `bytes` of a document's canonical text into `window`. Linear.
void read_window(const IndexReader& reader, DocumentNumber document, ByteSpan bytes,
                 SourceWindow& window);

// The best `at_most` candidates, read.
std::vector<SourceWindow> read_windows(const IndexReader& reader, const Candidates& candidates,
                                       std::size_t at_most);

// Of the first kQuoteLimits.compared_windows candidates the `at_most` that share most pairs of
// neighbouring words with the quotation, whose word keys `quote` are: when a quotation's telling word
// was changed, many windows hold the others. Linear in the windows compared.
std::vector<SourceWindow> read_likely_windows(const IndexReader& reader,
                                              const Candidates& candidates,
                                              std::span<const std::uint64_t> quote,
                                              std::size_t at_most);

// The keys of divided words, in order.
std::vector<std::uint64_t> keys_of(const QuoteWords& words);

// The passage that holds byte `at` of a document's canonical text. O(log passages).
PassageNumber passage_at(const IndexReader& reader, DocumentNumber document, std::uint32_t at);

}  // namespace ordalag
