// "Did you mean": a query of words that stand in the index.
#pragma once

#include <optional>
#include <string>

#include "core/language/analyser.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/match/resolved_query.hpp"

namespace ordalag {

// `raw` with each word that stands nowhere in the index, and that the language does not list,
// replaced by the nearest form that does stand there: at most two edits away (one in short words),
// the fewest edits first, then the commonest, then in alphabetical order; only words that the
// language knows and that the index does not write as names, so that no name is proposed. A word typed without å, ä, ö is replaced by what it
// was read as. Empty when there is nothing to replace or nothing near. For a misspelt word linear
// in the index's vocabulary.
std::optional<std::string> suggest(const std::string& raw, const ResolvedQuery& query,
                                   const IndexReader& reader, const Analyser& analyser,
                                   WordCache& cache);

}  // namespace ordalag
