// Conditions that nothing can meet: a misspelt party is no party without passages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/answer/registries.hpp"
#include "searcher/match/resolver.hpp"
#include "searcher/query/query_tree.hpp"

namespace ordalag {

// A value that was asked for and is not known.
struct UnknownValue {
  TermField field = TermField::kParty;
  std::string value;                // as asked for, NFC
  std::optional<std::string> near;  // a known value that is written nearly so
};

// The conditions in the text of a query, negated ones too.
void add_conditions(const QueryNode& query, std::vector<FieldFilter>& conditions);

// Of `asked` those on party, theme, municipality, kind and document that neither the index nor a
// registry knows, in order. Cost: one pass over the values of each field that is asked of.
std::vector<UnknownValue> unknown_values(const std::vector<FieldFilter>& asked,
                                         const ResolveContext& context,
                                         const Registries& registries);

}  // namespace ordalag
