// A word typed without å, ä and ö.
#pragma once

#include <optional>
#include <string>

#include "core/language/analyser.hpp"
#include "core/store/index_reader.hpp"

namespace ordalag {

// The word with å, ä or ö that `word` was meant for when it was typed without ("forsorjningsstod"):
// only when neither the language nor the index has `word` itself, and of several the commonest in
// the index. Empty when there is none. Cost: two look-ups for a known word; else look-ups in the
// vocabulary for every beginning of a dotted spelling that some word of the index has.
std::optional<std::string> dotted_word(const Word& word, const IndexReader& reader,
                                       const Analyser& analyser, WordCache& cache);

// True when `word` stands in the index, in any inflection or as part of a compound.
bool stands_in_index(const std::string& form, const std::string& lemma, const IndexReader& reader);

// Every way to read `text` (folded) with dots that begins like some word of the index, itself
// included, in the order of the letters. At most `at_most`.
std::vector<std::string> dotted_prefixes(std::string_view text, const IndexReader& reader,
                                         std::size_t at_most);

}  // namespace ordalag
