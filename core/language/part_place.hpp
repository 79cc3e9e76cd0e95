// Where a stretch of a word's form stands in the text that the word was read from.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/span.hpp"
#include "core/language/analyser.hpp"

namespace ordalag {

// The bytes of `text` (the text that was tokenised) that show `part` (code points of
// token.word->form, as in CompoundPart::span). Empty when the text does not show it: the second
// half of what a suspended hyphen stands for, or an abbreviation. Linear in the token.
std::optional<ByteSpan> place_in_text(std::string_view text, const Token& token,
                                      CodePointSpan part);

}  // namespace ordalag
