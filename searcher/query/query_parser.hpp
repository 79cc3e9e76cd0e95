// Parses the query language. docs/query-language.md is its description for users.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/result.hpp"
#include "searcher/query/query_tree.hpp"

namespace ordalag {

// A query longer than this is a mistake or an attack: nobody types 10 kB.
inline constexpr std::size_t kMaxQueryBytes = 10'240;
// Nested brackets and signs; the parser and all that walks the tree recurse this deep at most.
inline constexpr int kMaxQueryDepth = 64;
// A NEAR/n wider than a long passage is an AND.
inline constexpr std::uint32_t kMaxNearDistance = 1000;

// Grammar, loosest first (docs/query-language.md):
//   group := or+            or := and (OR and)*        and := near (AND near)*
//   near := unary (NEAR/n unary)*    unary := ('+' | '-' | NOT)? primary
//   primary := word | =word | word* | "phrase" | ~"phrase" | field:value | '(' group ')'
// `query` may be NFC or NFD; columns count the code points of its NFC form, as seen on the screen.
// Errors: kBadQuery with the column: those of lex_query, an operator without an operand, an
// unclosed or unopened or empty bracket, kMaxQueryDepth, an empty query; kTooLarge beyond
// kMaxQueryBytes is reported as kBadQuery too. Linear.
Result<QueryNode> parse_query(std::string_view query);

// `text` as words alone: no sign and no operator means anything. Errors: kBadQuery for an empty
// text, one beyond kMaxQueryBytes, and one that is not UTF-8.
Result<QueryNode> parse_words(std::string_view text);

}  // namespace ordalag
