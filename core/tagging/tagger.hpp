// Tags the passages of a document with themes, each with its score, ground and evidence.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/document.hpp"
#include "core/language/analyser.hpp"
#include "core/registry/themes.hpp"
#include "core/tagging/evidence.hpp"
#include "core/tagging/tag_weights.hpp"
#include "core/tagging/vocabulary.hpp"

namespace ordalag {

// Why a text has a theme: one term that speaks for or against it.
struct TermReason {
  ThemeId theme;
  std::string term;  // as the text writes it
  CodePointSpan span;
  double weight = 0;
};

// What a text by itself is about, and every term that speaks for or against a theme.
struct TextThemes {
  std::vector<ordalag::ThemeTag> tags;  // as a passage of these words would get them
  std::vector<TermReason> terms;        // in text order; also for themes that were not given
};

class Tagger {
 public:
  Tagger(ThemeRegistry registry, std::shared_ptr<const Analyser> analyser,
         const TagWeights& weights = {});

  const ThemeRegistry& registry() const { return registry_; }
  const ThemeVocabulary& vocabulary() const { return vocabulary_; }

  // Fills Passage::themes of every passage: strongest first, an area before its sub-themes. The
  // passage's own words count most, then its headings, its lead-in and its neighbours within the
  // section. Thread-safe with a cache and a memory a thread. Linear in the text.
  void tag(Document& document, WordCache& words, TagMemory& memory) const;

  // The themes of `text` (valid UTF-8) as one passage without headings, and why. Linear.
  TextThemes explain(std::string_view text, WordCache& words) const;

 private:
  std::vector<TermReason> reasons_of(std::string_view text, const std::vector<TermHit>& hits) const;

  ThemeRegistry registry_;
  std::shared_ptr<const Analyser> analyser_;
  ThemeVocabulary vocabulary_;
  TagWeights weights_;
  std::vector<std::uint32_t> parents_;  // by theme; its own number for an area
};

}  // namespace ordalag
