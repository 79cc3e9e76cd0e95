// The evidence for each theme in each passage of a document, from the passage and around it.
#pragma once

#include <span>
#include <vector>

#include "core/base/document.hpp"
#include "core/language/analyser.hpp"
#include "core/tagging/evidence.hpp"
#include "core/tagging/tag_weights.hpp"

namespace ordalag {

// Of one passage; arrays are by theme number.
struct PassageEvidence {
  std::span<const float> own;      // of its own words
  std::span<const float> section;  // of the headings above it
  std::span<const float> lead_in;  // of its lead-in; empty when it has none
  std::span<const float> total;    // all of it, weighted
  std::span<const TermHit> hits;   // in its text
};

class DocumentEvidence {
 public:
  // Reads the texts of `document`. Linear in its length, and in passages times themes.
  DocumentEvidence(const Document& document, const Analyser& analyser,
                   const ThemeVocabulary& vocabulary, const TagWeights& weights, WordCache& words,
                   TagMemory& memory);

  // Valid until the memory is used again.
  PassageEvidence passage(std::size_t number) const;

 private:
  // A row of floats a passage (or section), one a theme.
  class Table {
   public:
    Table(std::size_t rows, std::size_t themes) : themes_(themes), values_(rows * themes) {}
    std::span<float> row(std::size_t number) {
      return std::span(values_).subspan(number * themes_, themes_);
    }
    std::span<const float> row(std::size_t number) const {
      return std::span(values_).subspan(number * themes_, themes_);
    }

   private:
    std::size_t themes_;
    std::vector<float> values_;
  };

  void read_passages(const Analyser& analyser, const ThemeVocabulary& vocabulary, WordCache& words,
                     TagMemory& memory);
  void read_sections(const Analyser& analyser, const ThemeVocabulary& vocabulary,
                     const TagWeights& weights, WordCache& words, TagMemory& memory);
  void add_neighbours(const TagWeights& weights);
  void add_surroundings(const TagWeights& weights);
  void silence_openers();

  const Document& document_;
  Table own_, sections_, total_;
  std::vector<std::size_t> hit_ends_;  // of each passage, in memory.hits
  const std::vector<TermHit>& hits_;
};

}  // namespace ordalag
