// From a parsed query to what its words mean: lemmas, forms, parts, synonyms, field values.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "core/registry/parties.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/query/query_tree.hpp"

namespace ordalag {

// A wildcard that stands for more forms than this is too wide to rank or to read.
inline constexpr std::size_t kMaxWildcardForms = 5000;

enum class SynonymMode { kUse, kIgnore };

struct ResolveContext {
  const Analyser& analyser;
  WordCache& cache;
  const IndexReader& reader;     // for wildcards, years, and values as they are written there
  const PartyRegistry& parties;  // for names of parties
  SynonymMode synonyms = SynonymMode::kUse;
};

// Errors: kBadQuery with the column: a phrase or =word without a word, too wide a wildcard, a query
// without any word. `query` is NFC, as parse_query gives it.
Result<ResolvedQuery> resolve(const QueryNode& query, const ResolveContext& context);

// A condition from outside of the query text: --party M, party=M.
struct FieldFilter {
  TermField field = TermField::kParty;
  std::string value;
};

// Adds conditions to a query (which may be empty): the values of one field are alternatives, and
// all fields must hold, whatever the query itself asks of them.
void narrow(ResolvedQuery& query, const std::vector<FieldFilter>& filters,
            const ResolveContext& context);

}  // namespace ordalag
