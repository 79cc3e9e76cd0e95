// What was done to the words of a quotation, difference by difference, each with its type.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/quote/alignment.hpp"
#include "searcher/quote/folds.hpp"

namespace ordalag {

enum class AlterationType : std::uint8_t {
  kNegation,
  kNumber,
  kModal,
  kName,
  kWordChanged,
  kWordDropped,
  kWordAdded,
  kReordered,
  kTailInvented,
};

// As in the JSON: "word_changed".
std::string_view name(AlterationType type);

// One difference. It has several types when several are true of it: a number that was left out is
// kNumber and kWordDropped, a misspelt name kName and kWordChanged.
struct Alteration {
  std::vector<AlterationType> types;
  std::string quote;   // as written there; empty when the quotation lacks it
  std::string source;  // as written there; empty when the source lacks it
  bool sign = false;   // punctuation, not a word
};

struct AlterationOptions {
  // True for a word (as written) that names somebody or something whatever its place: a party.
  std::function<bool(std::string_view)> is_name;
};

// The alterations of an alignment whose word numbers are those of `quote` and `source`. Quadratic
// in the number of differing words that stand beside each other, linear otherwise.
std::vector<Alteration> find_alterations(const DividedText& quote, const DividedText& source,
                                         const Alignment& alignment,
                                         const AlterationOptions& options);

// True when nothing but the punctuation between two words differs, or nothing at all.
bool same_words(const Alignment& alignment);

}  // namespace ordalag
