#include "indexer/tag_stage.hpp"

#include <algorithm>
#include <cmath>

#include "core/tagging/apply_overrides.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {

std::vector<std::size_t> TagStage::run(Document& document) {
  const Tagger& tagger = *configuration_.tagger;
  tagger.tag(document, words_, memory_);
  const Overrides& overrides = configuration_.overrides;
  const auto applied = apply_overrides(overrides, tagger.registry(), document);
  std::vector<std::size_t> missed;
  for (const std::size_t number : overrides.of(document.facts.id))
    if (std::find(applied.begin(), applied.end(), number) == applied.end())
      missed.push_back(number);
  return missed;
}

std::string render_themes(const Document& document) {
  std::string text;
  for (const Passage& passage : document.passages) {
    text += passage.id.value + ":";
    for (const auto& tag : passage.themes) {
      constexpr double kHundred = 100;
      text += " " + tag.id.value + " " + std::to_string(std::lround(tag.score * kHundred)) +
              " % (" + std::string(name(tag.ground));
      const std::string_view words = document.text_of(passage);
      for (const CodePointSpan& span : tag.evidence) {
        if (tag.ground != ThemeGround::kText) break;
        const std::size_t begin = byte_of_code_point(words, span.begin);
        const std::size_t end = byte_of_code_point(words, span.end);
        text += " \"" + std::string(words.substr(begin, end - begin)) + "\"";
      }
      text += ")";
    }
    text += passage.themes.empty() ? " -\n" : "\n";
  }
  return text;
}

}  // namespace ordalag
