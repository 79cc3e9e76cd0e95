#include "indexer/extract/worker/extraction_json.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "core/text/utf8.hpp"
#include "indexer/extract/text_builder.hpp"

namespace ordalag::extract {
namespace {

namespace json = boost::json;
using reading::ExtractedLine;
using reading::ExtractedText;
using reading::LineStyle;
using reading::SourceUnit;

constexpr std::array<std::pair<LineStyle, std::string_view>, 5> kStyles = {
    {{LineStyle::kUnknown, "unknown"},
     {LineStyle::kHeading, "heading"},
     {LineStyle::kListItem, "list_item"},
     {LineStyle::kTableRow, "table_row"},
     {LineStyle::kParagraph, "paragraph"}}};
constexpr std::array<std::pair<SourceUnit, std::string_view>, 3> kUnits = {
    {{SourceUnit::kSourceLine, "source_line"},
     {SourceUnit::kParagraph, "paragraph"},
     {SourceUnit::kPageLine, "page_line"}}};
constexpr std::array<Charset, 4> kCharsets = {Charset::kUtf8, Charset::kUtf16Le,
                                              Charset::kUtf16Be, Charset::kWindows1252};
constexpr std::array<ErrorCode, 6> kCodes = {ErrorCode::kBadInput,   ErrorCode::kUnsupported,
                                             ErrorCode::kTooLarge,   ErrorCode::kUnreadable,
                                             ErrorCode::kBadConfig,  ErrorCode::kInternal};

template <class Table, class Value>
std::string_view name_in(const Table& table, Value value) {
  for (const auto& [each, name] : table)
    if (each == value) return name;
  return {};
}

template <class Table>
auto value_in(const Table& table, std::string_view wanted)
    -> std::optional<typename Table::value_type::first_type> {
  for (const auto& [value, name] : table)
    if (name == wanted) return value;
  return std::nullopt;
}

double hundredths(float value) { return std::round(static_cast<double>(value) * 100) / 100; }

json::object head_of(const ExtractedText& extracted, const std::vector<std::string>& guards) {
  json::object head;
  head["extraction"] = 1;
  head["format"] = extracted.format;
  head["unit"] = name_in(kUnits, extracted.unit);
  head["charset"] = name(extracted.decoded.charset);
  head["title"] = extracted.title;
  json::array stated;
  for (const reading::StatedFact& fact : extracted.stated)
    stated.push_back(json::array{json::string(fact.key), json::string(fact.value)});
  head["stated"] = std::move(stated);
  json::array pages;
  for (const PageReading& page : extracted.pages)
    pages.push_back(json::object{{"label", page.label},
                                 {"order", page.order},
                                 {"known_share", static_cast<double>(page.known_share)}});
  head["pages"] = std::move(pages);
  json::array left_out;
  for (const LeftOut& each : extracted.left_out) {
    json::array at;
    for (const LineRange& range : each.at) at.push_back(json::array{range.first, range.last});
    left_out.push_back(
        json::object{{"reason", each.reason}, {"lines", each.lines}, {"at", std::move(at)}});
  }
  head["left_out"] = std::move(left_out);
  if (!extracted.shown.empty()) head["shown"] = extracted.shown;
  head["guards"] = json::value_from(guards);
  return head;
}

json::object line_of(const ExtractedText& extracted, const ExtractedLine& line) {
  json::object object;
  object["number"] = line.number;
  object["text"] = extracted.content(line);
  if (line.style != LineStyle::kUnknown) object["style"] = name_in(kStyles, line.style);
  if (line.level != 0) object["level"] = line.level;
  if (line.page != 0) object["page"] = line.page;
  if (line.page_starts) object["page_starts"] = true;
  if (!line.shown.empty()) object["shown"] = json::array{line.shown.begin, line.shown.end};
  if (line.printed_number) object["printed_number"] = *line.printed_number;
  if (line.box)
    object["box"] = json::array{hundredths(line.box->left), hundredths(line.box->top),
                                hundredths(line.box->right), hundredths(line.box->bottom)};
  return object;
}

// Accessors that give a default for what is missing or of another type.
std::string text_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_string()) return {};
  return one_line(std::string_view(value->get_string()));
}

std::uint32_t number_from(const json::value& value) {
  if (!value.is_int64()) return 0;
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(value.get_int64(), 0, std::numeric_limits<std::int32_t>::max()));
}

std::uint32_t number_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value == nullptr ? 0 : number_from(*value);
}

double real_from(const json::value& value) {
  if (value.is_double()) return value.get_double();
  return value.is_int64() ? static_cast<double>(value.get_int64()) : 0;
}

const json::array& array_at(const json::object& object, std::string_view key) {
  static const json::array kNone;
  const json::value* value = object.if_contains(key);
  return value != nullptr && value->is_array() ? value->get_array() : kNone;
}

Error error_of(const json::object& object) {
  Error error{ErrorCode::kInternal, text_at(object, "message"), text_at(object, "hint"), {}, {}};
  const std::string code = text_at(object, "code");
  for (const ErrorCode each : kCodes)
    if (info(each).name == code) error.code = each;
  return error;
}

