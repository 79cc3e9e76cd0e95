#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "core/text/decode.hpp"
#include "core/text/utf8.hpp"
#include "searcher/commands/open.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/quote/quote_checker.hpp"
#include "searcher/quote/report/quote_batch.hpp"
#include "searcher/quote/report/quote_csv.hpp"
#include "searcher/quote/report/quote_json.hpp"
#include "searcher/quote/report/report_text.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

constexpr std::array kQuoteOptions{
    OptionRow{"party", Takes::kOne, "P", "claimed to be by this party (code or name)"},
    OptionRow{"speaker", Takes::kOne, "N", "claimed to be by this speaker"},
    OptionRow{"document", Takes::kOne, "D", "claimed to stand in this document (id or title)"},
    OptionRow{"batch", Takes::kOne, "FILE",
              "a quotation a row, JSONL or CSV: id, quote, party, …"},
    OptionRow{"jobs,j", Takes::kOne, "N", "threads of a batch (default: one a core)"},
};
constexpr std::uint32_t kMostJobs = 256;
// A batch says on a terminal how far it is, each time so many rows are done.
constexpr std::size_t kProgressStep = 50;

std::string read_all(std::istream& in) {
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The words of the command line are one quotation; "-" is that of stdin.
Result<QuoteRequest> request_of_quote(const Call& call) {
  QuoteRequest request;
  const auto& arguments = call.options.arguments();
  if (arguments.empty()) {
    return fail(ErrorCode::kUsage, "`quote` wants a quotation", {},
                "give it in quotation marks, \"-\" for stdin, or --batch FILE");
  }
  if (arguments.size() == 1 && arguments.front() == "-") {
    request.quote = read_all(call.console.in);
  } else {
    for (const std::string& word : arguments) {
      if (!request.quote.empty()) request.quote += ' ';
      request.quote += word;
    }
  }
  request.claim.party = call.options.text("party");
  request.claim.speaker = call.options.text("speaker");
  request.claim.document = call.options.text("document");
  return request;
}

// A report as an object of one of the formats that are JSON.
boost::json::object object_of(const QuoteReport& report, Format format) {
  switch (format) {
    case Format::kClaimReview:
      return claim_review_json(report);
    case Format::kAnnotation:
      return annotation_json(report);
    default:
      return quote_json(report);
  }
}

std::string draw(const QuoteReport& report, const Call& call) {
  switch (call.format) {
    case Format::kText:
      return quote_text(report, call.text);
    case Format::kCsv:
      return quote_csv_header() + quote_csv("1", report);
    default:
      return to_text(object_of(report, call.format)) + "\n";
  }
}

// One line or record of a batch's answer. In jsonl and in errors the row's id comes first; linked
// data has no member for it.
std::string draw_row(const std::string& id, const Result<QuoteReport>& report, Format format) {
  if (format == Format::kCsv) {
    return report ? quote_csv(id, *report) : quote_csv(id, report.error());
  }
  boost::json::object answer = report ? object_of(*report, format) : error_json(report.error());
  if (report && format != Format::kJsonl) return to_text(answer) + "\n";
  boost::json::object line{{"id", id}};
  for (auto& [key, value] : answer) line.emplace(key, std::move(value));
  return to_text(line) + "\n";
}

Result<std::string> read_file(const std::string& file, std::istream& in) {
  if (file == "-") return read_all(in);
  std::ifstream opened(file, std::ios::binary);
  if (!opened) return fail(ErrorCode::kUnreadable, "the file cannot be opened", file);
  std::string text = read_all(opened);
  if (opened.bad()) return fail(ErrorCode::kUnreadable, "the file cannot be read", file);
  return text;
}

// A batch as UTF-8: a table that a spreadsheet has saved may be UTF-16 or Windows-1252. Of a text
// that is neither, the rows say themselves which of them are broken.
Result<std::string> in_utf8(std::string bytes, const std::string& file, std::ostream& err) {
  if (bytes.empty()) {
    return fail(ErrorCode::kBadInput, "the batch is empty", file,
                "a row for each quotation, as JSONL or CSV");
  }
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const bool wide = marked || bytes.find('\0') != std::string::npos;
  if (!wide && !first_invalid_utf8(bytes)) return bytes;
  auto decoded = decode(bytes);
  if (!decoded && !wide) return bytes;
  if (!decoded) {
    return fail(ErrorCode::kBadInput, "the batch is no text: " + decoded.error().message, file,
                "save it as UTF-8");
  }
  if (decoded->charset != Charset::kUtf8) {
    err << "ordalag: " << file << ": read as " << name(decoded->charset) << '\n';
  }
  return std::move(decoded->text);
}

// A batch answers in the format of its rows unless another is asked for.
Result<Format> batch_format(const Call& call, RowFormat rows) {
  if (!call.options.on("format")) return rows == RowFormat::kCsv ? Format::kCsv : Format::kJsonl;
  if (call.format == Format::kText || call.format == Format::kJson) {
    return fail(ErrorCode::kUsage, "a batch answers in jsonl, csv, claimreview or annotation",
                "--format");
  }
  return call.format;
}

Result<int> run_quote_batch(const std::string& file, const Call& call) {
  ORDALAG_TRY(jobs, call.options.number("jobs", 0, 1, kMostJobs));
  ORDALAG_TRY(bytes, read_file(file, call.console.in));
  ORDALAG_TRY(text, in_utf8(std::move(bytes), file, call.console.err));
  const RowFormat row_kind = row_format(file, text);
  ORDALAG_TRY(format, batch_format(call, row_kind));
  ORDALAG_TRY(rows, read_rows(text, row_kind, file));
  BatchOptions options;
  options.index = call.index;
  ORDALAG_TRY(analyser, open_analyser(call));
  options.analyser = std::move(analyser);
  options.language = call.text.language;
  options.threads = jobs;
  options.draw = [drawn_as = format](const std::string& id, const Result<QuoteReport>& report) {
    return draw_row(id, report, drawn_as);
  };
  const bool progress = ::isatty(STDERR_FILENO) == 1;
  options.take = [&, headed = format != Format::kCsv](const std::string& drawn,
                                                      std::size_t done) mutable {
    if (!std::exchange(headed, true)) call.console.out << quote_csv_header();
    call.console.out << drawn;
    if (progress && (done % kProgressStep == 0 || done == rows.size())) {
      call.console.err << '\r' << done << '/' << rows.size() << std::flush;
    }
  };
  ORDALAG_CHECK(run_batch(rows, options));
  if (rows.empty() && format == Format::kCsv) call.console.out << quote_csv_header();
  if (progress && !rows.empty()) call.console.err << '\n';
  return kFound;
}

}  // namespace

std::span<const OptionRow> quote_options() { return kQuoteOptions; }

Result<int> run_quote(const Call& call) {
  if (const auto file = call.options.text("batch")) {
    for (const char* option : {"party", "speaker", "document"}) {
      if (!call.options.on(option)) continue;
      return fail(ErrorCode::kUsage, "the rows of a batch say their own claimed origin",
                  "--" + std::string(option), "add a column or member of that name");
    }
    if (!call.options.arguments().empty()) {
      return fail(ErrorCode::kUsage, "a quotation and --batch exclude each other", "--batch");
    }
    return run_quote_batch(*file, call);
  }
  ORDALAG_TRY(request, request_of_quote(call));
  ORDALAG_TRY(searcher, open_searcher(call));
  QuoteChecker checker(searcher->reader(), searcher->analyser(), searcher->registries().parties);
  ORDALAG_TRY(answer, checker.check(request));
  ORDALAG_TRY(report, make_report(std::move(answer), searcher->reader(), searcher->registries(),
                                  call.text.language));
  call.console.out << draw(report, call);
  return report.answer.verdict == Verdict::kExact ? kFound : kNothingFound;
}

}  // namespace ordalag
