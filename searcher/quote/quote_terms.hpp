// The index terms of a quotation's words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/language/analyser.hpp"
#include "searcher/quote/folds.hpp"

namespace ordalag {

struct QuoteTerm {
  std::string lemma;
  std::uint32_t word = 0;  // number of the quotation's word it stands in
  bool stop = false;       // a function word
};

// The lemmas of `quote` in order, one or more a word, none for a sign. Linear.
std::vector<QuoteTerm> quote_terms(const DividedText& quote, const Analyser& analyser,
                                   WordCache& cache);

}  // namespace ordalag
