#include "searcher/quote/report/quote_rows.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <optional>

#include "searcher/quote/report/csv_reader.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

// The optional members of a row, and where they go.
struct ClaimMember {
  std::string_view name;
  std::optional<std::string> QuoteClaim::*place;
};
constexpr std::array kClaimMembers{
    ClaimMember{"party", &QuoteClaim::party},
    ClaimMember{"speaker", &QuoteClaim::speaker},
    ClaimMember{"document", &QuoteClaim::document},
};

std::string at_line(const std::string& file, std::size_t line) {
  return file + ":" + std::to_string(line);
}

Result<QuoteRequest> request_of(const json::object& object, const std::string& where) {
  const json::value* quote = object.if_contains("quote");
  if (quote == nullptr || !quote->is_string()) {
    return fail(ErrorCode::kBadInput, "the row has no \"quote\" that is a text", where);
  }
  QuoteRequest request;
  request.quote = std::string(quote->get_string());
  for (const ClaimMember& member : kClaimMembers) {
    const json::value* value = object.if_contains(member.name);
    if (value == nullptr || value->is_null()) continue;
    if (!value->is_string()) {
      return fail(ErrorCode::kBadInput, "\"" + std::string(member.name) + "\" is no text", where);
    }
    if (!value->get_string().empty()) request.claim.*member.place = std::string(value->get_string());
  }
  return request;
}

QuoteRow json_row(std::string_view line, std::size_t number, const std::string& where) {
  QuoteRow row{std::to_string(number), QuoteRequest{}};
  boost::system::error_code error;
  const json::value value = json::parse({line.data(), line.size()}, error);
  if (error || !value.is_object()) {
    row.request = fail(ErrorCode::kBadInput,
                       error ? "the row is no JSON: " + error.message()
                             : std::string("the row is no JSON object"),
                       where);
    return row;
  }
  const json::object& object = value.get_object();
  if (const json::value* id = object.if_contains("id"); id != nullptr) {
    if (id->is_string()) row.id = std::string(id->get_string());
    if (id->is_number()) row.id = json::serialize(*id);
  }
  row.request = request_of(object, where);
  return row;
}

std::vector<QuoteRow> read_jsonl(std::string_view text, const std::string& file) {
  std::vector<QuoteRow> rows;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    rows.push_back(json_row(line, rows.size() + 1, at_line(file, number)));
  }
  return rows;
}

QuoteRow csv_row(const CsvRecord& record, const std::vector<std::string>& header,
                 std::size_t number, const std::string& where) {
  const auto field = [&](std::string_view name) -> std::string {
    const auto column = std::ranges::find(header, name);
    const auto at = static_cast<std::size_t>(column - header.begin());
    return at < std::min(header.size(), record.fields.size()) ? record.fields[at] : std::string();
  };
  QuoteRow row{field("id"), QuoteRequest{}};
  if (row.id.empty()) row.id = std::to_string(number);
  if (record.broken) {
    row.request = fail(ErrorCode::kBadInput, "a quotation mark is out of place in the row", where);
    return row;
  }
  if (record.fields.size() != header.size()) {
    row.request = fail(ErrorCode::kBadInput,
                       "the row has " + std::to_string(record.fields.size()) + " fields, not " +
                           std::to_string(header.size()),
                       where);
    return row;
  }
  QuoteRequest request;
  request.quote = field("quote");
  for (const ClaimMember& member : kClaimMembers) {
    if (std::string value = field(member.name); !value.empty()) {
      request.claim.*member.place = std::move(value);
    }
  }
  row.request = std::move(request);
  return row;
}

Result<std::vector<QuoteRow>> read_csv(std::string_view text, const std::string& file) {
  CsvReader reader(text, csv_separator(text));
  const std::optional<CsvRecord> header = reader.next();
  if (!header || std::ranges::find(header->fields, "quote") == header->fields.end()) {
    return fail(ErrorCode::kBadInput, "the CSV has no column \"quote\"", file,
                "begin it with a line such as id,quote,party,speaker,document");
  }
  std::vector<QuoteRow> rows;
  while (const std::optional<CsvRecord> record = reader.next()) {
    rows.push_back(
        csv_row(*record, header->fields, rows.size() + 1, at_line(file, record->line)));
  }
  return rows;
}

}  // namespace

RowFormat row_format(const std::string& file, std::string_view text) {
  if (file.ends_with(".csv") || file.ends_with(".tsv")) return RowFormat::kCsv;
  if (file.ends_with(".jsonl") || file.ends_with(".json") || file.ends_with(".ndjson")) {
    return RowFormat::kJsonl;
  }
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && text[first] == '{' ? RowFormat::kJsonl
                                                               : RowFormat::kCsv;
}

Result<std::vector<QuoteRow>> read_rows(std::string_view text, RowFormat format,
                                        const std::string& file) {
  if (format == RowFormat::kCsv) return read_csv(text, file);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return read_jsonl(text, file);
}

}  // namespace ordalag
