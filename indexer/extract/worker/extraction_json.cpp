#include "indexer/extract/worker/extraction_json.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/name_table.hpp"
#include "core/text/extraction_output.hpp"
#include "indexer/extract/text_builder.hpp"

namespace ordalag::extract {
namespace {

namespace json = boost::json;
using reading::ExtractedLine;
using reading::ExtractedText;
using reading::LineStyle;
using reading::SourceUnit;
using extraction_output::array_at;
using extraction_output::number_at;
using extraction_output::number_from;
using extraction_output::real_from;
using extraction_output::text_at;

constexpr std::array<std::pair<LineStyle, std::string_view>, 6> kStyles = {
    {{LineStyle::kUnknown, "unknown"},
     {LineStyle::kHeading, "heading"},
     {LineStyle::kListItem, "list_item"},
     {LineStyle::kTableRow, "table_row"},
     {LineStyle::kParagraph, "paragraph"},
     {LineStyle::kCaption, "caption"}}};
constexpr std::array<std::pair<SourceUnit, std::string_view>, 3> kUnits = {
    {{SourceUnit::kSourceLine, "source_line"},
     {SourceUnit::kParagraph, "paragraph"},
     {SourceUnit::kPageLine, "page_line"}}};
constexpr std::array<Charset, 4> kCharsets = {Charset::kUtf8, Charset::kUtf16Le,
                                              Charset::kUtf16Be, Charset::kWindows1252};

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

std::string line_at(const json::object& object, std::string_view key) {
  return one_line(text_at(object, key));
}

void read_head(const json::object& head, ExtractedText& extracted) {
  extracted.title = line_at(head, "title");
  extracted.shown = valid_utf8(text_at(head, "shown"));
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
    extracted.pages.push_back({line_at(*page, "label"), line_at(*page, "order"),
                               share == nullptr ? 0 : real_from(*share)});
  }
  for (const json::value& each : array_at(head, "left_out")) {
    const json::object* entry = each.if_object();
    if (entry == nullptr) continue;
    LeftOut left_out{line_at(*entry, "reason"), number_at(*entry, "lines"), {}};
    for (const json::value& range : array_at(*entry, "at"))
      if (const json::array* ends = range.if_array(); ends != nullptr && ends->size() == 2)
        left_out.at.push_back({number_from((*ends)[0]), number_from((*ends)[1])});
    extracted.left_out.push_back(std::move(left_out));
  }
}

void read_line(const json::object& object, ExtractedText& extracted) {
  ExtractedLine line;
  line.number = number_at(object, "number");
  line.style = value_in(kStyles, line_at(object, "style")).value_or(LineStyle::kUnknown);
  line.level = static_cast<std::uint8_t>(std::min(number_at(object, "level"), 255U));
  line.page = number_at(object, "page");
  line.page_starts = object.contains("page_starts");
  if (object.contains("printed_number")) line.printed_number = number_at(object, "printed_number");
  line.box = extraction_output::box_of(object);
  if (const json::array& shown = array_at(object, "shown"); shown.size() == 2) {
    line.shown = {number_from(shown[0]), number_from(shown[1])};
    if (line.shown.begin > line.shown.end || line.shown.end > extracted.shown.size()) line.shown = {};
  }
  std::string& all = extracted.decoded.text;
  line.source.begin = static_cast<std::uint32_t>(all.size());
  all += line_at(object, "text");
  line.source.end = static_cast<std::uint32_t>(all.size());
  all += '\n';
  extracted.lines.push_back(std::move(line));
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
  ORDALAG_TRY(head, extraction_output::take_line(output));
  const auto unit = value_in(kUnits, line_at(head, "unit"));
  const std::string charset = line_at(head, "charset");
  ExtractedText extracted;
  extracted.format = line_at(head, "format");
  if (!unit || number_at(head, "extraction") != 1 || extracted.format.empty())
    return extraction_output::malformed();
  extracted.unit = *unit;
  for (const Charset each : kCharsets)
    if (name(each) == charset) extracted.decoded.charset = each;
  read_head(head, extracted);
  while (true) {
    ORDALAG_TRY(line, extraction_output::take_line(output));
    if (!line.contains("text")) {
      if (!line.contains("lines") || number_at(line, "lines") != extracted.lines.size() ||
          !output.empty())
        return extraction_output::malformed();
      extracted.decoded.source = SourceOffsets(Charset::kUtf8, 0, extracted.decoded.text);
      return extracted;
    }
    read_line(line, extracted);
  }
}

}  // namespace ordalag::extract
