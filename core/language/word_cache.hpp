// What a WordCache holds: the analysis of every distinct surface form seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/language/morphology.hpp"
#include "core/language/snowball.hpp"
#include "core/text/word_breaks.hpp"

namespace ordalag {

// Distinct surface forms kept before the cache is emptied: about 60 MB at 250 bytes each. The
// 37 million words of our largest trial corpus have 0.9 million forms, but the commonest 200,000
// of them are 98 % of the running words.
inline constexpr std::size_t kMostCachedWords = 200'000;
// The letters of these forms: six times what so many words have, and the end of what invented words
// of thousands of letters may take (each keeps some four copies of itself).
inline constexpr std::size_t kMostCachedLetters = 16'000'000;

// The state behind a WordCache.
class CachedWords {
 public:
  struct Entry {
    std::string surface;
    Word word;
    bool opens_abbreviation = false;
    bool conjunction = false;  // och, eller, samt ...: a suspended hyphen may stand beside it
  };

  // The entry of `surface`, analysed now if it is new. Valid until prepare().
  const Entry& entry(std::string_view surface, const Morphology& morphology);
  // The same of a segment of `text`, which fetch() has been given.
  const Entry& entry_of(std::size_t segment, std::string_view text, const Morphology& morphology);
  // Looks the segments' words up ahead of entry(), which then finds them in the processor's cache:
  // the misses of a whole text overlap. Nothing is added.
  void fetch(std::string_view text);
  // Empties the cache when it is full, or filled by another analyser.
  void prepare(const Morphology& morphology);
  std::uint64_t generation() const { return generation_; }

  Snowball snowball;
  WordBreaker breaker;
  std::vector<WordSegment> segments;  // of the text under analysis

 private:
  const Entry& entry(std::string_view surface, std::uint64_t hash, const Morphology& morphology);
  void grow();

  struct Slot {
    std::uint64_t hash = 0;
    const Entry* entry = nullptr;  // null: free
  };
  std::vector<Slot> slots_;            // open addressing, a power of two
  std::deque<Entry> entries_;          // addresses stay
  std::size_t letters_ = 0;            // bytes of their surfaces
  std::vector<std::uint64_t> hashes_;  // of the segments that fetch() looked up
  const Morphology* owner_ = nullptr;
  std::uint64_t generation_ = 0;
};

struct WordCache::Impl {
  CachedWords words;
};

}  // namespace ordalag
