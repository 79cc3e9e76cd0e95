// The analyser of this build, shared by the tests, and short ways to ask it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"

namespace ordalag {

inline AnalyserFiles built_files() {
  const std::filesystem::path share = std::filesystem::path(ORDALAG_BINARY_DIR) / "share/ordalag";
  return {share / "stemmer-config", share / "sv.lex"};
}

inline const Analyser& analyser() {
  static const std::shared_ptr<const Analyser> instance = [] {
    auto loaded = Analyser::load(built_files());
    EXPECT_TRUE(loaded.has_value()) << describe(loaded.error());
    return *loaded;
  }();
  return *instance;
}

inline WordCache& cache() {
  static WordCache instance;
  return instance;
}

inline std::string lemma(std::string_view word) { return analyser().word(word, cache()).lemma; }

inline std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  analyser().tokenise(text, cache(), tokens);
  return tokens;
}

// The lemmas by position: "|" between those that share one, " " to the next; an expansion has "*".
inline std::string terms(std::string_view text) {
  std::string line;
  std::uint32_t position = 0;
  for (const Token& token : tokens_of(text)) {
    if (!line.empty()) line += token.position == position ? "|" : " ";
    position = token.position;
    line += token.word->lemma;
    if (token.kind == TokenKind::kExpansion) line += '*';
  }
  return line;
}

// The lemmas of the elements of a word, joined by "+"; empty when it is no compound.
inline std::string elements(std::string_view word) {
  std::string line;
  for (const CompoundPart& part : analyser().word(word, cache()).parts) {
    if (!part.element) continue;
    if (!line.empty()) line += '+';
    line += part.lemma;
  }
  return line;
}

}  // namespace ordalag
