#include "core/tagging/document_evidence.hpp"

#include <algorithm>

namespace ordalag {
namespace {

void sum(std::span<const TermHit> hits, std::span<float> row, float share) {
  for (const TermHit& hit : hits) row[hit.theme] += hit.weight * share;
}

}  // namespace

DocumentEvidence::DocumentEvidence(const Document& document, const Analyser& analyser,
                                   const ThemeVocabulary& vocabulary, const TagWeights& weights,
                                   WordCache& words, TagMemory& memory)
    : document_(document),
      own_(document.passages.size(), vocabulary.theme_count()),
      sections_(document.sections.size(), vocabulary.theme_count()),
      total_(document.passages.size(), vocabulary.theme_count()),
      hits_(memory.hits) {
  read_sections(analyser, vocabulary, weights, words, memory);
  read_passages(analyser, vocabulary, words, memory);
  add_neighbours(weights);
  add_surroundings(weights);
  silence_openers();
}

void DocumentEvidence::read_passages(const Analyser& analyser, const ThemeVocabulary& vocabulary,
                                     WordCache& words, TagMemory& memory) {
  memory.hits.clear();
  hit_ends_.reserve(document_.passages.size());
  for (std::size_t p = 0; p < document_.passages.size(); ++p) {
    const std::size_t begin = memory.hits.size();
    const std::string_view text = document_.text_of(document_.passages[p]);
    analyser.tokenise(text, words, memory.tokens);
    memory.evidence.follow(words);
    find_terms(text, vocabulary, memory);
    hit_ends_.push_back(memory.hits.size());
    sum(std::span(memory.hits).subspan(begin), own_.row(p), 1);
  }
}

void DocumentEvidence::read_sections(const Analyser& analyser, const ThemeVocabulary& vocabulary,
                                     const TagWeights& weights, WordCache& words,
                                     TagMemory& memory) {
  for (std::size_t s = 0; s < document_.sections.size(); ++s) {
    const SectionPath& path = document_.sections[s];
    float share = 1;
    for (auto heading = path.rbegin(); heading != path.rend(); ++heading) {
      memory.hits.clear();
      analyser.tokenise(*heading, words, memory.tokens);
      memory.evidence.follow(words);
      find_terms(*heading, vocabulary, memory);
      sum(memory.hits, sections_.row(s), share);
      share *= weights.outer_heading;
    }
  }
}

// Passages of one section are about one matter, the more so the nearer they are: a sum over all of
// them that fades with distance, by one walk forwards and one backwards.
void DocumentEvidence::add_neighbours(const TagWeights& weights) {
  const std::size_t count = document_.passages.size();
  std::vector<float> fading(total_.row(0).size());
  std::uint32_t section = 0;
  const auto walk = [&](std::size_t p) {
    const Passage& passage = document_.passages[p];
    if (passage.section != section) std::fill(fading.begin(), fading.end(), 0.0F);
    section = passage.section;
    const auto total = total_.row(p);
    const auto own = own_.row(p);
    for (std::size_t t = 0; t < fading.size(); ++t) {
      total[t] += weights.neighbour * fading[t];
      if (passage.kind != PassageKind::kHeading) fading[t] += own[t];
      fading[t] *= weights.decay;
    }
  };
  for (std::size_t p = 0; p < count; ++p) walk(p);
  std::fill(fading.begin(), fading.end(), 0.0F);
  for (std::size_t p = count; p-- > 0;) walk(p);
}

void DocumentEvidence::add_surroundings(const TagWeights& weights) {
  for (std::size_t p = 0; p < document_.passages.size(); ++p) {
    const PassageEvidence of = passage(p);
    const auto total = total_.row(p);
    for (std::size_t t = 0; t < total.size(); ++t) {
      float direct = of.own[t] + weights.heading * of.section[t];
      if (!of.lead_in.empty()) direct += weights.lead_in * of.lead_in[t];
      const float most = weights.neighbour_limit * std::max(direct, 0.0F);
      total[t] = direct + std::min(total[t], most);
    }
  }
}

// "Vi vill:" says nothing itself, whatever the headings above it say.
void DocumentEvidence::silence_openers() {
  for (const Passage& item : document_.passages) {
    if (!item.lead_in) continue;
    const auto own = own_.row(*item.lead_in);
    const auto total = total_.row(*item.lead_in);
    for (std::size_t t = 0; t < total.size(); ++t)
      if (own[t] <= 0) total[t] = 0;
  }
}

PassageEvidence DocumentEvidence::passage(std::size_t number) const {
  const Passage& passage = document_.passages[number];
  const std::size_t begin = number == 0 ? 0 : hit_ends_[number - 1];
  PassageEvidence of;
  of.own = own_.row(number);
  of.section = sections_.row(passage.section);
  if (passage.lead_in) of.lead_in = own_.row(*passage.lead_in);
  of.total = total_.row(number);
  of.hits = std::span(hits_).subspan(begin, hit_ends_[number] - begin);
  return of;
}

}  // namespace ordalag
