#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <utility>

#include "indexer/extract/worker/guards.hpp"
#include "indexer/report.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

constexpr int kSchemaVersion = 1;

json::object to_value(const Error& error) {
  json::object value{{"code", info(error.code).name},
                     {"message", error.message},
                     {"hint", error.hint},
                     {"where", error.where}};
  return value;
}

json::object to_value(const LeftOut& left_out) {
  json::array at;
  for (const LineRange& range : left_out.at) at.push_back(json::array{range.first, range.last});
  return {{"reason", left_out.reason}, {"lines", left_out.lines}, {"at", std::move(at)}};
}

json::object to_value(const SourceReport& source) {
  json::array left_out;
  json::array errors;
  for (const LeftOut& item : source.left_out) left_out.push_back(to_value(item));
  for (const Error& error : source.errors) errors.push_back(to_value(error));
  const auto text_or_null = [](const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
  };
  return {{"file", source.file},
          {"state", name(source.state)},
          {"format", text_or_null(source.format)},
          {"documents", source.documents},
          {"passages", source.passages},
          {"left_out", std::move(left_out)},
          {"errors", std::move(errors)},
          {"reason", text_or_null(source.reason)}};
}

json::value sandbox(const RunReport& report) {
  if (report.guards.empty()) return nullptr;
  json::array on, off;
  for (const std::string_view guard : extract::kGuardNames) {
    const bool active =
        std::find(report.guards.begin(), report.guards.end(), guard) != report.guards.end();
    (active ? on : off).emplace_back(guard);
  }
  return json::object{{"guards", std::move(on)}, {"missing", std::move(off)}};
}

json::object totals(const RunReport& report) {
  json::object value;
  for (const auto state :
       {SourceState::kIndexed, SourceState::kUnchanged, SourceState::kFailed, SourceState::kSkipped,
        SourceState::kRemoved, SourceState::kMissing, SourceState::kKept})
    value[name(state)] = report.count(state);
  std::uint64_t documents = 0;
  std::uint64_t passages = 0;
  std::uint64_t errors = 0;
  std::map<std::string, std::uint64_t> by_reason;
  for (const SourceReport& source : report.sources) {
    documents += source.documents;
    passages += source.passages;
    errors += source.errors.size();
    for (const LeftOut& left_out : source.left_out) by_reason[left_out.reason] += left_out.lines;
  }
  json::object left_out;
  for (const auto& [reason, lines] : by_reason) left_out[reason] = lines;
  value["documents"] = documents;
  value["passages"] = passages;
  value["errors"] = errors;
  value["left_out_lines"] = std::move(left_out);
  return value;
}

template <class Enum>
Enum state_from(std::string_view wanted, std::initializer_list<Enum> all) {
  for (const Enum value : all)
    if (name(value) == wanted) return value;
  return *all.begin();
}

ErrorCode code_from(std::string_view wanted) {
  for (int i = 0; i <= static_cast<int>(ErrorCode::kInternal); ++i)
    if (info(static_cast<ErrorCode>(i)).name == wanted) return static_cast<ErrorCode>(i);
  return ErrorCode::kInternal;
}

std::string text_of(const json::value& value) {
  return value.is_string() ? std::string(value.as_string()) : std::string();
}

SourceReport source_from(const json::object& value) {
  SourceReport source;
  source.file = text_of(value.at("file"));
  source.state = state_from(
      value.at("state").as_string(),
      {SourceState::kIndexed, SourceState::kUnchanged, SourceState::kFailed, SourceState::kSkipped,
       SourceState::kRemoved, SourceState::kMissing, SourceState::kKept});
  source.format = text_of(value.at("format"));
  source.documents = value.at("documents").to_number<std::uint32_t>();
  source.passages = value.at("passages").to_number<std::uint32_t>();
  source.reason = text_of(value.at("reason"));
  for (const auto& item : value.at("left_out").as_array()) {
    const auto& object = item.as_object();
    LeftOut left_out{
        text_of(object.at("reason")), object.at("lines").to_number<std::uint32_t>(), {}};
    for (const auto& range : object.at("at").as_array())
      left_out.at.push_back(
          {range.at(0).to_number<std::uint32_t>(), range.at(1).to_number<std::uint32_t>()});
    source.left_out.push_back(std::move(left_out));
  }
  for (const auto& item : value.at("errors").as_array()) {
    const auto& object = item.as_object();
    source.errors.push_back({code_from(object.at("code").as_string()),
                             text_of(object.at("message")), text_of(object.at("hint")),
                             text_of(object.at("where")), std::nullopt});
  }
  return source;
}

}  // namespace

std::string to_json(const RunReport& report) {
  json::array sources;
  json::array warnings;
  for (const SourceReport& source : report.sources) sources.push_back(to_value(source));
  for (const std::string& warning : report.warnings) warnings.emplace_back(warning);
  const json::object value{{"schema_version", kSchemaVersion}, {"started_at", report.started_at},
                           {"seconds", report.seconds},        {"totals", totals(report)},
                           {"sources", std::move(sources)},    {"warnings", std::move(warnings)},
                           {"sandbox", sandbox(report)}};
  return json::serialize(value) + "\n";
}

RunReport report_from_json(const std::string& text) {
  RunReport report;
  try {
    const auto value = json::parse(text).as_object();
    report.started_at = text_of(value.at("started_at"));
    if (const auto* object = value.contains("sandbox") ? value.at("sandbox").if_object() : nullptr)
      for (const auto& guard : object->at("guards").as_array())
        report.guards.push_back(text_of(guard));
    for (const auto& source : value.at("sources").as_array())
      report.sources.push_back(source_from(source.as_object()));
  } catch (const std::exception&) {
    return {};
  }
  return report;
}

}  // namespace ordalag
