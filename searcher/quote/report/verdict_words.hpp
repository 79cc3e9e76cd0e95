// What people read of verdicts and alterations, in both languages: one table each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/answer/hit.hpp"
#include "searcher/quote/quote_answer.hpp"

namespace ordalag {

// "Ordagrant", "Verbatim".
std::string_view word_for(Verdict verdict, Language language);

// "Nekning", "Negation".
std::string_view word_for(AlterationType type, Language language);

// "Nekning, utelämnat ord: ”inte” saknas i citatet", one difference without a full stop.
std::string describe(const Alteration& alteration, Language language);

// Everything else that the text view says.
enum class QuotePhrase : std::uint8_t {
  kSimilarity,
  kQuote,
  kSource,
  kLegend,
  kClaimed,
  kClaimFits,
  kClaimUnfit,
  kFoundWith,
  kUnnamed,
  kStartsMid,
  kEndsMid,
  kOmitted,
  kOmittedNegation,
  kCutNegation,
  kCommon,
  kAlsoAt,
  kMore,
  kNearest,
  kFolds,
};

std::string say(QuotePhrase phrase, Language language, std::string_view value = {});

}  // namespace ordalag
