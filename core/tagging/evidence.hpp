// What one text says for each theme, word by word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/tagging/vocabulary.hpp"

namespace ordalag {

// One term found in a text.
struct TermHit {
  std::uint32_t theme = 0;  // number in the registry
  float weight = 0;         // for (> 0) or against (< 0)
  ByteSpan span;            // in the text
};

// What the vocabulary says of each distinct word of a WordCache. Belongs to one ThemeVocabulary;
// not shared between threads.
class EvidenceCache {
 public:
  // What is known holds for the words of one generation of a WordCache: call this after every
  // tokenising, and it forgets when that has changed.
  void follow(const WordCache& words);
  // What `word` says, nullptr when it says nothing. Valid until follow() forgets.
  const WordEvidence* of(const Word& word, const ThemeVocabulary& vocabulary);

 private:
  struct Slot {
    const Word* word = nullptr;
    const WordEvidence* evidence = nullptr;
  };
  void grow();

  std::uint64_t generation_ = 0;
  std::vector<Slot> slots_;  // by address; open addressing, at most half full
  std::size_t used_ = 0;
  std::deque<WordEvidence> said_;
};

// What a thread remembers between documents.
struct TagMemory {
  EvidenceCache evidence;
  std::vector<Token> tokens;
  std::vector<const WordEvidence*> said;  // by token; nullptr: nothing
  std::vector<TermHit> hits;
};

// Appends to memory.hits what memory.tokens, those of `text`, say, in text order. Linear in the
// tokens; the text is looked at only where a word may be a name.
void find_terms(std::string_view text, const ThemeVocabulary& vocabulary, TagMemory& memory);

}  // namespace ordalag
