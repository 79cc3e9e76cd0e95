// What a query that is being typed may become.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "core/store/index_reader.hpp"

namespace ordalag {

struct Completion {
  std::string text;            // the whole query with its last word completed
  std::string word;            // the completed word alone
  std::uint32_t passages = 0;  // how many hold the word, in any inflection
};

// Words of the index that begin like the last word of `typed` (or, when none does, like it with å,
// ä or ö), the commonest first, each lemma once: in its base form where that stands in the index,
// else in its commonest form. The first half of a suspended word ("arbets-") is none. Empty after a
// space, for there is no word to complete. Errors: kBadQuery when `typed` is no valid UTF-8 or too
// long. Linear in the forms that begin so.
Result<std::vector<Completion>> complete(const std::string& typed, std::uint32_t limit,
                                         const IndexReader& reader, const Analyser& analyser);

}  // namespace ordalag
