#include "core/tagging/evidence.hpp"

#include <bit>
#include <span>

#include "core/tagging/proper_names.hpp"

namespace ordalag {
namespace {

constexpr std::size_t kFirstSlots = 1U << 12;

// Words are apart by at least their size: the low bits of an address say nothing.
std::size_t slot_of(const Word* word, std::size_t slots) {
  constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;  // 2^64 / phi: Fibonacci hashing
  const std::uint64_t mixed = std::bit_cast<std::uintptr_t>(word) * kGolden;
  return static_cast<std::size_t>(mixed >> 32) & (slots - 1);
}

void add(std::span<const ThemeWeight> weights, ByteSpan span, std::vector<TermHit>& hits) {
  for (const ThemeWeight& weight : weights)
    if (weight.weight != 0) hits.push_back({weight.theme, weight.weight, span});
}

// The number of tokens, from `first` on, that make up `phrase`; 0 when they do not. The elements of
// a hyphenated word and what stands for a suspended one are passed over.
std::size_t match_phrase(const TagMemory& memory, std::size_t first,
                         const ThemeVocabulary::Phrase& phrase) {
  std::size_t at = first;
  for (const std::uint32_t wanted : phrase.words) {
    while (at < memory.tokens.size() && (memory.tokens[at].kind == TokenKind::kElement ||
                                         memory.tokens[at].kind == TokenKind::kExpansion))
      ++at;
    if (at == memory.tokens.size() || memory.said[at] == nullptr ||
        memory.said[at]->phrase_word != wanted)
      return 0;
    ++at;
  }
  return at - first;
}

}  // namespace

void EvidenceCache::follow(const WordCache& words) {
  if (words.generation() == generation_) return;
  generation_ = words.generation();
  slots_.assign(kFirstSlots, {});
  used_ = 0;
  said_.clear();
}

const WordEvidence* EvidenceCache::of(const Word& word, const ThemeVocabulary& vocabulary) {
  std::size_t i = slot_of(&word, slots_.size());
  for (; slots_[i].word != nullptr; i = (i + 1) & (slots_.size() - 1))
    if (slots_[i].word == &word) return slots_[i].evidence;
  const WordEvidence* evidence = nullptr;
  if (WordEvidence fresh = vocabulary.evidence(word); !fresh.silent())
    evidence = &said_.emplace_back(std::move(fresh));
  slots_[i] = {&word, evidence};
  if (++used_ * 2 > slots_.size()) grow();
  return evidence;
}

void EvidenceCache::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  for (const Slot& slot : slots_) {
    if (slot.word == nullptr) continue;
    std::size_t i = slot_of(slot.word, larger.size());
    while (larger[i].word != nullptr) i = (i + 1) & (larger.size() - 1);
    larger[i] = slot;
  }
  slots_ = std::move(larger);
}

void find_terms(std::string_view text, const ThemeVocabulary& vocabulary, TagMemory& memory) {
  const std::vector<Token>& tokens = memory.tokens;
  memory.said.clear();
  for (const Token& token : tokens)
    memory.said.push_back(memory.evidence.of(*token.word, vocabulary));

  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (memory.said[i] == nullptr) continue;
    const WordEvidence& said = *memory.said[i];
    const Token& token = tokens[i];
    if (token.kind == TokenKind::kElement) {
      const bool last = i + 1 == tokens.size() || tokens[i + 1].kind != TokenKind::kElement;
      add(last ? said.head : said.modifier, token.span, memory.hits);
      continue;
    }
    // A word that a suspended hyphen cuts short speaks as the whole that stands for it.
    const bool fragment = i > 0 && tokens[i - 1].kind == TokenKind::kExpansion &&
                          tokens[i - 1].position == token.position;
    const bool name =
        said.may_be_name && token.kind == TokenKind::kWord && is_proper_name(text, token.span);
    const std::span<const ThemeWeight> whole = said.whole;
    if (!fragment) add(name ? whole.first(said.listed) : whole, token.span, memory.hits);
    if (said.phrase_word == 0 || token.kind == TokenKind::kExpansion) continue;
    for (const ThemeVocabulary::Phrase& phrase : vocabulary.phrases(said.phrase_word)) {
      const std::size_t length = match_phrase(memory, i, phrase);
      if (length != 0)
        add(phrase.weights, {token.span.begin, tokens[i + length - 1].span.end}, memory.hits);
    }
  }
}

}  // namespace ordalag
