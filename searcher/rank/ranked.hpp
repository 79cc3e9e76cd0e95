// A match on its way to becoming a hit.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/match/word_matcher.hpp"

namespace ordalag {

// How well a passage answers the words of a query, best first: ranking never mixes two of them.
enum class Tier : std::uint8_t {
  kAllWords,    // every wanted word, as a word
  kAllClasses,  // every wanted word, some only as compound part or synonym
  kSomeWords,   // some wanted word is missing
};

struct Ranked {
  PassageNumber passage = 0;
  Tier tier = Tier::kAllWords;
  double score = 0;
};

// The words of the query in the texts that ranking has read, as WordMatcher::find gives them.
using ReadTexts = std::unordered_map<PassageNumber, std::vector<WordMatch>>;

// What a search found. `hits` is in final order as far as was asked for; the rest is there to be
// counted.
struct Ranking {
  std::vector<Ranked> hits;
  // Of all hits, in number order where they are passages: what is counted of them is read in the
  // order it lies in.
  std::vector<PassageNumber> passages;
  std::uint32_t all_words = 0;  // of them in Tier::kAllWords
  ReadTexts read;               // so that they need not be read again to be shown
  bool complete = true;         // false: there are more matches than were counted
};

enum class MatchMode { kAuto, kAll, kAny };
enum class SortOrder { kRelevance, kOldest, kNewest };
enum class EditionMode { kCollapse, kShowAll };

}  // namespace ordalag
