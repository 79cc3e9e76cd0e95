// Where a phrase, form, prefix or NEAR stands in a text.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/span.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/match/text_view.hpp"

namespace ordalag {

struct Occurrence {
  std::uint32_t first = 0;  // word positions, both ends included
  std::uint32_t last = 0;
  ByteSpan bytes;                      // in the text, from the first letter to the last
  ByteSpan lent;                       // the other half of a suspended word at its end, if any
  bool exact = false;                  // every word in the form of the query
  const ResolvedNode* node = nullptr;  // the word or phrase that stands here
};

// Appends the occurrences of a kWord (whole words only), kForm, kPrefix, kPhrase, kInflected or
// kNear in text order; of NEAR, those of its operands that are near enough. Literal phrases compare
// the words as written, folded; a word that a suspended hyphen stands for counts for inflected
// ones only. Punctuation between the words is free, but no phrase runs over the end of a sentence
// unless it does so in the query. Linear in the text, but for NEAR of very frequent words.
void find_occurrences(const ResolvedNode& node, const TextView& view, std::vector<Occurrence>& out);

}  // namespace ordalag
