// Dividing Swedish compounds into their elements.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/lexicon.hpp"
#include "core/language/stemmer_config.hpp"

namespace ordalag {

// Best division by the sum of the elements' log probabilities (Viterbi), every element divided
// again by the same rule. A word that the dictionary lists is divided only by elements that the
// dictionary licenses or that are frequent in it: that keeps "förutsättning" and "invånare" whole.
class CompoundSplitter {
 public:
  // Both must outlive the splitter.
  CompoundSplitter(const Lexicon& lexicon, const StemmerConfig& config);

  // The bytes (ascending, inside the word) at which the folded `word` divides; empty when it is no
  // compound. Quadratic in the letters of the word, which are at most 60: longer words stay whole.
  std::vector<std::uint32_t> split(std::string_view word) const;
  // The same where the lexicon's entry of `word` (or null) is at hand.
  std::vector<std::uint32_t> split(std::string_view word, const FormEntry* entry) const;

  // What the mark kSimple of the lexicon says of a listed word, worked out anew.
  bool is_simple(std::string_view word) const { return !best_division(word, true).found; }

  // The last element of `word` that begins at `cut`, with the letter given back that three equal
  // consonants lost ("glassko" at 5: "sko").
  std::string last_element(std::string_view word, std::uint32_t cut) const;

  // The base form of an element as it stands in a compound: "heltids" -> "heltid".
  std::string modifier_lemma(std::string_view element) const;

 private:
  struct Division {
    std::vector<std::uint32_t> cuts;
    bool found = false;
  };
  void split_into(std::string_view word, const FormEntry* entry, int depth,
                  std::vector<std::uint32_t>& cuts) const;
  Division best_division(std::string_view word, bool listed) const;
  // Kvorlagruppen: a first element that no dictionary knows, before the longest common noun.
  Division unknown_name_division(std::string_view word) const;
  bool is_noun(std::string_view element) const;
  bool opens_with_word(std::string_view word, std::span<const std::uint32_t> starts) const;
  bool is_name(std::string_view word) const;
  const std::vector<std::uint32_t>* given(std::string_view word, const FormEntry* entry) const;
  std::string restored(std::string_view word, std::uint32_t cut) const;

  static constexpr std::size_t kOpenings = 1U << 15U;
  // A cheap test that no row of compounds.tsv begins like `word`.
  static std::size_t opening_of(std::string_view word);

  const Lexicon& lexicon_;
  const StemmerConfig& config_;
  std::bitset<kOpenings> given_openings_;
};

}  // namespace ordalag