void read_head(const json::object& head, ExtractedText& extracted) {
  extracted.title = text_at(head, "title");
  if (const json::value* shown = head.if_contains("shown"); shown != nullptr && shown->is_string())
    extracted.shown = valid_utf8(std::string_view(shown->get_string()));
  for (const json::value& each : array_at(head, "stated")) {
    const json::array* pair = each.if_array();
    if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_string() || !(*pair)[1].is_string())
      continue;
    extracted.stated.push_back({one_line(std::string_view((*pair)[0].get_string())),
                                one_line(std::string_view((*pair)[1].get_string()))});
  }
  for (const json::value& each : array_at(head, "pages")) {
    const json::object* page = each.if_object();
    if (page == nullptr) continue;
    const json::value* share = page->if_contains("known_share");
    extracted.pages.push_back({text_at(*page, "label"), text_at(*page, "order"),
                               share == nullptr ? 0 : static_cast<float>(real_from(*share))});
  }
  for (const json::value& each : array_at(head, "left_out")) {
    const json::object* entry = each.if_object();
    if (entry == nullptr) continue;
    LeftOut left_out{text_at(*entry, "reason"), number_at(*entry, "lines"), {}};
    for (const json::value& range : array_at(*entry, "at"))
      if (const json::array* ends = range.if_array(); ends != nullptr && ends->size() == 2)
        left_out.at.push_back({number_from((*ends)[0]), number_from((*ends)[1])});
    extracted.left_out.push_back(std::move(left_out));
  }
}

void read_line(const json::object& object, ExtractedText& extracted) {
  ExtractedLine line;
  line.number = number_at(object, "number");
  line.style = value_in(kStyles, text_at(object, "style")).value_or(LineStyle::kUnknown);
  line.level = static_cast<std::uint8_t>(std::min(number_at(object, "level"), 255U));
  line.page = number_at(object, "page");
  line.page_starts = object.contains("page_starts");
  if (object.contains("printed_number")) line.printed_number = number_at(object, "printed_number");
  if (const json::array& box = array_at(object, "box"); box.size() == 4) {
    line.box = PageRectangle{line.page, static_cast<float>(real_from(box[0])),
                             static_cast<float>(real_from(box[1])),
                             static_cast<float>(real_from(box[2])),
                             static_cast<float>(real_from(box[3]))};
  }
  if (const json::array& shown = array_at(object, "shown"); shown.size() == 2) {
    line.shown = {number_from(shown[0]), number_from(shown[1])};
    if (line.shown.begin > line.shown.end || line.shown.end > extracted.shown.size()) line.shown = {};
  }
  std::string& all = extracted.decoded.text;
  line.source.begin = static_cast<std::uint32_t>(all.size());
  all += text_at(object, "text");
  line.source.end = static_cast<std::uint32_t>(all.size());
  all += '\n';
  extracted.lines.push_back(std::move(line));
}

tl::unexpected<Error> malformed() {
  return fail(ErrorCode::kInternal, "the output of the reading process is cut or malformed");
}

}  // namespace

std::string to_json_lines(const ExtractedText& extracted, const std::vector<std::string>& guards) {
  std::string output = json::serialize(head_of(extracted, guards));
  output += '\n';
  for (const ExtractedLine& line : extracted.lines) {
    output += json::serialize(line_of(extracted, line));
    output += '\n';
  }
  output += json::serialize(json::object{{"lines", extracted.lines.size()}});
  output += '\n';
  return output;
}

std::string to_json_line(const Error& error) {
  const json::object object{{"error",
                             json::object{{"code", info(error.code).name},
                                          {"message", one_line(error.message)},
                                          {"hint", one_line(error.hint)}}}};
  return json::serialize(object) + "\n";
}

Result<ExtractedText> from_json_lines(std::string_view output) {
  json::parse_options options;
  options.max_depth = 8;
  ExtractedText extracted;
  bool first = true;
  while (!output.empty()) {
    const std::size_t end = output.find('\n');
    if (end == std::string_view::npos) return malformed();
    boost::system::error_code broken;
    const json::value value = json::parse(json::string_view(output.data(), end), broken, {}, options);
    output.remove_prefix(end + 1);
    if (broken || !value.is_object()) return malformed();
    const json::object& object = value.get_object();
    if (const json::value* error = object.if_contains("error"); error != nullptr) {
      if (!error->is_object()) return malformed();
      return fail(error_of(error->get_object()));
    }
    if (std::exchange(first, false)) {
      const auto unit = value_in(kUnits, text_at(object, "unit"));
      const std::string charset = text_at(object, "charset");
      extracted.format = text_at(object, "format");
      if (!unit || number_at(object, "extraction") != 1 || extracted.format.empty()) return malformed();
      extracted.unit = *unit;
      for (const Charset each : kCharsets)
        if (name(each) == charset) extracted.decoded.charset = each;
      read_head(object, extracted);
    } else if (object.contains("text")) {
      read_line(object, extracted);
    } else if (object.contains("lines")) {
      if (number_at(object, "lines") != extracted.lines.size() || !output.empty())
        return malformed();
      extracted.decoded.source = SourceOffsets(Charset::kUtf8, 0, extracted.decoded.text);
      return extracted;
    } else {
      return malformed();
    }
  }
  return malformed();
}

}  // namespace ordalag::extract
