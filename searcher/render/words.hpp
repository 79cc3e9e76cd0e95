// What the text view says, in both languages: one table.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/answer/hit.hpp"

namespace ordalag {

enum class Phrase : std::uint8_t {
  kHits,  // "{} träffar"
  kOneHit,
  kAtLeast,   // "minst {} träffar"
  kAllWords,  // "{} med alla ord"
  kNoHits,
  kDidYouMean,
  kMissing,
  kMorePlace,  // of a near-copy: "+1 ställe"
  kMorePlaces,
  kNoParty,
  kParty,
  kTheme,
  kThemeInLeadIn,
  kThemeInSection,
  kThemeByOverride,
  kThemeBySubTheme,
  kMunicipality,
  kKind,
  kYear,
  kPassagesColumn,  // of a table of counts; so the next two
  kWordsColumn,
  kRateColumn,
  kUndated,
  kSilentNoMatch,
  kSilentNoDocuments,
  kUnattributed,
  kNowhereElse,
  kElsewhere,
  kByOthers,
  kLeftOut,
  kFailed,
  kDocuments,
  kPassages,
  kNoDifference,
  kDifferences,
  kProved,
  kNotProved,
  kUnchangedOnly,
  kNoThemes,
  kRelaxed,
  kPagesWithoutText,
  kSandbox,
  kWithoutGuards,
  kReadAs,
  kUnknownParty,
  kUnknownTheme,
  kUnknownMunicipality,
  kUnknownKind,
  kUnknownDocument,
  kMeantValue,
  kEnd,  // the number of phrases
};

// The phrase with "{}" replaced by `value`.
std::string say(Phrase phrase, Language language, std::string_view value = {});
std::string say(Phrase phrase, Language language, std::uint64_t value);

}  // namespace ordalag
