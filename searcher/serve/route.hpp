// The addresses of the HTTP interface: one table, read by the server, by OpenAPI and by the tests.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "searcher/commands/command.hpp"
#include "searcher/http/message.hpp"

namespace ordalag {

// What a command takes as an argument, and HTTP as a parameter or a part of the path.
struct ArgumentRow {
  std::string_view name;  // "q"; "{id}" in a path
  std::string_view help;
  bool required = false;
};

struct Route {
  std::string_view path;  // "/v1/passages/{id}"
  std::string_view operation;
  std::string_view summary;
  std::span<const ArgumentRow> arguments;
  std::span<const OptionRow> options;
  std::span<const Format> formats;  // the default first
  std::string_view schema;          // of its JSON, in docs/schema
  Result<int> (*run)(const Call&);
  // What POST does with a body; null when only GET is taken.
  Result<int> (*post)(const Call&, const HttpRequest&) = nullptr;
  std::string_view post_schema = {};  // of the JSON of a POST that asks for several
};

std::span<const Route> routes();

// The route of a path with the values of its "{…}".
struct Routed {
  const Route* route = nullptr;
  std::vector<std::string> arguments;
};
// Nothing when there is no such address.
std::optional<Routed> find_route(const std::vector<std::string>& segments);

// "application/json", "text/csv; charset=utf-8", ...
std::string_view media_type(Format format);

// The options that HTTP takes of a command's: those that name files are for the command line.
std::vector<OptionRow> http_options(std::span<const OptionRow> rows);

}  // namespace ordalag
