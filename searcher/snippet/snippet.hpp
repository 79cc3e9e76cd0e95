// The part of a passage that shows why it was found: text and ranges, never markup.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"
#include "searcher/match/word_matcher.hpp"

namespace ordalag {

// A stretch of a text that matches.
struct Mark {
  ByteSpan bytes;
  MatchClass match_class = MatchClass::kExact;
  std::string query_word;  // word or phrase of the query, as typed
};

struct Highlight {
  CodePointSpan span;  // in the snippet's text
  MatchClass match_class = MatchClass::kExact;
  std::string query_word;
};

struct Snippet {
  std::string text;
  std::vector<Highlight> highlights;  // in order, never overlapping
};

// About three lines of a terminal; a text up to a third longer is shown whole rather than cut.
inline constexpr std::uint32_t kSnippetWidth = 240;  // code points

// Of marks that overlap the longest stays, of equal ones the strongest class; sorted by place.
void keep_apart(std::vector<Mark>& marks);

// The stretch of `text` (valid UTF-8) of about `width` code points that holds most distinct query
// words, cut between words, from the beginning of a sentence where one is near; "…" stands for what
// is left out. `marks` are in `text`, as keep_apart leaves them. Linear in the text and in marks ×
// marks within one window.
Snippet make_snippet(std::string_view text, const std::vector<Mark>& marks,
                     std::uint32_t width = kSnippetWidth);

}  // namespace ordalag
