#include <boost/json/monotonic_resource.hpp>
#include <string>
#include <utility>
#include <vector>

#include "searcher/commands/batch.hpp"
#include "searcher/commands/open.hpp"
#include "searcher/commands/request_options.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/commands/warnings.hpp"
#include "searcher/render/csv.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"
#include "searcher/render/trec.hpp"

namespace ordalag {
namespace {

void write_answer(const SearchAnswer& answer, const Call& call) {
  std::ostream& out = call.console.out;
  switch (call.format) {
    case Format::kText:
      out << search_text(answer, call.text);
      break;
    case Format::kJson: {
      boost::json::monotonic_resource memory;
      out << to_text(search_json(answer, &memory)) << '\n';
      break;
    }
    case Format::kJsonl:
      for (const Hit& hit : answer.hits) out << to_text(hit_json(hit)) << '\n';
      break;
    case Format::kCsv:
      out << hit_csv_header();
      for (const Hit& hit : answer.hits) out << hit_csv(hit);
      break;
    default:
      break;
  }
}

boost::json::object with_id(const std::string& id, boost::json::object object) {
  boost::json::object line({{"id", id}}, object.storage());
  for (auto& [key, value] : object) line.emplace(key, std::move(value));
  return line;
}

// The line of a query that cannot be read, or that the query language refuses, is its error.
Status answer_in_json(const BatchQuery& query, const SearchRequest& request, Searcher& searcher,
                      const Call& call) {
  const auto answer = query.fault ? fail(*query.fault) : searcher.search(request);
  if (!answer && !query.fault && answer.error().code != ErrorCode::kBadQuery)
    return fail(answer.error());
  boost::json::monotonic_resource memory;
  call.console.out << to_text(with_id(query.id, answer ? search_json(*answer, &memory)
                                                       : error_json(answer.error())))
                   << '\n';
  return {};
}

// For evaluation, where queries are plain text: one that the query language refuses is named on
// stderr and ranked by its words.
Status answer_in_trec(const BatchQuery& query, SearchRequest request, Searcher& searcher,
                      const std::string& where, const Call& call) {
  if (query.fault) {
    call.console.err << "ordalag: " << describe(*query.fault) << '\n';
    return {};
  }
  auto ranked = searcher.rank(request);
  if (!ranked && ranked.error().code == ErrorCode::kBadQuery) {
    Error error = ranked.error();
    error.where = where;
    error.hint = "its words are searched for";
    call.console.err << "ordalag: " << describe(error) << '\n';
    request.syntax = Syntax::kWords;
    ranked = searcher.rank(request);
    // Without any word there is nothing to rank.
    if (!ranked && ranked.error().code == ErrorCode::kBadQuery) return {};
  }
  if (!ranked) return fail(ranked.error());
  call.console.out << trec_lines(query.id, *ranked);
  return {};
}

Result<int> run_batch(const std::string& file, const SearchRequest& shared, const Call& call) {
  if (call.format != Format::kJsonl && call.format != Format::kTrec)
    return fail(ErrorCode::kUsage, "a batch answers in jsonl or trec", "--format");
  ORDALAG_TRY(queries, read_batch(file, call.console.in));
  ORDALAG_TRY(searcher, open_searcher(call));
  for (const BatchQuery& query : queries) {
    SearchRequest request = shared;
    request.query = query.text;
    const std::string where = file + ":" + std::to_string(query.line);
    ORDALAG_CHECK(call.format == Format::kJsonl
                      ? answer_in_json(query, request, *searcher, call)
                      : answer_in_trec(query, request, *searcher, where, call));
  }
  return kFound;
}

}  // namespace

std::span<const OptionRow> search_options() {
  static const std::vector<OptionRow> kRows = [] {
    std::vector<OptionRow> rows(kFilterOptions.begin(), kFilterOptions.end());
    rows.insert(rows.end(), kMatchOptions.begin(), kMatchOptions.end());
    rows.push_back({"limit,n", Takes::kOne, "N", "at most so many hits (default 10)"});
    rows.push_back({"offset", Takes::kOne, "N", "pass over the first N hits"});
    rows.push_back({"sort", Takes::kOne, "BY", "relevance (default), date or -date",
                    "relevance date -date"});
    rows.push_back(
        {"batch", Takes::kOne, "FILE", "a query a line, or JSONL with _id and text; \"-\": stdin"});
    return rows;
  }();
  return kRows;
}

Result<int> run_search(const Call& call) {
  ORDALAG_TRY(request, request_of(call));
  if (const auto file = call.options.text("batch")) {
    if (!request.query.empty())
      return fail(ErrorCode::kUsage, "a query and --batch exclude each other", "--batch");
    return run_batch(*file, request, call);
  }
  ORDALAG_TRY(searcher, open_searcher(call));
  if (call.format == Format::kTrec) {
    ORDALAG_TRY(ranked, searcher->rank(request));
    call.console.out << trec_lines("1", ranked);
    return ranked.empty() ? kNothingFound : kFound;
  }
  ORDALAG_TRY(answer, searcher->search(request));
  warn_of_unknown(answer.unknown, call);
  write_answer(answer, call);
  return answer.total == 0 ? kNothingFound : kFound;
}

}  // namespace ordalag
