// Where the halves of a suspended word stand: "alkohol-" and "missbruk" of "alkohol- och
// drogmissbruk".
#pragma once

#include <vector>

#include "core/base/span.hpp"
#include "searcher/match/text_view.hpp"

namespace ordalag {

// A stretch of the text that shows letters of a word, and the position of the word it stands in.
struct ShownLetters {
  ByteSpan bytes;
  std::uint32_t position = 0;
};

// The letters `part` (of expansion.word->form) as the text shows them: in the suspended word, in
// the word it leans on, or in both, in text order. Empty when the text does not show them.
// `expansion` is a token of `view` of kind kExpansion. Linear in the words nearby.
std::vector<ShownLetters> shown_letters(const TextView& view, const Token& expansion,
                                        CodePointSpan part);

// All letters of the expansion.
std::vector<ShownLetters> shown_letters(const TextView& view, const Token& expansion);

}  // namespace ordalag
