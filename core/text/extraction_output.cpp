#include "core/text/extraction_output.hpp"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <limits>
#include <utility>

#include "core/text/utf8.hpp"

namespace ordalag::extraction_output {
namespace {

namespace json = boost::json;

constexpr int kDeepest = 8;  // lists and objects within each other

constexpr std::array kReported{ErrorCode::kBadInput,   ErrorCode::kUnsupported,
                               ErrorCode::kTooLarge,   ErrorCode::kUnreadable,
                               ErrorCode::kBadConfig,  ErrorCode::kInternal};

std::string valid_text_at(const json::object& object, std::string_view key) {
  const std::string_view text = text_at(object, key);
  return first_invalid_utf8(text) ? std::string() : std::string(text);
}

Error error_of(const json::object& object) {
  Error error{ErrorCode::kInternal, valid_text_at(object, "message"),
              valid_text_at(object, "hint"), {}, {}};
  const std::string_view code = text_at(object, "code");
  for (const ErrorCode each : kReported)
    if (info(each).name == code) error.code = each;
  return error;
}

}  // namespace

tl::unexpected<Error> malformed() {
  return fail(ErrorCode::kInternal, "the output of ordalag-extract is cut or malformed");
}

Result<json::object> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return malformed();
  json::parse_options options;
  options.max_depth = kDeepest;
  boost::system::error_code broken;
  json::value value = json::parse(json::string_view(rest.data(), end), broken, {}, options);
  rest.remove_prefix(end + 1);
  json::object* object = value.if_object();
  if (broken || object == nullptr) return malformed();
  if (const json::value* error = object->if_contains("error"); error != nullptr) {
    if (!error->is_object()) return malformed();
    return fail(error_of(error->get_object()));
  }
  return std::move(*object);
}

std::string_view text_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(json::string_view(key.data(), key.size()));
  if (value == nullptr || !value->is_string()) return {};
  return {value->get_string().data(), value->get_string().size()};
}

std::uint32_t number_from(const json::value& value) {
  if (!value.is_int64()) return 0;
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(value.get_int64(), 0, std::numeric_limits<std::int32_t>::max()));
}

std::uint32_t number_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(json::string_view(key.data(), key.size()));
  return value == nullptr ? 0 : number_from(*value);
}

float real_from(const json::value& value) {
  return value.is_number() ? static_cast<float>(value.to_number<double>()) : 0;
}

const json::array& array_at(const json::object& object, std::string_view key) {
  static const json::array kNone;
  const json::value* value = object.if_contains(json::string_view(key.data(), key.size()));
  return value != nullptr && value->is_array() ? value->get_array() : kNone;
}

std::optional<PageRectangle> box_of(const json::object& line) {
  const json::array& box = array_at(line, "box");
  if (box.size() != 4) return std::nullopt;
  return PageRectangle{number_at(line, "page"), real_from(box[0]), real_from(box[1]),
                       real_from(box[2]), real_from(box[3])};
}

}  // namespace ordalag::extraction_output
