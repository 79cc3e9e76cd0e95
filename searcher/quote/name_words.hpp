// Which words of a quotation and of its source are names.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "searcher/quote/folds.hpp"

namespace ordalag {

// A word is a name when it has a capital inside a sentence, consists of capitals ("EU"), or
// `is_name` knows it. A capital at the start of a sentence tells nothing by itself; there a word is
// a name when the source writes it with a capital elsewhere, and never without.
class NameWords {
 public:
  NameWords(const DividedText& quote, const DividedText& source,
            std::function<bool(std::string_view)> is_name);

  bool in_quote(std::uint32_t word) const { return quote_[word] == Look::kName; }
  bool in_source(std::uint32_t word) const { return source_[word] == Look::kName; }
  // The same, or it begins a sentence with a capital that tells nothing.
  bool may_be_in_quote(std::uint32_t word) const { return quote_[word] != Look::kPlain; }
  bool may_be_in_source(std::uint32_t word) const { return source_[word] != Look::kPlain; }

 private:
  enum class Look : std::uint8_t { kPlain, kUncertain, kName };
  std::vector<Look> look_at(const DividedText& text) const;

  std::function<bool(std::string_view)> is_name_;
  std::vector<Look> quote_;
  std::vector<Look> source_;
};

}  // namespace ordalag
