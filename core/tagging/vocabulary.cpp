#include "core/tagging/vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace ordalag {
namespace {

// A part says less than the word: "miljö" in "miljonvinst" is an accident of the splitter, and a
// modifier is often not what the passage is about ("skolbyggnad"). 0.5 to 1 give the same figures.
constexpr float kPartShare = 0.75F;

template <class Map>
const std::vector<ThemeWeight>* look_up(const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

// Sets the weight of a theme unless a stronger one stands there already.
void keep_strongest(std::vector<ThemeWeight>& weights, ThemeWeight weight) {
  for (ThemeWeight& known : weights) {
    if (known.theme != weight.theme) continue;
    if (std::abs(weight.weight) > std::abs(known.weight)) known.weight = weight.weight;
    return;
  }
  weights.push_back(weight);
}

// In the form in which names stand: "Älvfors", "Älvstads", but not "Kulturbryggan".
bool is_bare(const Word& word) { return word.form == word.lemma || word.form == word.lemma + 's'; }

bool has_theme(std::span<const ThemeWeight> weights, std::uint32_t theme) {
  return std::any_of(weights.begin(), weights.end(),
                     [&](const ThemeWeight& known) { return known.theme == theme; });
}

}  // namespace

ThemeVocabulary::ThemeVocabulary(const ThemeRegistry& registry, const Analyser& analyser)
    : analyser_(analyser), theme_count_(registry.themes().size()) {
  WordCache cache;
  for (std::uint32_t theme = 0; theme < theme_count_; ++theme)
    for (const ThemeTerm& term : registry.themes()[theme].vocabulary)
      add_term(theme, term, analyser, cache);
  sort_phrases();
}

void ThemeVocabulary::add_term(std::uint32_t theme, const ThemeTerm& term, const Analyser& analyser,
                               WordCache& cache) {
  std::vector<Token> tokens;
  analyser.tokenise(term.text, cache, tokens);
  std::vector<std::string> lemmas;
  for (const Token& token : tokens)
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber)
      lemmas.push_back(token.word->lemma);
  const ThemeWeight weight{theme, static_cast<float>(term.weight())};
  if (lemmas.empty()) return;
  if (lemmas.size() > 1) return add_phrase(lemmas, weight);
  if (term.scope == TermScope::kForm)
    return keep_strongest(forms_[tokens.front().word->form], weight);
  const std::string& lemma = lemmas.front();
  const std::string& form = tokens.front().word->form;
  const bool anywhere = term.scope == TermScope::kAnywhere;
  if (anywhere || term.scope == TermScope::kWord) keep_strongest(words_[lemma], weight);
  // The base form of an element is not always the lemma that the word has when it stands alone
  // ("drogmissbruk", but "drog" as a verb).
  for (const std::string& key : {lemma, form}) {
    if (anywhere || term.scope == TermScope::kHead) keep_strongest(heads_[key], weight);
    if (anywhere || term.scope == TermScope::kModifier) keep_strongest(modifiers_[key], weight);
  }
}

void ThemeVocabulary::add_phrase(const std::vector<std::string>& lemmas, ThemeWeight weight) {
  std::vector<std::uint32_t> words;
  for (const std::string& lemma : lemmas) {
    const auto number = static_cast<std::uint32_t>(phrase_words_.size() + 1);
    words.push_back(phrase_words_.try_emplace(lemma, number).first->second);
  }
  phrases_.resize(phrase_words_.size() + 1);
  auto& starts = phrases_[words.front()];
  const auto same = std::find_if(starts.begin(), starts.end(),
                                 [&](const Phrase& phrase) { return phrase.words == words; });
  Phrase& phrase = same == starts.end() ? starts.emplace_back() : *same;
  phrase.words = std::move(words);
  keep_strongest(phrase.weights, weight);
}

void ThemeVocabulary::sort_phrases() {
  for (auto& starts : phrases_)
    std::stable_sort(starts.begin(), starts.end(), [](const Phrase& a, const Phrase& b) {
      return a.words.size() > b.words.size();
    });
}

WordEvidence ThemeVocabulary::evidence(const Word& word) const {
  WordEvidence said;
  if (const auto number = phrase_words_.find(std::string_view(word.lemma));
      number != phrase_words_.end())
    said.phrase_word = number->second;
  // The more a listing says of the word, the earlier it is asked: form, lemma, parts.
  if (const auto* weights = look_up(forms_, word.form)) said.whole = *weights;
  if (!word.stop) add_meaning(word, said);
  return said;
}

void ThemeVocabulary::add_meaning(const Word& word, WordEvidence& said) const {
  const auto add_unlisted = [&](const std::vector<ThemeWeight>& weights, float share) {
    const std::size_t listed = said.whole.size();
    for (const ThemeWeight& weight : weights)
      if (!has_theme(std::span(said.whole).first(listed), weight.theme))
        said.whole.push_back({weight.theme, weight.weight * share});
  };
  if (const auto* weights = look_up(words_, word.lemma)) add_unlisted(*weights, 1);
  said.listed = said.whole.size();
  std::vector<ThemeWeight> parts;
  for (const CompoundPart& part : word.parts)
    if (const auto* weights = look_up(part.head ? heads_ : modifiers_, part.lemma))
      for (const ThemeWeight& weight : *weights) keep_strongest(parts, weight);
  add_unlisted(parts, kPartShare);
  said.may_be_name =
      said.whole.size() > said.listed && is_bare(word) && !analyser_.knows(word.lemma);

  const auto as_element = [&](const Weights& map) {
    std::vector<ThemeWeight> weights;
    if (const auto* found = look_up(map, word.lemma)) weights = *found;
    for (ThemeWeight& weight : weights) weight.weight *= kPartShare;
    return weights;
  };
  said.modifier = as_element(modifiers_);
  said.head = as_element(heads_);
}

}  // namespace ordalag
