// Whether a word of a text is used as a proper name.
#pragma once

#include <string_view>

#include "core/base/span.hpp"

namespace ordalag {

// True when the word at `word` in `text` (valid UTF-8) is written with a capital inside a sentence,
// or anywhere when it also ends as place names do ("Älvfors"). A word in capitals alone is none: it
// may stand in a heading. For words that the dictionary lacks; "Migrationsverket" inside a sentence
// is a name too, but one whose parts say what it is about. Constant time but for blanks before it.
bool is_proper_name(std::string_view text, ByteSpan word);

}  // namespace ordalag
