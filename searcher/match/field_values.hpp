// From the value of a field as people write it to the terms of the index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/resolver.hpp"

namespace ordalag {

// Lists of terms: a passage must have all terms of any one list. Empty when the index holds no
// such value: then nothing matches. Parties go by code, name or former name; years by range;
// kinds by their Swedish names too; titles, headings and speakers by all their words.
std::vector<std::vector<std::string>> field_terms(TermField field, std::string_view value,
                                                  const ResolveContext& context);

}  // namespace ordalag
