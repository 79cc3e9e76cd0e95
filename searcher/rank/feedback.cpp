#include "searcher/rank/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

#include "core/text/utf8.hpp"
#include "searcher/rank/weights.hpp"

namespace ordalag {
namespace {

constexpr FeedbackWeights kWeights = kFeedbackWeights;
constexpr std::size_t kShortestForm = 4;  // bytes; shorter ones are seldom what a text is about

struct Told {
  double share = 0;             // how much of the documents' texts, the better ones for more
  std::uint32_t documents = 0;  // that hold it
};

// Whole characters alone.
std::string_view beginning(std::string_view text) {
  std::size_t end = std::min(kWeights.bytes, text.size());
  while (end < text.size() && is_continuation(text[end])) ++end;
  return text.substr(0, end);
}

// How often each word that bears meaning stands at the beginning of a document.
std::map<std::string_view, std::uint32_t> count_words(std::string_view text,
                                                      const Analyser& analyser, WordCache& cache,
                                                      std::vector<Token>& tokens) {
  analyser.tokenise(beginning(text), cache, tokens);
  std::map<std::string_view, std::uint32_t> counts;
  for (const Token& token : tokens) {
    const Word& word = *token.word;
    if (token.kind != TokenKind::kWord || word.stop || word.weak) continue;
    if (word.form.size() >= kShortestForm) ++counts[word.lemma];
  }
  return counts;
}

}  // namespace

std::vector<FeedbackTerm> feedback_terms(std::span<const RankedDocument> ranked,
                                         const std::function<bool(const std::string&)>& asked,
                                         const IndexReader& reader, const Analyser& analyser,
                                         WordCache& cache) {
  std::map<std::string, Told, std::less<>> told;
  std::vector<Token> tokens;
  for (const RankedDocument& best : ranked.first(std::min(kWeights.documents, ranked.size())))
    for (const auto& [lemma, count] :
         count_words(reader.text(best.document), analyser, cache, tokens)) {
      Told& word = told[std::string(lemma)];
      word.share += best.score / ranked[0].score * count / (count + 1.0);
      ++word.documents;
    }
  std::vector<FeedbackTerm> terms;
  for (const auto& [lemma, word] : told) {
    if (word.documents < kWeights.least || asked(lemma)) continue;
    const double passages = reader.frequency(TermField::kLemma, lemma);
    const double rarity = std::log(1 + reader.passage_count() / (passages + 1));
    terms.push_back({lemma, word.share * rarity});
  }
  std::sort(terms.begin(), terms.end(), [](const FeedbackTerm& a, const FeedbackTerm& b) {
    return std::tie(b.weight, a.lemma) < std::tie(a.weight, b.lemma);
  });
  terms.resize(std::min(kWeights.terms, terms.size()));
  const double most = terms.empty() ? 1 : terms[0].weight;
  for (FeedbackTerm& term : terms) term.weight *= kWeights.weight / most;
  return terms;
}

}  // namespace ordalag
