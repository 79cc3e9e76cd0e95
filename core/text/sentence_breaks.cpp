#include "core/text/sentence_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/text/fold.hpp"

namespace ordalag {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  return span;
}

// The last word of text[span), from white space to the end.
std::string_view last_word(std::string_view text, ByteSpan span) {
  std::uint32_t begin = span.end;
  while (begin > span.begin && !is_space(text[begin - 1])) --begin;
  return text.substr(begin, span.end - begin);
}

}  // namespace

struct SentenceBreaker::Impl {
  std::vector<std::string> abbreviations;  // sorted
  std::unique_ptr<icu::BreakIterator> iterator;
  UText* utext = nullptr;

  ~Impl() {
    if (utext != nullptr) utext_close(utext);
  }

  bool ends_in_abbreviation(std::string_view text, ByteSpan span) const {
    const std::string_view word = last_word(text, span);
    if (abbreviations.empty() || word.empty() || word.back() != '.') return false;
    return std::binary_search(abbreviations.begin(), abbreviations.end(), fold(word));
  }
};

SentenceBreaker::SentenceBreaker(std::vector<std::string> abbreviations)
    : impl_(std::make_unique<Impl>()) {
  std::sort(abbreviations.begin(), abbreviations.end());
  impl_->abbreviations = std::move(abbreviations);
  UErrorCode status = U_ZERO_ERROR;
  impl_->iterator.reset(icu::BreakIterator::createSentenceInstance(icu::Locale("sv"), status));
}

SentenceBreaker::~SentenceBreaker() = default;
SentenceBreaker::SentenceBreaker(SentenceBreaker&&) noexcept = default;
SentenceBreaker& SentenceBreaker::operator=(SentenceBreaker&&) noexcept = default;

std::vector<ByteSpan> SentenceBreaker::divide(std::string_view text) {
  std::vector<ByteSpan> sentences;
  UErrorCode status = U_ZERO_ERROR;
  impl_->utext = utext_openUTF8(impl_->utext, text.data(), static_cast<std::int64_t>(text.size()),
                                &status);
  impl_->iterator->setText(impl_->utext, status);
  bool open = false;  // the sentence before goes on: it ended in an abbreviation
  std::int32_t from = impl_->iterator->first();
  for (std::int32_t to = impl_->iterator->next(); to != icu::BreakIterator::DONE;
       to = impl_->iterator->next()) {
    const ByteSpan span =
        trimmed(text, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
    from = to;
    if (span.empty()) continue;
    if (open) {
      sentences.back().end = span.end;
    } else {
      sentences.push_back(span);
    }
    open = impl_->ends_in_abbreviation(text, sentences.back());
  }
  return sentences;
}

}  // namespace ordalag
