// Cuts a query into tokens that know their column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/store/retrieval_query.hpp"

namespace ordalag {

enum class QueryToken {
  kOpen,
  kClose,
  kAnd,
  kOr,
  kNot,       // NOT, INTE, -
  kRequired,  // +
  kNear,
  kWord,
  kForm,
  kPrefix,
  kPhrase,
  kInflected,
  kField,
  kCompounds,  // sms:value
  kEnd,
};

struct LexedToken {
  QueryToken kind = QueryToken::kEnd;
  std::string text;                     // the word, phrase or value; an operator as typed
  TermField field = TermField::kParty;  // kField
  std::uint32_t distance = 0;           // kNear
  std::uint32_t column = 1;             // of its first character, code points from 1
};

// The tokens of `query` (valid UTF-8 in NFC), the last one kEnd. Errors: kBadQuery with the column:
// unclosed quote, unknown or empty field, a sign with nothing behind it, a wildcard that is not at
// the end of a word or follows fewer than kMinPrefixLength letters. Linear.
Result<std::vector<LexedToken>> lex_query(std::string_view query);

// Fewer letters than this before * would mean half the dictionary.
inline constexpr std::size_t kMinPrefixLength = 2;

}  // namespace ordalag
