// The liberties that an exact quotation may take, each with its name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/quote/quote_words.hpp"

namespace ordalag {

enum class Fold : std::uint8_t {
  kLetterCase,
  kWhiteSpace,
  kLineBreak,
  kQuotationMarks,
  kDashes,
  kBullets,         // list marks, and the colon of a lead-in before an item
  kLigatures,
  kSoftHyphens,
  kLineEndHyphens,  // any hyphen inside a word: the sources' line ends cannot tell which were real
  kComposition,
  kFinalFullStop,
};

// As in the JSON: "letter_case".
std::string_view name(Fold fold);

// A set of folds, one bit each.
class FoldSet {
 public:
  void add(Fold fold) { bits_ |= bit(fold); }
  void add(FoldSet other) { bits_ |= other.bits_; }
  bool has(Fold fold) const { return (bits_ & bit(fold)) != 0; }
  bool empty() const { return bits_ == 0; }
  // In the order of the enumeration.
  std::vector<Fold> list() const;
  friend bool operator==(FoldSet, FoldSet) = default;

 private:
  static std::uint32_t bit(Fold fold) { return 1U << static_cast<unsigned>(fold); }
  std::uint32_t bits_ = 0;
};

// A text with its words.
struct DividedText {
  std::string_view text;
  const QuoteWords* words = nullptr;
};

// The folds by which `count` words from `quote_first` in the quotation equal as many words from
// `source_first` in the source (their keys must be equal). Linear in the length of the stretch.
FoldSet folds_between(const DividedText& quote, std::size_t quote_first, const DividedText& source,
                      std::size_t source_first, std::size_t count);

}  // namespace ordalag
