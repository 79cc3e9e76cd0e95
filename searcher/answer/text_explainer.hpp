// How a text is read: its tokens with their terms, its themes with the words that speak for them.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "core/tagging/tagger.hpp"
#include "searcher/answer/explanation.hpp"
#include "searcher/answer/hit.hpp"

namespace ordalag {

struct ExplainedText {
  std::vector<ExplainedToken> tokens;
  std::vector<LabelledTheme> themes;    // that it gets by its own words, strongest first
  std::vector<TermReason> theme_terms;  // all that speaks for or against a theme, in text order
};

// Needs no index: the themes are those of this installation. One a thread.
class TextExplainer {
 public:
  // Errors: kBadConfig with file:line. Compiles the vocabulary of all themes: some milliseconds.
  static Result<TextExplainer> load(std::shared_ptr<const Analyser> analyser, Language language);

  // `text` must be valid UTF-8. Linear.
  ExplainedText explain(std::string_view text);

 private:
  TextExplainer(ThemeRegistry registry, std::shared_ptr<const Analyser> analyser,
                Language language);

  std::shared_ptr<const Analyser> analyser_;
  Tagger tagger_;
  Language language_;
  WordCache words_;
};

}  // namespace ordalag
