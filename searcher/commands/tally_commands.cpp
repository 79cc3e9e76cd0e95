#include <array>
#include <string_view>
#include <vector>

#include "searcher/commands/open.hpp"
#include "searcher/commands/request_options.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/commands/warnings.hpp"
#include "searcher/render/comparison.hpp"
#include "searcher/render/csv.hpp"
#include "searcher/render/facet_table.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"
#include "searcher/render/trend.hpp"

namespace ordalag {
namespace {

constexpr std::uint32_t kBestOfASide = 3;
constexpr std::array kSides{std::pair{std::string_view("party"), CompareBy::kParty},
                            std::pair{std::string_view("municipality"), CompareBy::kMunicipality},
                            std::pair{std::string_view("year"), CompareBy::kYear}};

// A count is of what has every word, unless --match says otherwise: a word alone is another matter.
Result<SearchRequest> counting_request(const Call& call) {
  ORDALAG_TRY(request, request_of(call));
  if (!call.options.on("match")) request.match = MatchMode::kAll;
  return request;
}

std::vector<OptionRow> counting_options(std::string_view match_help) {
  std::vector<OptionRow> rows(kFilterOptions.begin(), kFilterOptions.end());
  rows.push_back({"match", Takes::kOne, "HOW", match_help.data(), kMatchNames});
  return rows;
}

constexpr std::string_view kMatchHelp = "all words (default), any, or auto: all, then fewer";

}  // namespace

std::span<const OptionRow> compare_options() {
  static const std::vector<OptionRow> kRows = [] {
    std::vector<OptionRow> rows = counting_options(kMatchHelp);
    rows.push_back({"by", Takes::kOne, "SIDE", "party (default), municipality or year",
                    "party municipality year"});
    rows.push_back({"limit,n", Takes::kOne, "N", "at most so many passages a side (default 3)"});
    return rows;
  }();
  return kRows;
}

Result<int> run_compare(const Call& call) {
  ORDALAG_TRY(request, counting_request(call));
  ORDALAG_TRY(limit, call.options.number("limit", kBestOfASide, 0, kMaxHits));
  ORDALAG_TRY(by, choose(kSides, call.options.text("by").value_or("party"), "--by"));
  request.limit = limit;
  ORDALAG_TRY(searcher, open_searcher(call));
  ORDALAG_TRY(answer, compare(*searcher, request, by));
  warn_of_unknown(answer.unknown, call);
  std::ostream& out = call.console.out;
  if (call.format == Format::kJson)
    out << to_text(comparison_json(answer)) << '\n';
  else if (call.format == Format::kCsv)
    out << comparison_csv(answer);
  else
    out << comparison_text(answer, call.text);
  return answer.all.count == 0 ? kNothingFound : kFound;
}

std::span<const OptionRow> trend_options() {
  static const std::vector<OptionRow> kRows = counting_options(kMatchHelp);
  return kRows;
}

Result<int> run_trend(const Call& call) {
  ORDALAG_TRY(request, counting_request(call));
  ORDALAG_TRY(searcher, open_searcher(call));
  ORDALAG_TRY(answer, trend(*searcher, request));
  warn_of_unknown(answer.unknown, call);
  std::ostream& out = call.console.out;
  if (call.format == Format::kJson)
    out << to_text(trend_json(answer)) << '\n';
  else if (call.format == Format::kCsv)
    out << trend_csv(answer);
  else
    out << trend_text(answer, call.text);
  return answer.all.count == 0 ? kNothingFound : kFound;
}

std::span<const OptionRow> facets_options() {
  static const std::vector<OptionRow> kRows = [] {
    std::vector<OptionRow> rows(kFilterOptions.begin(), kFilterOptions.end());
    rows.insert(rows.end(), kMatchOptions.begin(), kMatchOptions.end());
    return rows;
  }();
  return kRows;
}

namespace {

// Of documents there is no denominator in words: they are counted as search counts them.
Result<int> count_documents(Searcher& searcher, const SearchRequest& request, const Call& call) {
  ORDALAG_TRY(answer, searcher.count(request));
  warn_of_unknown(answer.unknown, call);
  std::ostream& out = call.console.out;
  if (call.format == Format::kJson)
    out << to_text(count_json(answer)) << '\n';
  else if (call.format == Format::kCsv)
    out << facets_csv(answer.facets);
  else
    out << facets_text(answer, call.text);
  return answer.total == 0 ? kNothingFound : kFound;
}

}  // namespace

Result<int> run_facets(const Call& call) {
  ORDALAG_TRY(request, request_of(call));
  ORDALAG_TRY(searcher, open_searcher(call));
  if (request.group == Grouping::kDocument) return count_documents(*searcher, request, call);
  ORDALAG_TRY(table, tabulate(*searcher, request));
  warn_of_unknown(table.answer.unknown, call);
  std::ostream& out = call.console.out;
  if (call.format == Format::kJson)
    out << to_text(facet_table_json(table)) << '\n';
  else if (call.format == Format::kCsv)
    out << facet_table_csv(table);
  else
    out << facet_table_text(table, call.text);
  return table.answer.total == 0 ? kNothingFound : kFound;
}

}  // namespace ordalag
