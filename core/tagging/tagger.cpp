#include "core/tagging/tagger.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/tagging/choice.hpp"
#include "core/tagging/document_evidence.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// The words of `hits` that speak for `theme`, joined where they touch or overlap.
std::vector<CodePointSpan> evidence_spans(std::span<const TermHit> hits, std::uint32_t theme,
                                          std::string_view text) {
  std::vector<ByteSpan> spans;
  for (const TermHit& hit : hits) {
    if (hit.theme != theme || hit.weight <= 0) continue;
    if (!spans.empty() && hit.span.begin <= spans.back().end)
      spans.back().end = std::max(spans.back().end, hit.span.end);
    else
      spans.push_back(hit.span);
  }
  CodePointCounter counter(text);
  std::vector<CodePointSpan> counted;
  counted.reserve(spans.size());
  for (const ByteSpan& span : spans) {
    const std::uint32_t begin = counter.at(span.begin);
    counted.push_back({begin, counter.at(span.end)});
  }
  return counted;
}

}  // namespace

Tagger::Tagger(ThemeRegistry registry, std::shared_ptr<const Analyser> analyser,
               const TagWeights& weights)
    : registry_(std::move(registry)),
      analyser_(std::move(analyser)),
      vocabulary_(registry_, *analyser_),
      weights_(weights) {
  for (std::uint32_t theme = 0; theme < registry_.themes().size(); ++theme)
    parents_.push_back(static_cast<std::uint32_t>(registry_.parent_of(theme).value_or(theme)));
}

void Tagger::tag(Document& document, WordCache& words, TagMemory& memory) const {
  const DocumentEvidence evidence(document, *analyser_, vocabulary_, weights_, words, memory);
  for (std::size_t p = 0; p < document.passages.size(); ++p) {
    Passage& passage = document.passages[p];
    const PassageEvidence of = evidence.passage(p);
    const std::string_view text = document.text_of(passage);
    passage.themes.clear();
    for (const ChosenTheme& chosen : choose_themes(of, parents_, weights_)) {
      ordalag::ThemeTag& tag = passage.themes.emplace_back();
      tag.id = registry_.themes()[chosen.theme].id;
      tag.score = chosen.evidence / (chosen.evidence + weights_.scale);
      tag.ground = chosen.ground;
      if (tag.ground == ThemeGround::kText)
        tag.evidence = evidence_spans(of.hits, chosen.theme, text);
      if (tag.evidence.empty()) tag.evidence.push_back({0, passage.span.size()});
    }
  }
}

TextThemes Tagger::explain(std::string_view text, WordCache& words) const {
  Document document;
  document.text = text;
  document.sections.emplace_back();
  Passage& passage = document.passages.emplace_back();
  passage.bytes.end = static_cast<std::uint32_t>(text.size());
  passage.span.end = count_code_points(text);
  TagMemory memory;
  tag(document, words, memory);
  return {std::move(passage.themes), reasons_of(text, memory.hits)};
}

std::vector<TermReason> Tagger::reasons_of(std::string_view text,
                                           const std::vector<TermHit>& hits) const {
  CodePointCounter counter(text);
  std::vector<TermReason> reasons;
  reasons.reserve(hits.size());
  for (const TermHit& hit : hits) {
    const std::uint32_t begin = counter.at(hit.span.begin);
    reasons.push_back({registry_.themes()[hit.theme].id,
                       std::string(text.substr(hit.span.begin, hit.span.size())),
                       {begin, counter.at(hit.span.end)},
                       hit.weight});
  }
  return reasons;
}

}  // namespace ordalag
