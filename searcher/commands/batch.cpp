#include "searcher/commands/batch.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <string_view>
#include <utility>

namespace ordalag {
namespace {

namespace json = boost::json;

// A member that is a text or a number, as text; empty when it is neither.
std::string member(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr) return {};
  if (const json::string* text = value->if_string()) return std::string(*text);
  if (value->is_number()) return json::serialize(*value);
  return {};
}

BatchQuery parse_line(const std::string& line, std::uint32_t number, const std::string& where) {
  BatchQuery query{std::to_string(number), line, number, {}};
  if (line.front() != '{') return query;
  boost::system::error_code error;
  const json::value value = json::parse(line, error);
  if (error || !value.is_object()) {
    query.fault = Error{
        ErrorCode::kBadInput, "the line is no JSON object: " + error.message(), {}, where, {}};
    return query;
  }
  const json::object& object = value.get_object();
  for (const std::string_view key : {"_id", "id"})
    if (std::string id = member(object, key); !id.empty()) {
      query.id = std::move(id);
      break;
    }
  query.text = member(object, "text");
  if (object.if_contains("text") == nullptr)
    query.fault = Error{ErrorCode::kBadInput, "the line has no \"text\"", {}, where, {}};
  return query;
}

}  // namespace

Result<std::vector<BatchQuery>> read_batch(const std::string& file, std::istream& in) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    if (!opened) return fail(ErrorCode::kUnreadable, "the file cannot be opened", file);
  }
  std::istream& lines = file == "-" ? in : opened;
  std::vector<BatchQuery> queries;
  std::string line;
  for (std::uint32_t number = 1; std::getline(lines, line); ++number) {
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) continue;
    line = line.substr(first, line.find_last_not_of(" \t\r\n") + 1 - first);
    queries.push_back(parse_line(line, number, file + ":" + std::to_string(number)));
  }
  return queries;
}

}  // namespace ordalag
