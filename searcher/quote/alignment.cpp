#include "searcher/quote/alignment.hpp"

#include <edlib.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace ordalag {
namespace {

// edlib compares bytes, so words become symbols: two for words that stand on one side only, the
// rest for shared words. Beyond 254 different shared words symbols are used again; since the path is
// read back against the words themselves, no difference can hide, the path may only be longer.
constexpr unsigned char kQuoteOnly = 0;
constexpr unsigned char kSourceOnly = 1;
constexpr std::size_t kFirstShared = 2;
constexpr std::size_t kSharedSymbols = 254;

struct Symbols {
  std::vector<char> quote;
  std::vector<char> source;
};

Symbols to_symbols(std::span<const std::uint64_t> quote, std::span<const std::uint64_t> source) {
  struct Entry {
    unsigned char symbol;
    bool shared = false;
  };
  std::unordered_map<std::uint64_t, Entry> known;
  known.reserve(quote.size() * 2);
  for (const std::uint64_t key : quote) {
    const std::size_t symbol = kFirstShared + known.size() % kSharedSymbols;
    known.try_emplace(key, Entry{static_cast<unsigned char>(symbol)});
  }
  Symbols symbols;
  symbols.source.reserve(source.size());
  for (const std::uint64_t key : source) {
    const auto found = known.find(key);
    if (found == known.end()) {
      symbols.source.push_back(static_cast<char>(kSourceOnly));
    } else {
      found->second.shared = true;
      symbols.source.push_back(static_cast<char>(found->second.symbol));
    }
  }
  symbols.quote.reserve(quote.size());
  for (const std::uint64_t key : quote) {
    const Entry& entry = known.find(key)->second;
    symbols.quote.push_back(static_cast<char>(entry.shared ? entry.symbol : kQuoteOnly));
  }
  return symbols;
}

using EdlibResult = std::unique_ptr<EdlibAlignResult, void (*)(EdlibAlignResult*)>;

constexpr int kAnyDistance = -1;  // edlib's own sign for it

EdlibResult run_edlib(std::span<const char> quote, std::span<const char> source,
                      const EdlibAlignConfig& config) {
  return {new EdlibAlignResult(edlibAlign(quote.data(), static_cast<int>(quote.size()),
                                          source.data(), static_cast<int>(source.size()),
                                          config)),
          [](EdlibAlignResult* result) {
            edlibFreeAlignResult(*result);
            delete result;
          }};
}

// edlib's path of the whole quotation over source words from `first`, read against the words.
Alignment read_path(const EdlibAlignResult& result, std::span<const std::uint64_t> quote,
                    std::span<const std::uint64_t> source, std::uint32_t first) {
  Alignment alignment;
  std::uint32_t q = 0;
  std::uint32_t s = first;
  for (int i = 0; i < result.alignmentLength; ++i) {
    switch (result.alignment[i]) {
      case EDLIB_EDOP_INSERT:
        alignment.edits.push_back({EditOp::kInsert, q++, s});
        break;
      case EDLIB_EDOP_DELETE:
        alignment.edits.push_back({EditOp::kDelete, q, s++});
        break;
      default: {
        const EditOp op = quote[q] == source[s] ? EditOp::kEqual : EditOp::kReplace;
        alignment.edits.push_back({op, q++, s++});
      }
    }
    if (alignment.edits.back().op != EditOp::kEqual) ++alignment.distance;
  }
  return alignment;
}

Alignment all_inserted(std::size_t words) {
  Alignment alignment;
  for (std::uint32_t i = 0; i < words; ++i) alignment.edits.push_back({EditOp::kInsert, i, 0});
  alignment.distance = static_cast<std::uint32_t>(words);
  return alignment;
}

std::size_t equal_words(const Alignment& alignment) {
  return static_cast<std::size_t>(
      std::ranges::count(alignment.edits, EditOp::kEqual, &Edit::op));
}

// A word that changed place with one at an end of the quotation stands just outside the stretch that
// is nearest. It is taken in when the quotation has it unmatched so near that end.
constexpr std::size_t kMovedReach = 4;

// Takes one of `words` equal to `key` away; false when there is none.
bool take_word(std::vector<std::uint64_t>& words, std::uint64_t key) {
  const auto found = std::ranges::find(words, key);
  if (found == words.end()) return false;
  words.erase(found);
  return true;
}

void take_in_moved_words(std::span<const std::uint64_t> quote,
                         std::span<const std::uint64_t> source, Alignment& alignment) {
  std::vector<std::uint64_t> at_start;
  std::vector<std::uint64_t> at_end;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  bool any = false;
  for (const Edit& edit : alignment.edits) {
    if (edit.op != EditOp::kInsert) {
      if (!any) first = edit.source;
      any = true;
      end = edit.source + 1;
    }
    if (edit.op != EditOp::kInsert && edit.op != EditOp::kReplace) continue;
    if (edit.quote < kMovedReach) at_start.push_back(quote[edit.quote]);
    if (edit.quote + kMovedReach >= quote.size()) at_end.push_back(quote[edit.quote]);
  }
  if (!any) return;
  while (end < source.size() && take_word(at_end, source[end])) {
    alignment.edits.push_back({EditOp::kDelete, static_cast<std::uint32_t>(quote.size()), end++});
    ++alignment.distance;
  }
  while (first > 0 && take_word(at_start, source[first - 1])) {
    alignment.edits.insert(alignment.edits.begin(), {EditOp::kDelete, 0, --first});
    ++alignment.distance;
  }
}

// The most words at the end of `source` that are at `distance` from the quotation. edlib finds them
// itself (EDLIB_TASK_LOC), but for every place that is equally near, which can be thousands.
std::size_t nearest_length(std::span<const char> quote, std::span<const char> source,
                           int distance) {
  const std::vector<char> backward_quote(quote.rbegin(), quote.rend());
  const std::vector<char> backward_source(source.rbegin(), source.rend());
  const EdlibResult ends = run_edlib(
      backward_quote, backward_source,
      edlibNewAlignConfig(distance, EDLIB_MODE_SHW, EDLIB_TASK_DISTANCE, nullptr, 0));
  if (ends->numLocations == 0) return 0;
  return static_cast<std::size_t>(ends->endLocations[ends->numLocations - 1] + 1);
}

// Where several stretches are equally near, so many are looked at for the most equal words.
constexpr int kLocations = 8;

}  // namespace

