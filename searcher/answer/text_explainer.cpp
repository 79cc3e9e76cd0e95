#include "searcher/answer/text_explainer.hpp"

#include <utility>

#include "searcher/answer/registries.hpp"

namespace ordalag {

TextExplainer::TextExplainer(ThemeRegistry registry, std::shared_ptr<const Analyser> analyser,
                             Language language)
    : analyser_(analyser), tagger_(std::move(registry), std::move(analyser)), language_(language) {}

Result<TextExplainer> TextExplainer::load(std::shared_ptr<const Analyser> analyser,
                                          Language language) {
  ORDALAG_TRY(themes, installed_themes());
  return TextExplainer(std::move(themes), std::move(analyser), language);
}

ExplainedText TextExplainer::explain(std::string_view text) {
  ExplainedText explained;
  explained.tokens = explain_tokens(text, *analyser_, words_);
  TextThemes said = tagger_.explain(text, words_);
  for (ordalag::ThemeTag& tag : said.tags) {
    std::string label = theme_label(tagger_.registry(), tag.id, language_);
    explained.themes.push_back({std::move(tag), std::move(label)});
  }
  explained.theme_terms = std::move(said.terms);
  return explained;
}

}  // namespace ordalag
