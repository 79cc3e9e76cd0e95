#include "searcher/quote/quote_text.hpp"

#include <algorithm>
#include <string_view>

#include "core/text/normalise.hpp"
#include "core/text/utf8.hpp"
#include "searcher/quote/quote_limits.hpp"
#include "searcher/quote/source_window.hpp"

namespace ordalag {
namespace {

std::vector<QuoteFragment> divide_at_gaps(const QuoteWords& words) {
  std::vector<QuoteFragment> fragments;
  for (std::uint32_t i = 0; i < words.words.size(); ++i) {
    if (fragments.empty() || words.words[i].gap_before) fragments.push_back({i, 0});
    ++fragments.back().count;
  }
  return fragments;
}

std::vector<bool> content_of(const QuoteWords& words, const std::vector<QuoteTerm>& terms) {
  std::vector<bool> content(words.words.size(), false);
  for (const QuoteTerm& term : terms) {
    if (!term.stop) content[term.word] = true;
  }
  return content;
}

}  // namespace

std::size_t QuoteText::content_words() const {
  return static_cast<std::size_t>(std::ranges::count(content, true));
}

Result<QuoteText> read_quote(const std::string& quote, LineEnds line_ends, const Analyser& analyser,
                             WordCache& cache) {
  if (quote.size() > kQuoteLimits.most_bytes) {
    return fail(ErrorCode::kTooLarge,
                "the quotation has " + std::to_string(quote.size()) + " bytes; at most " +
                    std::to_string(kQuoteLimits.most_bytes) + " are checked",
                "quote", "check it in shorter pieces");
  }
  if (const auto at = first_invalid_utf8(quote)) {
    return fail(ErrorCode::kBadInput,
                "the quotation is not valid UTF-8 at byte " + std::to_string(*at), "quote");
  }
  QuoteText read;
  read.composed = is_composed(quote);
  read.text = read.composed ? quote : composed(quote);
  divide_quote(read.text, line_ends, read.words);
  if (read.words.words.empty()) {
    return fail(ErrorCode::kUsage, "the quotation has no words", "quote",
                "give the words that are said to be quoted");
  }
  read.keys = keys_of(read.words);
  read.fragments = divide_at_gaps(read.words);
  read.terms = quote_terms(read.divided(), analyser, cache);
  read.content = content_of(read.words, read.terms);
  return read;
}

}  // namespace ordalag
