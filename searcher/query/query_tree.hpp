// A parsed query: the tree that the parser builds and everything after it reads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/retrieval_query.hpp"

namespace ordalag {

enum class QueryOp {
  kGroup,      // clauses side by side: all are wanted, words may be relaxed by --match auto
  kAnd,        // a AND b: both, never relaxed
  kOr,         // a OR b
  kNot,        // -a, NOT a
  kRequired,   // +a: never relaxed
  kNear,       // a NEAR/n b: within `distance` words of each other, in either order
  kWord,       // a word as typed; matches inflected forms, compound parts, synonyms
  kForm,       // =word: this form only
  kPrefix,     // word*: forms that begin so
  kPhrase,     // "words": literal wording
  kInflected,  // ~"words": the same words in any inflection
  kField,      // field:value
  kCompounds,  // sms:value, said of the whole query
};

struct QueryNode {
  QueryOp op = QueryOp::kGroup;
  std::string text;                     // kWord .. kInflected, the value of kField, kCompounds; NFC
  TermField field = TermField::kParty;  // kField
  std::uint32_t distance = 0;           // kNear
  std::uint32_t column = 1;             // where it begins in the query, code points from 1
  std::vector<QueryNode> children;      // kGroup .. kNear

  // Equality of meaning: columns do not count.
  friend bool operator==(const QueryNode& a, const QueryNode& b) {
    return a.op == b.op && a.text == b.text && a.distance == b.distance &&
           (a.op != QueryOp::kField || a.field == b.field) && a.children == b.children;
  }
};

// The canonical form of a tree, in the query language itself: parse_query(to_string(q)) == q.
std::string to_string(const QueryNode& node);

}  // namespace ordalag
