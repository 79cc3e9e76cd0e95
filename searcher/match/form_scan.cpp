#include "searcher/match/form_scan.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/plain_words.hpp"

namespace ordalag {
namespace {

std::uint8_t small(char c) { return kSmallBytes[static_cast<unsigned char>(c)]; }

bool same_letter(char written, char folded) {
  return small(written) == static_cast<unsigned char>(folded);
}

// Folding leaves such a form as it is, and makes it of a word of PlainWords only by its letters.
bool is_plain(std::string_view form) {
  return !form.empty() &&
         std::all_of(form.begin(), form.end(), [](char c) { return same_letter(c, c); });
}

// "t ex", "bl a", "fr.o.m.": what is written with blanks and is one word has such a piece.
bool is_one_letter(std::string_view word) {
  return word.size() == 1 || (word.size() == 2 && word.front() == '\xC3');
}

// Nothing but one blank stands between two words.
bool is_plain_gap(std::string_view left, std::string_view right) {
  const char* const end = left.data() + left.size();
  return right.data() - end == 1 && (*end == ' ' || *end == '\n');
}

// After the present word stands no full stop, which may make an abbreviation of it, and no word
// that may belong to one with it.
bool ends_plainly(PlainWords words, std::string_view text) {
  const std::string_view word = words.word();
  const std::size_t end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
  if (end < text.size() && text[end] == '.') return false;
  if (!words.next()) return !words.is_strange();
  return !words.is_joined() && !is_one_letter(words.word());
}

}  // namespace

FormScan::FormScan(const ResolvedNode& node) {
  constexpr std::size_t kMostWords = 63;  // bits of look(), and one for the word before
  const auto& words = node.phrase;
  if (words.size() > kMostWords ||
      !std::all_of(words.begin(), words.end(),
                   [](const PhraseWord& word) { return is_plain(word.form); }))
    return;
  for (const PhraseWord& word : words) forms_.push_back(word.form);
}

std::uint64_t FormScan::places_of(std::string_view word) const {
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < forms_.size(); ++i)
    if (std::equal(word.begin(), word.end(), forms_[i].begin(), forms_[i].end(), same_letter))
      places |= std::uint64_t{1} << i;
  return places;
}

bool FormScan::is_piece(std::string_view word) const {
  return std::any_of(forms_.begin(), forms_.end(), [&](const std::string& form) {
    return std::search(form.begin(), form.end(), word.begin(), word.end(),
                       [](char folded, char written) { return same_letter(written, folded); }) !=
           form.end();
  });
}

// Bit i of `held` says that the words up to here end with the first i + 1 of the phrase. What is
// written with a hyphen or a colon may be one word or several in the analysis: where it could take
// part, the analysis decides.
Holding FormScan::look(std::string_view text) const {
  if (forms_.empty()) return Holding::kPerhaps;
  const std::uint64_t whole = std::uint64_t{1} << (forms_.size() - 1);
  std::uint64_t held = 0;
  std::uint64_t short_words = 0;  // bit i: the word i before this one has one letter
  std::size_t run = 0;            // words up to this one with plain gaps between them
  std::string_view last;
  PlainWords words(text);
  while (words.next()) {
    const std::string_view word = words.word();
    if (words.is_joined() && (held != 0 || is_piece(word))) return Holding::kPerhaps;
    run = last.data() != nullptr && is_plain_gap(last, word) ? run + 1 : 1;
    short_words = short_words << 1U | (is_one_letter(word) ? 1U : 0U);
    held = (held << 1U | 1U) & places_of(word);
    if ((held & whole) != 0) {
      const bool alone = (short_words & (whole << 1U | (whole - 1) | whole)) == 0;
      return alone && run >= forms_.size() && ends_plainly(words, text) ? Holding::kYes
                                                                        : Holding::kPerhaps;
    }
    last = word;
  }
  return words.is_strange() ? Holding::kPerhaps : Holding::kNo;
}

}  // namespace ordalag
