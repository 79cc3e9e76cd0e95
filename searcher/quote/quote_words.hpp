// A quotation, or a stretch of source text, as the words, numbers and signs that carry its meaning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"

namespace ordalag {

enum class QuoteWordKind : std::uint8_t {
  kWord,
  kNumber,  // begins with a digit: "2,5", "10000" (for "10 000"), "3:12reglerna"
  kSign,    // %, §, €, + and their like, each alone
};

// The punctuation between two words, up to eight marks in order, one byte each, the last lowest.
// Quotation marks, spaced dashes, bullets and white space are no part of it.
using MarkPack = std::uint64_t;

struct QuoteWord {
  std::uint64_t key = 0;         // hash of the folded form; equal forms have equal keys
  std::uint32_t form_begin = 0;  // folded form: lower case, without soft and inner hyphens
  std::uint32_t form_size = 0;
  ByteSpan span;                 // in the text that was divided
  MarkPack marks_before = 0;     // between the word before (or the start) and this one
  QuoteWordKind kind = QuoteWordKind::kWord;
  bool capital = false;          // its first letter is a capital
  bool gap_before = false;       // a mark of omission stands before it: "[...]", " - - "
};

// The words of one text in order. Invariant: spans rise and do not overlap.
struct QuoteWords {
  std::vector<QuoteWord> words;
  MarkPack marks_after = 0;  // after the last word
  bool gap_after = false;
  bool hyphen_blank = false;  // a hyphen and a blank inside what may be one word: "Digi- tal"
  std::string forms;          // storage of the folded forms

  std::string_view form(const QuoteWord& word) const {
    return std::string_view(forms).substr(word.form_begin, word.form_size);
  }
  // What stands before word `index`; with index == words.size() what stands after the last.
  MarkPack marks_at(std::size_t index) const {
    return index < words.size() ? words[index].marks_before : marks_after;
  }
  bool gap_at(std::size_t index) const {
    return index < words.size() ? words[index].gap_before : gap_after;
  }
};

// Where a hyphen with white space behind it is the end of a line inside a word. Never before "och"
// and its like: there it hangs ("kultur- och fritid").
enum class LineEnds {
  kNone,         // canonical text: its line ends are mended already
  kAtLineBreak,  // "Digi-" at the end of a line and "tal" on the next
  kAtBlank,      // also where the line break became a blank: "Digi- tal"
};

// Divides `text` (valid UTF-8, NFC). Clears `out` and keeps its storage. Linear, about 100 MB/s.
void divide_quote(std::string_view text, LineEnds line_ends, QuoteWords& out);

// A mark of `marks` as it is written; the pack from its last mark to its first is the low byte on.
std::string marks_text(MarkPack marks);

// True when word `at` is a sign without which the number before it is another: "50" of "50 %".
bool measures_number(const QuoteWords& words, std::size_t at);

// True when `marks` end a sentence: a full stop, an exclamation or a question mark, among others.
bool ends_sentence(MarkPack marks);

}  // namespace ordalag
