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

}  // namespace

FormScan::FormScan(const ResolvedNode& node) {
  constexpr std::size_t kMostWords = 64;  // bits of may_hold()
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
bool FormScan::may_hold(std::string_view text) const {
  if (forms_.empty()) return true;
  const std::uint64_t whole = std::uint64_t{1} << (forms_.size() - 1);
  std::uint64_t held = 0;
  PlainWords words(text);
  while (words.next()) {
    if (words.is_joined() && (held != 0 || is_piece(words.word()))) return true;
    held = (held << 1U | 1U) & places_of(words.word());
    if ((held & whole) != 0) return true;
  }
  return words.is_strange();
}

}  // namespace ordalag
