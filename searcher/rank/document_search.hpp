// Finds and ranks whole documents.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/match/text_view.hpp"

namespace ordalag {

struct RankedDocument {
  DocumentNumber document = 0;
  double score = 0;
  std::uint32_t words = 0;  // how many of the wanted words it holds as words
};

// Ranks documents by BM25 over their whole text, computed exactly from the postings of their
// passages: a word of the query counts as lemma and as part of a compound alike, the parts of a
// compound of the query with kRankWeights.element, a word in the title as kRankWeights.title words.
// Keeps its table of document lengths from search to search.
class DocumentSearch {
 public:
  // Cost: linear in the passages of the index.
  explicit DocumentSearch(const IndexReader& reader);

  // Documents with any word of the query, best first, ties by id. Clauses of the query that are no
  // free words are conditions that one of the document's passages must meet. Of a query without
  // words, every document with a passage that matches. Linear in the postings of the words.
  std::vector<RankedDocument> search(const ResolvedQuery& query, TextView& view);

 private:
  struct Term {
    std::string lemma;
    double weight = 1;
    bool wanted = false;  // a wanted word itself, not a part of it
  };
  static std::vector<Term> terms_of(const ResolvedQuery& query);
  void add_term(const Term& term);
  std::vector<bool> allowed(const ResolvedQuery& query, TextView& view) const;

  const IndexReader& reader_;
  std::vector<double> length_factor_;  // of a document: k1 × (1 - b + b × length ÷ average)
  std::vector<double> scores_;         // of a document, 0 between searches
  std::vector<double> frequency_;      // of a document for the present term, 0 between terms
  std::vector<std::uint32_t> words_;   // of a document: wanted words it holds
  std::vector<DocumentNumber> found_;  // documents with a score
  std::vector<DocumentNumber> touched_;
};

}  // namespace ordalag
