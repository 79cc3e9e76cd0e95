#include "searcher/serve/quote_post.hpp"

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/commands/open.hpp"
#include "searcher/http/limits.hpp"
#include "searcher/http/url.hpp"
#include "searcher/quote/quote_checker.hpp"
#include "searcher/quote/report/quote_csv.hpp"
#include "searcher/quote/report/quote_json.hpp"
#include "searcher/quote/report/quote_rows.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

struct Batch {
  std::vector<QuoteRow> rows;
  bool single = false;  // answered without a list around it
};

Result<Batch> one_row(json::object object) {
  ORDALAG_TRY(rows, read_rows(json::serialize(object), RowFormat::kJsonl, "body"));
  return Batch{std::move(rows), true};
}

// A quotation in a list may be its text alone.
Result<Batch> list_rows(const json::array& list) {
  if (list.size() > kMostQuotes)
    return fail(ErrorCode::kTooLarge,
                "a request holds at most " + std::to_string(kMostQuotes) + " quotations", "quotes",
                "send them in several requests, or use `ordalag quote --batch`");
  std::string lines;
  for (const json::value& item : list)
    lines += json::serialize(item.is_string() ? json::value(json::object{{"quote", item}}) : item) +
             "\n";
  ORDALAG_TRY(rows, read_rows(lines, RowFormat::kJsonl, "quotes"));
  return Batch{std::move(rows), false};
}

Result<Batch> json_rows(std::string_view body) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";  // some editors begin a file with it
  if (body.starts_with(kMark)) body.remove_prefix(kMark.size());
  boost::system::error_code error;
  const json::value value = json::parse({body.data(), body.size()}, error);
  if (error || !value.is_object())
    return fail(ErrorCode::kBadInput,
                error ? "the body is no JSON: " + error.message() : "the body is no JSON object",
                "body", R"(send {"quote":"…"} or {"quotes":[{"quote":"…"},…]})");
  const json::object& object = value.get_object();
  const json::value* list = object.if_contains("quotes");
  if (list == nullptr) return one_row(object);
  if (object.contains("quote"))
    return fail(ErrorCode::kBadInput, "the body has both \"quote\" and \"quotes\"", "body",
                "send one of them");
  if (!list->is_array()) return fail(ErrorCode::kBadInput, "\"quotes\" is no list", "quotes");
  return list_rows(list->get_array());
}

Result<Batch> form_row(const std::string& body) {
  ORDALAG_TRY(parameters, parse_parameters(body));
  json::object object;
  for (const auto& [name, value] : parameters) object[name] = value;
  return one_row(std::move(object));
}

Result<Batch> table_rows(const std::string& body, RowFormat format) {
  ORDALAG_TRY(rows, read_rows(body, format, "body"));
  if (rows.size() > kMostQuotes)
    return fail(ErrorCode::kTooLarge,
                "a request holds at most " + std::to_string(kMostQuotes) + " quotations", "body",
                "send them in several requests, or use `ordalag quote --batch`");
  return Batch{std::move(rows), false};
}

Result<Batch> read_body(const HttpRequest& request) {
  const std::string type = request.content_type.substr(0, request.content_type.find(';'));
  if (type == "text/csv") return table_rows(request.body, RowFormat::kCsv);
  if (type == "application/jsonl" || type == "application/x-ndjson")
    return table_rows(request.body, RowFormat::kJsonl);
  // Programs send JSON under the type of forms when nobody tells them otherwise.
  if (type == "application/json" || type.empty() || request.body.starts_with('{'))
    return json_rows(request.body);
  if (type == "application/x-www-form-urlencoded") return form_row(request.body);
  return fail(ErrorCode::kUnsupported, "quotations do not come as " + type, "Content-Type",
              "send application/json, application/jsonl or text/csv");
}

class Answers {
 public:
  Answers(const Call& call, Searcher& searcher)
      : call_(call),
        searcher_(searcher),
        checker_(searcher.reader(), searcher.analyser(), searcher.registries().parties) {}

  Result<QuoteReport> check(const QuoteRow& row) {
    if (!row.request) return fail(row.request.error());
    ORDALAG_TRY(found, checker_.check(*row.request));
    return make_report(std::move(found), searcher_.reader(), searcher_.registries(),
                       call_.text.language);
  }

 private:
  const Call& call_;
  Searcher& searcher_;
  QuoteChecker checker_;
};

void write_csv(const std::vector<QuoteRow>& rows, Answers& answers, std::ostream& out) {
  out << quote_csv_header();
  for (const QuoteRow& row : rows) {
    const auto report = answers.check(row);
    out << (report ? quote_csv(row.id, *report) : quote_csv(row.id, report.error()));
  }
}

void write_json(const std::vector<QuoteRow>& rows, Answers& answers, std::ostream& out) {
  out << R"({"schema_version":)" << kJsonVersion << R"(,"quotes":[)";
  const char* comma = "";
  for (const QuoteRow& row : rows) {
    const auto report = answers.check(row);
    json::object item{{"id", row.id}};
    for (auto& [key, value] : report ? quote_json(*report) : error_json(report.error()))
      item.emplace(key, std::move(value));
    out << std::exchange(comma, ",") << to_text(item);
  }
  out << "]}\n";
}

}  // namespace

Result<int> run_quote_post(const Call& call, const HttpRequest& request) {
  ORDALAG_TRY(batch, read_body(request));
  ORDALAG_TRY(searcher, open_searcher(call));
  if (!batch.single) searcher->set_deadline(Deadline::Clock::now() + kMostBatchTime);
  Answers answers(call, *searcher);
  if (call.format == Format::kCsv) {
    write_csv(batch.rows, answers, call.console.out);
  } else if (batch.single) {
    ORDALAG_TRY(report, answers.check(batch.rows.front()));
    call.console.out << to_text(quote_json(report)) << '\n';
  } else {
    write_json(batch.rows, answers, call.console.out);
  }
  return kFound;
}

}  // namespace ordalag
