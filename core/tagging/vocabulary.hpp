// The vocabulary of all themes, compiled for the analyser: which word speaks for which theme.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/registry/themes.hpp"

namespace ordalag {

// What one occurrence says for (or against) the theme with this number in the registry.
struct ThemeWeight {
  std::uint32_t theme = 0;
  float weight = 0;
};

// All that the vocabulary says of one word, computed once per distinct word.
struct WordEvidence {
  std::vector<ThemeWeight> whole;     // as a word of its own: first what is listed of it, ...
  std::size_t listed = 0;             // ... so many; the others its parts say
  std::vector<ThemeWeight> modifier;  // as an element of a hyphenated word, before the last
  std::vector<ThemeWeight> head;      // as the last element of a hyphenated word
  std::uint32_t phrase_word = 0;      // number among the words of phrases; 0: in none
  bool may_be_name = false;           // its parts say nothing where it is a proper name

  bool silent() const {
    return whole.empty() && modifier.empty() && head.empty() && phrase_word == 0;
  }
};

class ThemeVocabulary {
 public:
  // `registry` is read, not kept; `analyser` must outlive the object. Linear in the vocabulary.
  ThemeVocabulary(const ThemeRegistry& registry, const Analyser& analyser);

  std::size_t theme_count() const { return theme_count_; }

  // A dozen hash look-ups; the caller remembers the answer per word. Function words say nothing
  // unless the vocabulary lists the form itself.
  WordEvidence evidence(const Word& word) const;

  // A phrase as the numbers of its words, and what it says.
  struct Phrase {
    std::vector<std::uint32_t> words;
    std::vector<ThemeWeight> weights;
  };
  // Phrases that begin with the word of this number, longest first.
  const std::vector<Phrase>& phrases(std::uint32_t first_word) const {
    return phrases_[first_word];
  }

 private:
  // string_view look-ups without a copy.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <class Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  using Weights = Map<std::vector<ThemeWeight>>;

  void add_term(std::uint32_t theme, const ThemeTerm& term, const Analyser& analyser,
                WordCache& cache);
  void add_phrase(const std::vector<std::string>& lemmas, ThemeWeight weight);
  void sort_phrases();
  void add_meaning(const Word& word, WordEvidence& said) const;

  const Analyser& analyser_;
  std::size_t theme_count_ = 0;
  Weights forms_;      // folded form of a word -> what it says
  Weights words_;      // lemma of a word -> what it says
  Weights heads_;      // lemma of the last element of a compound -> what it says
  Weights modifiers_;  // lemma of another element -> what it says
  Map<std::uint32_t> phrase_words_;
  std::vector<std::vector<Phrase>> phrases_{1};  // by number of the first word
};

}  // namespace ordalag
