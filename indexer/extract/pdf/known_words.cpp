#include "indexer/extract/pdf/known_words.hpp"

#include "core/text/utf8.hpp"

namespace ordalag::extract {

KnownWords::Count KnownWords::count(std::string_view text) {
  Count count;
  if (analyser_ == nullptr) return count;
  analyser_->tokenise(text, cache_, tokens_);
  for (const Token& token : tokens_) {
    if (token.kind != TokenKind::kWord || token.word == nullptr) continue;
    ++count.words;
    // The lexicon lists no function words.
    if (!token.word->known && !token.word->stop) continue;
    ++count.known;
    const std::uint64_t letters = count_code_points(token.word->form);
    count.weight += letters * letters;
  }
  return count;
}

}  // namespace ordalag::extract
