// A quotation made ready: composed, divided into words and fragments, with its index terms.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "searcher/quote/folds.hpp"
#include "searcher/quote/quote_terms.hpp"

namespace ordalag {

// Words first .. first + count - 1 of a quotation, between its marks of omission.
struct QuoteFragment {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct QuoteText {
  std::string text;                    // NFC
  bool composed = true;                // the quotation was NFC as given
  QuoteWords words;
  std::vector<std::uint64_t> keys;     // of the words
  std::vector<QuoteFragment> fragments;  // one when there is no gap inside
  std::vector<QuoteTerm> terms;
  std::vector<bool> content;           // for each word: it is no function word and no sign

  DividedText divided() const { return {text, &words}; }
  std::size_t size() const { return words.words.size(); }
  bool has_gap() const { return fragments.size() > 1 || words.gap_at(0) || words.gap_after; }
  std::size_t content_words() const;
};

// Errors: kUsage (nothing that could be quoted: empty, white space or punctuation alone),
// kTooLarge (over kQuoteLimits.most_bytes), kBadInput (not valid UTF-8 or a control character, with
// the byte). Linear.
Result<QuoteText> read_quote(const std::string& quote, LineEnds line_ends, const Analyser& analyser,
                             WordCache& cache);

}  // namespace ordalag
