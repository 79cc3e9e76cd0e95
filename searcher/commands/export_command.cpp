#include <algorithm>
#include <array>
#include <vector>

#include "searcher/answer/hit_builder.hpp"
#include "searcher/commands/open.hpp"
#include "searcher/commands/request_options.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/rank/id_order.hpp"
#include "searcher/rank/retrieval_plan.hpp"
#include "searcher/render/csv.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

// Every passage that the filters let through, by document id and in text order.
Result<std::vector<PassageNumber>> chosen(Searcher& searcher, const Call& call) {
  const IndexReader& reader = searcher.reader();
  std::vector<PassageNumber> passages;
  const std::vector<FieldFilter> filters = filters_of(call.options);
  if (filters.empty()) {
    for (PassageNumber i = 1; i <= reader.passage_count(); ++i) passages.push_back(i);
  } else {
    SearchRequest request;
    request.filters = filters;
    ORDALAG_TRY(question, searcher.resolve_request(request));
    MatchOptions everything;
    everything.at_most = reader.passage_count();
    for (const Match& match :
         reader.match(all_words(question.query, Reach::kWhole), everything).all)
      passages.push_back(match.passage);
  }
  const IdOrder ids(reader);
  std::sort(passages.begin(), passages.end(),
            [&](PassageNumber a, PassageNumber b) { return ids.by_text(a, b); });
  return passages;
}

}  // namespace

std::span<const OptionRow> export_options() { return kFilterOptions; }

Result<int> run_export(const Call& call) {
  if (!call.options.arguments().empty())
    return fail(ErrorCode::kUsage, "`export` takes no query", {},
                "narrow it with --party, --theme, --document, ...");
  ORDALAG_TRY(searcher, open_searcher(call));
  ORDALAG_TRY(passages, chosen(*searcher, call));
  const HitBuilder hits(searcher->reader(), searcher->registries(), call.text.language);
  std::ostream& out = call.console.out;
  if (call.format == Format::kCsv) out << hit_csv_header();
  for (const PassageNumber passage : passages) {
    const Hit hit = hits.build(passage);
    if (call.format == Format::kCsv)
      out << hit_csv(hit);
    else
      out << to_text(hit_json(hit)) << '\n';
  }
  ORDALAG_CHECK(searcher->reader().health());
  return kFound;
}

}  // namespace ordalag
