#include "searcher/check/extracted_source.hpp"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <limits>
#include <utility>

#include "core/base/process.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

constexpr std::array<ErrorCode, 4> kReported = {ErrorCode::kBadInput, ErrorCode::kUnsupported,
                                                ErrorCode::kTooLarge, ErrorCode::kBadConfig};

tl::unexpected<Error> malformed() {
  return fail(ErrorCode::kInternal, "the output of ordalag-extract is cut or malformed");
}

std::uint32_t number_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_int64()) return 0;
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(value->get_int64(), 0, std::numeric_limits<std::int32_t>::max()));
}

std::string text_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_string()) return {};
  std::string text(value->get_string().data(), value->get_string().size());
  return first_invalid_utf8(text) ? std::string() : text;
}

Error error_of(const json::object& object) {
  Error error{ErrorCode::kInternal, text_at(object, "message"), text_at(object, "hint"), {}, {}};
  const std::string code = text_at(object, "code");
  for (const ErrorCode each : kReported)
    if (info(each).name == code) error.code = each;
  return error;
}

ExtractedLineText line_of(const json::object& object) {
  ExtractedLineText line;
  line.number = number_at(object, "number");
  line.text = text_at(object, "text");
  const json::value* box = object.if_contains("box");
  if (box == nullptr || !box->is_array() || box->get_array().size() != 4) return line;
  std::array<float, 4> edges{};
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const json::value& edge = box->get_array()[i];
    if (!edge.is_number()) return line;
    edges[i] = static_cast<float>(edge.to_number<double>());
  }
  line.box = PageRectangle{number_at(object, "page"), edges[0], edges[1], edges[2], edges[3]};
  return line;
}

Result<std::vector<ExtractedLineText>> lines_in(std::string_view output) {
  std::vector<ExtractedLineText> lines;
  while (!output.empty()) {
    const std::size_t end = output.find('\n');
    if (end == std::string_view::npos) return malformed();
    boost::system::error_code broken;
    const json::value value = json::parse(json::string_view(output.data(), end), broken);
    output.remove_prefix(end + 1);
    const json::object* object = value.if_object();
    if (broken || object == nullptr) return malformed();
    if (const json::value* error = object->if_contains("error"); error && error->is_object())
      return fail(error_of(error->get_object()));
    if (object->contains("text")) lines.push_back(line_of(*object));
    if (object->contains("lines") && !object->contains("extraction"))
      return number_at(*object, "lines") == lines.size() && output.empty()
                 ? Result<std::vector<ExtractedLineText>>(std::move(lines))
                 : malformed();
  }
  return malformed();
}

}  // namespace

Result<std::vector<ExtractedLineText>> extract_again(const std::string& format,
                                                     std::string_view bytes) {
  ORDALAG_TRY(end, run_process(extract_program(), {"--stdin", format}, bytes, {}));
  if (end.timed_out || end.too_much_output || end.signal != 0)
    return fail(ErrorCode::kBadInput, "reading it again took too much or crashed");
  return lines_in(end.output);
}

}  // namespace ordalag
