#include "searcher/serve/openapi.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <string_view>

#include "core/base/embedded_file.hpp"
#include "searcher/serve/route.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

constexpr std::string_view kSuffix = ".schema.json";

std::string component(std::string_view schema) {
  return "#/components/schemas/" + std::string(schema);
}

// "hit.schema.json#/definitions/x" as seen from `schema`, in the one file that OpenAPI is.
std::string relocated(std::string_view reference, std::string_view schema) {
  const std::size_t hash = std::min(reference.find('#'), reference.size());
  std::string_view file = reference.substr(0, hash);
  const std::string_view place =
      hash < reference.size() ? reference.substr(hash + 1) : std::string_view();
  if (file.empty()) return component(schema) + std::string(place);
  file.remove_suffix(kSuffix.size());
  return component(file) + std::string(place);
}

void relocate(json::value& value, std::string_view schema) {
  if (json::array* list = value.if_array()) {
    for (json::value& item : *list) relocate(item, schema);
  } else if (json::object* object = value.if_object()) {
    for (auto& [key, inner] : *object) {
      if (key == "$ref" && inner.is_string())
        inner = relocated(inner.get_string(), schema);
      else
        relocate(inner, schema);
    }
  }
}

json::object schemas() {
  json::object all;
  for (const EmbeddedFile& file : embedded_schemas()) {
    const std::string_view name = file.name.substr(0, file.name.size() - kSuffix.size());
    json::value schema = json::parse({file.bytes.data(), file.bytes.size()});
    schema.get_object().erase("$id");
    schema.get_object().erase("$schema");
    relocate(schema, name);
    all.emplace(name, std::move(schema));
  }
  return all;
}

json::object parameter(std::string_view name, std::string_view place, std::string_view help,
                       json::object schema, bool required) {
  return {{"name", name},
          {"in", place},
          {"required", required},
          {"description", help},
          {"schema", std::move(schema)}};
}

json::object option_schema(const OptionRow& row) {
  switch (row.takes) {
    case Takes::kNothing:
      return {{"type", "boolean"}};
    case Takes::kOne: {
      json::object schema{{"type", "string"}};
      if (const auto values = values_of(row); !values.empty())
        schema["enum"] = json::array(values.begin(), values.end());
      return schema;
    }
    case Takes::kSeveral:
      break;
  }
  return {{"type", "array"}, {"items", {{"type", "string"}}}};
}

json::array parameters(const Route& route) {
  json::array list;
  for (const ArgumentRow& row : route.arguments) {
    const bool in_path = route.path.find("{" + std::string(row.name) + "}") != route.path.npos;
    list.push_back(parameter(row.name, in_path ? "path" : "query", row.help, {{"type", "string"}},
                             row.required));
  }
  for (const OptionRow& row : http_options(route.options))
    list.push_back(parameter(long_name(row), "query", row.help, option_schema(row), false));
  json::array formats;
  for (const Format format : route.formats) formats.emplace_back(name(format));
  list.push_back(parameter("format", "query", "how to answer",
                           {{"type", "string"}, {"enum", std::move(formats)}}, false));
  list.push_back(parameter("lang", "query", "language of labels and citations",
                           {{"type", "string"}, {"enum", {"sv", "en"}}}, false));
  return list;
}

json::object reference(std::string_view schema) { return {{"$ref", component(schema)}}; }

json::object responses(const Route& route, json::object answer_schema) {
  json::object content;
  for (const Format format : route.formats) {
    json::object schema{{"type", "string"}};
    if (format == Format::kJson) schema = answer_schema;
    content.emplace(media_type(format), json::object{{"schema", std::move(schema)}});
  }
  return {{"200", {{"description", "The answer."}, {"content", std::move(content)}}},
          {"304", {{"description", "The client's copy is still right (If-None-Match)."}}},
          {"default",
           {{"description", "An error."},
            {"content", {{"application/problem+json", {{"schema", reference("problem")}}}}}}}};
}

json::object operations(const Route& route) {
  json::object get{{"operationId", route.operation},
                   {"summary", route.summary},
                   {"parameters", parameters(route)},
                   {"responses", responses(route, reference(route.schema))}};
  json::object all{{"get", std::move(get)}};
  if (route.post == nullptr) return all;
  const json::object answer{
      {"oneOf", json::array{reference(route.schema), reference(route.post_schema)}}};
  const json::object question{{"schema", reference("quote-request")}};
  const json::object text{{"schema", {{"type", "string"}}}};
  all.emplace(
      "post",
      json::object{{"operationId", std::string(route.operation) + "_post"},
                   {"summary", std::string(route.summary) + "; one, or several in one request"},
                   {"requestBody",
                    {{"required", true},
                     {"content",
                      {{"application/json", question},
                       {"application/jsonl", text},
                       {"text/csv", text}}}}},
                   {"responses", responses(route, answer)}});
  return all;
}

}  // namespace

json::object openapi_json() {
  json::object paths;
  for (const Route& route : routes()) paths.emplace(route.path, operations(route));
  return {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Ordalag"},
        {"version", ORDALAG_VERSION},
        {"description", "Full-text search and quotation checking for Swedish policy documents."},
        {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}}},
      {"jsonSchemaDialect", "http://json-schema.org/draft-07/schema#"},
      {"paths", std::move(paths)},
      {"components",
       {{"schemas", schemas()},
        {"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}}}}};
}

}  // namespace ordalag
