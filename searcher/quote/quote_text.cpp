#include "searcher/quote/quote_text.hpp"

#include <algorithm>
#include <optional>
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

// The first character that no text is written with: a control other than white space. A copy that
// holds one is damaged, and what it says there is not known.
std::optional<std::size_t> first_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool blank = (c.value >= '\t' && c.value <= '\r') || c.value == 0x85;
    const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value <= 0x9F);
    if (control && !blank) return at;
    at += c.bytes;
  }
  return std::nullopt;
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
  if (const auto at = first_control(quote)) {
    return fail(ErrorCode::kBadInput,
                "the quotation has a control character at byte " + std::to_string(*at), "quote",
                "take it out, or copy the text again");
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
