#include "searcher/quote/source_window.hpp"

#include <algorithm>

#include "searcher/quote/quote_limits.hpp"

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

namespace {

// Two words that follow each other, as one number.
std::uint64_t pair_key(std::uint64_t first, std::uint64_t second) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;  // 2^64 / golden ratio (Knuth, vol. 3, 6.4)
  return first * kOdd + second;
}

std::vector<std::uint64_t> word_pairs(std::span<const std::uint64_t> keys) {
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 1; i < keys.size(); ++i) pairs.push_back(pair_key(keys[i - 1], keys[i]));
  std::ranges::sort(pairs);
  pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
  return pairs;
}

std::size_t shared_pairs(std::span<const std::uint64_t> pairs, const SourceWindow& window) {
  std::size_t shared = 0;
  for (std::size_t i = 1; i < window.keys.size(); ++i) {
    shared += std::ranges::binary_search(pairs, pair_key(window.keys[i - 1], window.keys[i]));
  }
  return shared;
}

}  // namespace

std::vector<SourceWindow> read_likely_windows(const IndexReader& reader,
                                              const Candidates& candidates,
                                              std::span<const std::uint64_t> quote,
                                              std::size_t at_most) {
  if (candidates.windows.size() <= at_most) return read_windows(reader, candidates, at_most);
  struct Likely {
    std::size_t shared;
    std::size_t window;
  };
  const std::vector<std::uint64_t> pairs = word_pairs(quote);
  const std::size_t looked_at =
      std::min(candidates.windows.size(), kQuoteLimits.compared_windows);
  std::vector<Likely> likely;
  SourceWindow window;
  for (std::size_t i = 0; i < looked_at && !reader.late(); ++i) {
    read_window(reader, candidates.windows[i].document, candidates.windows[i].bytes, window);
    likely.push_back({shared_pairs(pairs, window), i});
  }
  std::ranges::stable_sort(likely, std::ranges::greater{}, &Likely::shared);
  Candidates best;
  for (std::size_t i = 0; i < std::min(at_most, likely.size()); ++i) {
    best.windows.push_back(candidates.windows[likely[i].window]);
  }
  return read_windows(reader, best, at_most);
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
