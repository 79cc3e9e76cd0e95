// Evaluates a RetrievalQuery over the postings of one generation.
#pragma once

#include "core/store/generation.hpp"
#include "core/store/postings_reader.hpp"
#include "core/store/retrieval_query.hpp"

namespace ordalag {

// BM25, the one place of its parameters. k1 and b as measured best over seven Swedish retrieval
// sets (docs/decisions/004-no-positions.md); a flat optimum.
inline constexpr double kBm25K1 = 1.2;
inline constexpr double kBm25B = 0.6;

// How a tree is scored, with N passages of mean length L:
//   kTerm     idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / L)),
//             idf = ln(1 + (N - n + 0.5) / (n + 0.5)), n of the N passages with the term, tf its
//             wdf. A term of the title or the headings: n of the N documents or sections, tf 1;
//             a filter: weight 0
//   kSynonym  the same of one pseudo-term: tf is the sum of the children's, each times its kScale
//             factor; n is N * (1 - product of (1 - n_i / N_i)). Children: kTerm, kScale of kTerm,
//             or kSynonym; any other child counts as tf 1 where it matches, n_i its matches
//   kMark     its child's, and the match carries the marks
//   kAnd, kOr sums; kAndNot the first child's; kFilter the first child's; kAndMaybe the first
//             child's and what the others add; kScale times its factor; kAll 0
// Sums are made in the order of the children: equal statistics give equal weights.
class Evaluator {
 public:
  // Both outlive the object. Throws Xapian::Error where it reads.
  Evaluator(const PostingsReader& postings, const Generation& generation)
      : postings_(postings), generation_(generation) {}

  Scored run(const RetrievalQuery& query) const;

 private:
  using Candidates = const Scored*;  // nullptr: every passage is a candidate
  Scored evaluate(const RetrievalQuery& query, Candidates within) const;
  Scored all_of(const RetrievalQuery& query, Candidates within) const;
  Scored any_of(const RetrievalQuery& query, Candidates within) const;
  Scored synonyms(const RetrievalQuery& query, Candidates within) const;
  Scored term(const RetrievalQuery& query, Candidates within) const;
  Scored pseudo_frequencies(const RetrievalQuery& query, Candidates within, double& absent) const;
  // Turns frequencies into weights; `share` of all have the term, `all` are counted.
  void weigh(Scored& frequencies, double share, double all) const;
  // About how many match at most: decides in which order an AND is read, never what it gives.
  double bound(const RetrievalQuery& query) const;

  const PostingsReader& postings_;
  const Generation& generation_;
};

}  // namespace ordalag
