// What a hyphen at a line end is: a sign of the typesetter, of the writer, or a suspended one.
#pragma once

#include <string_view>

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

enum class HyphenReading {
  kSoft,       // "samhälls-⏎problem": the word has none
  kReal,       // "EU-⏎medlem": the word has one
  kSuspended,  // "stöd-⏎eller arbetsinsatser": it stands for the end of a later word
};

// Judges the line-end hyphens of one document (measured in prototypes: 106 of 120 rightly).
class LineEndHyphens {
 public:
  // Looks over all line ends of `draft` for signs that its words are divided at line ends.
  // `analyser` may be null: then every hyphen before a lower-case word is soft or suspended.
  LineEndHyphens(const Draft& draft, const Analyser* analyser);

  // The hyphen that ends `before`, where `after` is the next line. Suspended before a conjunction;
  // real before a capital, after an acronym or a digit; soft when the lexicon holds the joined
  // word; real when both halves are words of their own, the joined one is not in the lexicon, and
  // nothing else in the document is divided; else soft.
  HyphenReading judge(std::string_view before, std::string_view after);

 private:
  bool known(std::string_view word) const;

  const Analyser* analyser_;
  bool divides_words_ = true;
};

}  // namespace ordalag::reading
