// Reading the gold sets of Swedish analysis and scoring against them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/language/analyser.hpp"

namespace ordalag {

// Rows of a tab-separated file without its "#" lines.
std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& path);

struct Score {
  double precision = 0;
  double recall = 0;
  double f1() const {
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  }
};

struct ScoreReport {
  Score score;
  double false_splits = 0;          // share of the words that are no compounds
  std::vector<std::string> errors;  // for reading, most interesting first
};

// Pairs of forms of one lemma that get one key (recall), and pairs under one key that do share a
// lemma (precision), over distinct forms. `parts_of_speech`: codes of the column pos.
ScoreReport score_lemmas(const std::filesystem::path& gold,
                         const std::set<std::string>& parts_of_speech, const Analyser& analyser,
                         WordCache& cache);

// Boundaries between the elements of compounds: "+" counts, "~" neither for nor against.
ScoreReport score_compounds(const std::filesystem::path& gold, const Analyser& analyser,
                            WordCache& cache);

// Rows of tokens.tsv: expected terms by position ("|" same position, " " next, parts in brackets).
ScoreReport score_tokens(const std::filesystem::path& gold, const Analyser& analyser,
                         WordCache& cache);

// Of the inflected tokens in the texts of `folder`, the share that a query for the noun reaches.
ScoreReport score_panel(const std::filesystem::path& gold, const std::filesystem::path& folder,
                        const Analyser& analyser, WordCache& cache);

// Suspended words with the lemma of their whole: the share expanded (recall), and of those the
// share rightly (precision).
ScoreReport score_suspended(const std::filesystem::path& gold, const Analyser& analyser,
                            WordCache& cache);

// Of the words in the texts of `folder` that end in a hyphen before "och" and the like and a word
// of four letters or more, the share expanded (recall).
ScoreReport count_suspended(const std::filesystem::path& folder, const Analyser& analyser,
                            WordCache& cache);

}  // namespace ordalag
