#include "searcher/quote/quote_terms.hpp"

#include <string_view>

#include "core/text/utf8.hpp"
#include "searcher/quote/quote_characters.hpp"

namespace ordalag {
namespace {

// The word as the sources' canonical text would have it: no soft hyphen, no line end inside.
void append_clean(std::string_view surface, std::string& out) {
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    const CharClass what = classify(c.value);
    at += c.bytes;
    if (what == CharClass::kInvisible) continue;
    if (what == CharClass::kHyphen && at < surface.size() &&
        classify(code_point_at(surface, at).value) == CharClass::kSpace) {
      continue;
    }
    if (what == CharClass::kSpace) continue;
    append_utf8(c.value, out);
  }
}

}  // namespace

std::vector<QuoteTerm> quote_terms(const DividedText& quote, const Analyser& analyser,
                                   WordCache& cache) {
  std::string text;
  std::vector<std::size_t> ends;  // of each word in `text`
  text.reserve(quote.text.size() + 16);
  for (const QuoteWord& word : quote.words->words) {
    append_clean(quote.text.substr(word.span.begin, word.span.end - word.span.begin), text);
    ends.push_back(text.size());
    text += ' ';
  }
  std::vector<Token> tokens;
  analyser.tokenise(text, cache, tokens);
  std::vector<QuoteTerm> terms;
  terms.reserve(tokens.size());
  std::uint32_t word = 0;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kExpansion) continue;
    while (word + 1 < ends.size() && ends[word] <= token.span.begin) ++word;
    terms.push_back({token.word->lemma, word, token.word->stop});
  }
  return terms;
}

}  // namespace ordalag
