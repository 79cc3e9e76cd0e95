// Every weight of the ranking, in one table. docs/decisions/005-ranking.md has the figures.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ordalag {

struct RankWeights {
  // A word of the query, as lemma of a word or of a part of a compound: 1. In the prototype's
  // measurements parts in the same space as words were best, a separate lower weight was worse.
  double lead_in = 0.5;        // a word in the line that opens the passage's list
  double section = 0.5;        // a word in the headings above
  double passage_title = 0.2;  // a word in the document's title
  double element = 0.5;        // an element of a compound of the query; flat between 0.4 and 1.0
  double function_word = 0.2;  // "hur", "ska", "vi" beside words that tell more
  double weak_word = 0.4;      // a word that says how a matter is spoken of, beside such words
  double synonym = 0.4;        // times the weight that the synonym table gives; 0.2–0.4 was best

  // Reranking of the best passages by their text: score × (1 + sum of these).
  double exact_form = 0.10;  // share of the words that stand in the very form of the query
  double nearness = 0.25;    // words ÷ length of the shortest stretch that holds them all
  double in_order = 0.15;    // the words stand side by side in the query's order
};

// Ranking of whole documents: BM25 over all their text. Tuned on three sets together (decision
// 005); each lies on a plateau.
struct DocumentWeights {
  double k1 = 0.9;
  double b = 0.75;
  double length_power = 0.75;  // of length ÷ average: the longest say more, not only more loosely
  double title = 4;            // a word of the title counts as this many in the text
  double head_part = 0.5;      // the last element of a compound, against the word itself

  double element = 1;         // an element or inner span of a compound of the query
  double last_element = 0.7;  // times: of its last element, the commonest and vaguest
  double synonym = 0.3;       // times the weight that the synonym table gives
  double relative = 0.3;      // an occurrence of a derivational relative, against the word itself
  double neighbours = 0.7;    // a compound that neighbouring words of the query make
  double function_word = 0.2;
  double weak_word = 0.4;  // where another word stands beside it

  // Of the documents whose order the query alone decides (FeedbackWeights::kept): score × (1 + this
  // × the share of the query that stands together in one passage, or its title).
  double coverage = 0.75;
  double covered_elements = 0.7;  // of a compound of the query, all of them, against the word
};

// Documents further down are ranked by what the best ones speak of too (feedback.hpp). Doubling or
// halving one of these moves R@100 by at most 0.006, and never below that without (decision 005).
struct FeedbackWeights {
  std::size_t kept = 20;       // documents whose order the query alone decides
  std::size_t documents = 10;  // of the best that are read ...
  std::size_t bytes = 2000;    // ... so far
  std::size_t terms = 10;      // words taken from them
  std::uint32_t least = 2;     // of those documents must hold a word
  double weight = 0.3;         // of the most telling of these words, against one of the query
};

inline constexpr DocumentWeights kDocumentWeights;
inline constexpr FeedbackWeights kFeedbackWeights;

inline constexpr RankWeights kRankWeights;

// How many of the best passages are ranked by their text. A constant, so that every page of an
// answer sees the same order.
inline constexpr std::size_t kReranked = 50;

// --match auto: fewer hits with every word than this are too few, and hits that lack words follow.
// A constant, so that totals, facets and order do not depend on how many hits are shown.
inline constexpr std::uint32_t kFewHits = 20;

// Matches are counted, and facets exact, up to this many.
inline constexpr std::uint32_t kCountedMatches = 10'000;

}  // namespace ordalag
