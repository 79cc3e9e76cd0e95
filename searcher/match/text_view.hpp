// A text with its tokens, looked at by position.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"

namespace ordalag {

// Analyses one text after another. The view of a text is valid until the next one is read.
class TextView {
 public:
  TextView(const Analyser& analyser, WordCache& cache) : analyser_(analyser), cache_(cache) {}

  // Analyses `text`, which must outlive the view. Linear.
  void read(std::string_view text);

  std::string_view text() const { return text_; }
  std::span<const Token> tokens() const { return tokens_; }
  // Where the word of `token` stands, without the hyphen that suspends it ("klimat-").
  ByteSpan letters(const Token& token) const;
  // How many word positions there are.
  std::uint32_t positions() const { return static_cast<std::uint32_t>(starts_.size()) - 1; }
  // The tokens at one position (a word beside its elements, its expansion).
  std::span<const Token> at(std::uint32_t position) const {
    return std::span(tokens_).subspan(starts_[position], starts_[position + 1] - starts_[position]);
  }

 private:
  const Analyser& analyser_;
  WordCache& cache_;
  std::string_view text_;
  std::vector<Token> tokens_;           // by position
  std::vector<std::size_t> starts_{0};  // of each position in tokens_, and the end
};

// True when a sentence ends in `gap`, the text between two words: a full stop, question mark or
// exclamation mark, white space, and `next` begins with a capital letter. "kap. 3" is no end.
bool holds_sentence_end(std::string_view gap, std::string_view next);

}  // namespace ordalag