Alignment align_words(std::span<const std::uint64_t> quote, std::span<const std::uint64_t> source) {
  if (quote.empty() || source.empty()) return all_inserted(quote.size());
  const Symbols symbols = to_symbols(quote, source);
  const EdlibResult places = run_edlib(
      symbols.quote, symbols.source,
      edlibNewAlignConfig(kAnyDistance, EDLIB_MODE_HW, EDLIB_TASK_DISTANCE, nullptr, 0));
  Alignment best = all_inserted(quote.size());
  std::size_t best_equal = 0;
  for (int i = 0; i < std::min(places->numLocations, kLocations); ++i) {
    if (places->endLocations[i] < 0) continue;
    const auto size = static_cast<std::size_t>(places->endLocations[i]) + 1;
    const auto before = std::span<const char>(symbols.source).first(size);
    const std::size_t begin = size - nearest_length(symbols.quote, before, places->editDistance);
    const auto stretch = before.subspan(begin);
    if (stretch.empty()) continue;
    // The stretch is as far from the quotation as was just found: nothing beyond is tried.
    const EdlibResult path = run_edlib(
        symbols.quote, stretch,
        edlibNewAlignConfig(places->editDistance, EDLIB_MODE_NW, EDLIB_TASK_PATH, nullptr, 0));
    Alignment found = read_path(*path, quote, source, static_cast<std::uint32_t>(begin));
    const std::size_t equal = equal_words(found);
    if (equal > best_equal) {
      best = std::move(found);
      best_equal = equal;
    }
  }
  take_in_moved_words(quote, source, best);
  return best;
}

}  // namespace ordalag
