// Finds and ranks whole documents.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/match/text_view.hpp"
#include "searcher/rank/coverage.hpp"

namespace ordalag {

struct RankedDocument {
  DocumentNumber document = 0;
  double score = 0;
  std::uint32_t words = 0;  // how many of the wanted words it holds as words
};

// Ranks documents by BM25 over their whole text, computed exactly from the postings of their
// passages: a word of the query counts as lemma and as part of a compound, the parts of a compound
// of the query, its synonyms and derivational relatives for less (DocumentWeights). Of the best
// documents, those where the words stand together in one passage come first.
// Keeps its table of document lengths from search to search.
class DocumentSearch {
 public:
  // All outlive the object. Cost: linear in the passages of the index.
  DocumentSearch(const IndexReader& reader, const Analyser& analyser, WordCache& cache);

  // Documents with any word of the query, best first, ties by id. Clauses of the query that are no
  // free words are conditions that one of the document's passages must meet. Of a query without
  // words, every document with a passage that matches. `wanted`: how many of the first the caller
  // looks at; when that is more than kFeedbackWeights.kept, those after it are ordered by what the
  // best ones speak of as well. The order of the first does not depend on it. Linear in the
  // postings of the words.
  std::vector<RankedDocument> search(const ResolvedQuery& query, TextView& view,
                                     std::size_t wanted);

 private:
  enum class Role { kWord, kElement, kBeside };  // kBeside: a synonym, an inner span of a compound
  // What is counted together: a word and, for less, its relatives.
  struct Term {
    std::string lemma;
    std::vector<std::string> relatives;
    double weight = 1;
    bool wanted = false;  // a wanted word itself, not a part of it
    Role role = Role::kBeside;
  };
  std::vector<Term> terms_of(const ResolvedQuery& query) const;
  // Compounds that neighbouring words of the query make: "arbets marknad" for arbetsmarknad.
  std::vector<std::string> neighbour_compounds(const ResolvedQuery& query) const;
  static bool holds(const std::vector<Term>& terms, const std::string& lemma);
  void add_term(const Term& term);
  // Adds the occurrences of a lemma, each for `worth`, to frequency_, and where they stand to
  // `coverage` if there is one.
  void count(const std::string& lemma, double worth, Coverage* coverage = nullptr);
  // Raises the scores of the first documents by how much of the query a passage of theirs holds.
  void add_coverage(std::vector<RankedDocument>& ranked);
  // Adds what the best documents speak of to the scores of those after the first
  // kFeedbackWeights.kept, which stay at most that of the last of these.
  void add_feedback(const std::vector<Term>& terms, std::vector<RankedDocument>& ranked);
  std::vector<bool> allowed(const ResolvedQuery& query, TextView& view) const;

  const IndexReader& reader_;
  const Analyser& analyser_;
  WordCache& cache_;
  CompoundMode compounds_ = CompoundMode::kAll;  // of the present search
  std::vector<double> length_factor_;  // of a document: k1 × (1 - b + b × (length ÷ average)^p)
  std::vector<double> scores_;         // of a document, 0 between searches
  std::vector<double> frequency_;      // of a document for the present term, 0 between terms
  std::vector<std::uint32_t> words_;   // of a document: wanted words it holds
  std::vector<DocumentNumber> found_;  // documents with a score
  std::vector<DocumentNumber> touched_;
  std::vector<DocumentNumber> held_;  // documents with the present term as a word, in order
  Coverage coverage_;                 // by the words of the query
};

}  // namespace ordalag
