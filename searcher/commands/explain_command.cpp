#include <array>
#include <fstream>
#include <string>
#include <utility>

#include "core/text/utf8.hpp"
#include "searcher/answer/text_explainer.hpp"
#include "searcher/commands/open.hpp"
#include "searcher/commands/request_options.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/render/explanation.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

constexpr std::array kExplainOptions{
    OptionRow{"text", Takes::kOne, "TEXT",
              "explain the terms and themes of a text; needs no index"},
    OptionRow{"batch", Takes::kOne, "FILE", "the same of every line of a file (\"-\": stdin)"},
};

Status check_utf8(const std::string& text, const std::string& where) {
  if (!first_invalid_utf8(text)) return {};
  return fail(ErrorCode::kBadInput, "the text is not valid UTF-8", where);
}

Result<int> explain_one(const std::string& text, const Call& call) {
  ORDALAG_CHECK(check_utf8(text, "--text"));
  ORDALAG_TRY(analyser, open_analyser(call));
  ORDALAG_TRY(explainer, TextExplainer::load(std::move(analyser), call.text.language));
  const ExplainedText explained = explainer.explain(text);
  if (call.format == Format::kText)
    call.console.out << text_explanation(explained, call.text);
  else
    call.console.out << to_text(text_explanation_json(text, explained)) << '\n';
  return kFound;
}

Result<int> explain_lines(const std::string& file, const Call& call) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    if (!opened) return fail(ErrorCode::kUnreadable, "the file cannot be opened", file);
  }
  std::istream& lines = file == "-" ? call.console.in : opened;
  ORDALAG_TRY(analyser, open_analyser(call));
  ORDALAG_TRY(explainer, TextExplainer::load(std::move(analyser), call.text.language));
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    ORDALAG_CHECK(check_utf8(line, file + ":" + std::to_string(number)));
    call.console.out << to_text(text_explanation_json(line, explainer.explain(line))) << '\n';
  }
  return kFound;
}

Result<int> explain_query(const Call& call) {
  ORDALAG_TRY(request, request_of(call));
  ORDALAG_TRY(searcher, open_searcher(call));
  ORDALAG_TRY(question, searcher->resolve_request(request));
  const QueryExplanation explanation{request.query, std::move(question.parsed),
                                     std::move(question.query)};
  if (call.format == Format::kText)
    call.console.out << query_explanation(explanation, searcher->reader(), call.text);
  else
    call.console.out << to_text(query_explanation_json(explanation, searcher->reader())) << '\n';
  ORDALAG_CHECK(searcher->reader().health());
  return kFound;
}

}  // namespace

std::span<const OptionRow> explain_options() { return kExplainOptions; }

Result<int> run_explain(const Call& call) {
  const auto text = call.options.text("text");
  const auto batch = call.options.text("batch");
  const bool query = !call.options.arguments().empty();
  if ((text ? 1 : 0) + (batch ? 1 : 0) + (query ? 1 : 0) != 1)
    return fail(ErrorCode::kUsage, "`explain` wants one of QUERY, --text and --batch");
  if (text) return explain_one(*text, call);
  if (batch) return explain_lines(*batch, call);
  return explain_query(call);
}

}  // namespace ordalag
