// Answers questions about one revision of an index. The one door for the command line, HTTP, MCP
// and the benchmarks.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/answer/registries.hpp"
#include "searcher/answer/search_answer.hpp"
#include "searcher/answer/search_request.hpp"
#include "searcher/answer/unknown_values.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/rank/passage_search.hpp"

namespace ordalag {

// Not shared between threads: one searcher a worker. What it learns (word analyses, documents) is
// kept from request to request.
class Searcher {
 public:
  // Errors: those of IndexReader::open, kBadConfig (the index's registries).
  static Result<std::unique_ptr<Searcher>> open(const std::filesystem::path& folder,
                                                std::shared_ptr<const Analyser> analyser);
  ~Searcher();

  // Errors: kBadQuery with the column, kUsage (a limit, a filter), kIndexCorrupt.
  Result<SearchAnswer> search(const SearchRequest& request);

  // Totals and facets alone; `hits` stays empty. Errors as in search.
  Result<SearchAnswer> count(const SearchRequest& request);

  // Ids and scores alone, of passages or of documents by request.group: for evaluation. Errors as
  // in search.
  Result<std::vector<RankedId>> rank(const SearchRequest& request);

  // The request's query with its filters, resolved. Errors as in search.
  struct Question {
    std::string parsed;  // canonical form of the query text
    ResolvedQuery query;
    std::vector<UnknownValue> unknown;  // of its conditions, those in the text included
  };
  Result<Question> resolve_request(const SearchRequest& request);

  // Later calls fail with kTimeout when they have not ended by `deadline`; none: they may take as
  // long as they need.
  void set_deadline(std::optional<Deadline::Clock::time_point> deadline);

  // The halves of a search, for answers that ask the index several questions.
  Ranking find(const ResolvedQuery& query, const PassageSearchOptions& options);
  std::vector<Hit> hits(const ResolvedQuery& query, std::span<const Ranked> ranked,
                        Language language);
  // Every passage that matches, editions too, in rising order.
  std::vector<PassageNumber> find_all(const ResolvedQuery& query, MatchMode match);

  const IndexReader& reader() const;
  const Registries& registries() const;
  const Analyser& analyser() const;
  WordCache& cache();

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
