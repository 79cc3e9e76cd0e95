#include "searcher/rank/text_features.hpp"

#include <algorithm>
#include <cstdint>

#include "searcher/rank/weights.hpp"

namespace ordalag {
namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Share of the words that stand somewhere in the form of the query.
double exact_forms(std::size_t words, const std::vector<WordMatch>& matches) {
  std::vector<bool> exact(words, false);
  for (const WordMatch& match : matches)
    if (match.match_class == MatchClass::kExact) exact[match.word] = true;
  return share(static_cast<std::size_t>(std::count(exact.begin(), exact.end(), true)), words);
}

// Words ÷ length of the shortest stretch with every word that stands in the text; 0 for one word.
double nearness(std::size_t words, const std::vector<WordMatch>& matches) {
  std::vector<std::uint32_t> count(words, 0);
  std::size_t distinct = 0;
  for (const WordMatch& match : matches) distinct += count[match.word]++ == 0 ? 1 : 0;
  if (distinct < 2) return 0;
  std::fill(count.begin(), count.end(), 0);
  std::size_t held = 0;
  std::size_t left = 0;
  std::uint32_t shortest = UINT32_MAX;
  for (std::size_t right = 0; right < matches.size(); ++right) {
    held += count[matches[right].word]++ == 0 ? 1 : 0;
    for (; held == distinct; ++left) {
      const std::uint32_t stretch = matches[right].position - matches[left].position + 1;
      shortest = std::min(shortest, stretch);
      held -= --count[matches[left].word] == 0 ? 1 : 0;
    }
  }
  return share(distinct, std::max<std::size_t>(shortest, distinct)) * share(distinct, words);
}

// Share of the pairs of neighbouring query words that are neighbours in the text too.
double in_order(std::size_t words, const std::vector<WordMatch>& matches) {
  if (words < 2) return 0;
  std::vector<bool> found(words, false);
  for (std::size_t i = 0; i < matches.size(); ++i)
    for (std::size_t j = i + 1;
         j < matches.size() && matches[j].position <= matches[i].position + 1; ++j)
      if (matches[j].position == matches[i].position + 1 && matches[j].word == matches[i].word + 1)
        found[matches[i].word] = true;
  return share(static_cast<std::size_t>(std::count(found.begin(), found.end(), true)), words - 1);
}

}  // namespace

double text_factor(const ResolvedQuery& query, const std::vector<WordMatch>& matches) {
  const std::size_t words = query.words.size();
  return 1 + kRankWeights.exact_form * exact_forms(words, matches) +
         kRankWeights.nearness * nearness(words, matches) +
         kRankWeights.in_order * in_order(words, matches);
}

double largest_text_factor(const ResolvedQuery& query, Tier tier) {
  const std::size_t words = query.words.size();
  // Where a word is missing, the sums are over the others; but a compound that is missing may have
  // its elements there, which count as the word.
  const bool misses = tier == Tier::kSomeWords && words > 0 &&
                      std::all_of(query.words.begin(), query.words.end(),
                                  [](const QueryWord& word) { return word.parts.empty(); });
  const std::size_t present = misses ? words - 1 : words;
  double factor = 1 + kRankWeights.exact_form * share(present, words);
  if (present >= 2)
    factor += kRankWeights.nearness * share(present, words) +
              kRankWeights.in_order * share(present - 1, words - 1);
  return factor;
}

}  // namespace ordalag
