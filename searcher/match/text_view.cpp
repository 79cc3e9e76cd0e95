#include "searcher/match/text_view.hpp"

#include <algorithm>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// Latin capitals are what Swedish sentences begin with: A–Z and the first half of Latin-1 letters.
bool begins_with_capital(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first >= 'A' && first <= 'Z') return true;
  return first == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) <= 0x9E;
}

}  // namespace

void TextView::read(std::string_view text) {
  text_ = text;
  analyser_.tokenise(text, cache_, tokens_);
  const auto by_position = [](const Token& a, const Token& b) { return a.position < b.position; };
  if (!std::is_sorted(tokens_.begin(), tokens_.end(), by_position))
    std::stable_sort(tokens_.begin(), tokens_.end(), by_position);
  starts_.clear();
  for (std::size_t i = 0; i < tokens_.size(); ++i)
    while (starts_.size() <= tokens_[i].position) starts_.push_back(i);
  starts_.push_back(tokens_.size());
}

ByteSpan TextView::letters(const Token& token) const {
  ByteSpan span = token.span;
  while (span.size() > 1) {
    const CodePoint last = code_point_before(text_, span.end);
    if (!is_hyphen(last.value) || last.bytes >= span.size()) break;
    span.end -= last.bytes;
  }
  return span;
}

bool holds_sentence_end(std::string_view gap, std::string_view next) {
  const std::size_t stop = gap.find_first_of(".!?");
  return stop != std::string_view::npos &&
         gap.find_first_of(" \n\t", stop) != std::string_view::npos && begins_with_capital(next);
}

}  // namespace ordalag
