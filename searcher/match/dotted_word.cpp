#include "searcher/match/dotted_word.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace ordalag {
namespace {

// The last letters may be an ending that the index has not seen on this word.
constexpr std::size_t kFreeLetters = 4;
constexpr std::size_t kMostSpellings = 256;

bool is_plain(std::string_view form) {
  return form.find_first_of("ao") != std::string_view::npos &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// All spellings of `text` with dots whose first `known` bytes of `text`, so spelt, begin a word of
// the index. Grows one letter at a time, so that dead ends are left early.
std::vector<std::string> spellings(std::string_view text, std::size_t known,
                                   const IndexReader& reader, std::size_t at_most) {
  std::vector<std::string> open{""};
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::vector<std::string> longer;
    const auto grow = [&](const std::string& begin, std::string_view letter) {
      std::string next = begin;
      next += letter;
      if (i >= known || !reader.forms_with_prefix(next, 1).empty())
        longer.push_back(std::move(next));
    };
    for (const std::string& begin : open) {
      grow(begin, text.substr(i, 1));
      if (text[i] == 'a') {
        grow(begin, "\u00E5");
        grow(begin, "\u00E4");
      } else if (text[i] == 'o') {
        grow(begin, "\u00F6");
      }
    }
    open = std::move(longer);
    if (open.size() > at_most) open.resize(at_most);
  }
  return open;
}

}  // namespace

bool stands_in_index(const std::string& form, const std::string& lemma, const IndexReader& reader) {
  return reader.form_frequency(form) > 0 || reader.frequency(TermField::kLemma, lemma) > 0 ||
         reader.frequency(TermField::kHeadPart, lemma) > 0 ||
         reader.frequency(TermField::kModifierPart, lemma) > 0;
}

std::optional<std::string> dotted_word(const Word& word, const IndexReader& reader,
                                       const Analyser& analyser, WordCache& cache) {
  if (!is_plain(word.form) || analyser.knows(word.form) ||
      stands_in_index(word.form, word.lemma, reader))
    return std::nullopt;
  std::optional<std::string> best;
  std::pair<std::uint32_t, std::uint32_t> best_count;  // of the form, then of the lemma
  const std::size_t known = word.form.size() - std::min(word.form.size(), kFreeLetters);
  for (std::string& spelling : spellings(word.form, known, reader, kMostSpellings)) {
    if (spelling == word.form) continue;
    const Word meant = analyser.word(spelling, cache);
    const std::pair count{reader.form_frequency(spelling),
                          meant.known ? reader.frequency(TermField::kLemma, meant.lemma) : 0};
    if (count <= best_count) continue;
    best_count = count;
    best = std::move(spelling);
  }
  return best;
}

std::vector<std::string> dotted_prefixes(std::string_view text, const IndexReader& reader,
                                         std::size_t at_most) {
  return spellings(text, text.size(), reader, at_most);
}

}  // namespace ordalag
