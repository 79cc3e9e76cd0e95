#include "searcher/quote/source_window.hpp"

#include <algorithm>

namespace ordalag {

std::vector<std::uint64_t> keys_of(const QuoteWords& words) {
  std::vector<std::uint64_t> keys;
  keys.reserve(words.words.size());
  for (const QuoteWord& word : words.words) keys.push_back(word.key);
  return keys;
}

void read_window(const IndexReader& reader, DocumentNumber document, ByteSpan bytes,
                 SourceWindow& window) {
  window.document = document;
  window.offset = bytes.begin;
  window.text = reader.text(document).substr(bytes.begin, bytes.size());
  divide_quote(window.text, LineEnds::kNone, window.words);
  window.keys.clear();
  for (const QuoteWord& word : window.words.words) window.keys.push_back(word.key);
}

std::vector<SourceWindow> read_windows(const IndexReader& reader, const Candidates& candidates,
                                       std::size_t at_most) {
  std::vector<SourceWindow> windows(std::min(candidates.windows.size(), at_most));
  for (std::size_t i = 0; i < windows.size(); ++i) {
    read_window(reader, candidates.windows[i].document, candidates.windows[i].bytes, windows[i]);
  }
  return windows;
}

PassageNumber passage_at(const IndexReader& reader, DocumentNumber document, std::uint32_t at) {
  const StoredDocument& stored = reader.document(document);
  const char* place = reader.text(document).data() + at;
  PassageNumber low = stored.first_passage;
  PassageNumber high = low + stored.passages;
  while (high - low > 1) {
    const PassageNumber middle = low + (high - low) / 2;
    (reader.passage_text(middle).data() <= place ? low : high) = middle;
  }
  return low;
}

}  // namespace ordalag
