#include "searcher/serve/api.hpp"

#include <array>
#include <sstream>
#include <utility>

#include "searcher/http/url.hpp"
#include "searcher/serve/entity_tag.hpp"
#include "searcher/serve/problem.hpp"

namespace ordalag {
namespace {

constexpr std::array kLanguages{std::pair{std::string_view("sv"), Language::kSwedish},
                                std::pair{std::string_view("en"), Language::kEnglish}};

// The parameters of a request, taken apart.
struct Asked {
  Options options;
  Format format = Format::kJson;
  Language language = Language::kSwedish;
};

Result<Format> choose_format(const Route& route, const std::string& wanted,
                             const std::string& accept) {
  if (wanted.empty()) {
    for (const Format format : route.formats)
      if (format == Format::kCsv && accept.starts_with("text/csv")) return format;
    return route.formats.front();
  }
  std::string names;
  for (const Format format : route.formats) {
    if (name(format) == wanted) return format;
    names += (names.empty() ? "" : ", ") + std::string(name(format));
  }
  return fail(ErrorCode::kUsage, "this address answers in " + names + ", not in \"" + wanted + "\"",
              "format");
}

const ArgumentRow* find_argument(const Route& route, std::string_view name) {
  for (const ArgumentRow& row : route.arguments)
    if (row.name == name) return &row;
  return nullptr;
}

// The arguments in the order of the table: of the path first, then of the query.
Status add_arguments(const Routed& routed, const NamedValues& given, Asked& asked) {
  std::size_t in_path = 0;
  for (const ArgumentRow& row : routed.route->arguments) {
    if (in_path < routed.arguments.size()) {
      asked.options.add_argument(routed.arguments[in_path++]);
      continue;
    }
    const std::string* value = nullptr;
    for (const auto& [key, text] : given) {
      if (key != row.name) continue;
      if (value != nullptr)
        return fail(ErrorCode::kUsage, "the parameter is given twice", std::string(row.name));
      value = &text;
    }
    if (value != nullptr && !value->empty())
      asked.options.add_argument(*value);
    else if (row.required)
      return fail(ErrorCode::kUsage, "the parameter is missing: " + std::string(row.help),
                  std::string(row.name));
  }
  return {};
}

Result<Asked> read_parameters(const HttpRequest& request, const Routed& routed) {
  ORDALAG_TRY(parameters, parse_parameters(request.query));
  NamedValues options;
  NamedValues arguments;
  std::string format;
  std::string language = "sv";
  for (auto& [name, value] : parameters) {
    if (name == "format")
      format = value;
    else if (name == "lang" && !value.empty())
      language = value;
    else if (name == "lang")
      continue;
    else if (find_argument(*routed.route, name) != nullptr)
      arguments.emplace_back(name, std::move(value));
    else
      options.emplace_back(name, std::move(value));
  }
  Asked asked;
  ORDALAG_TRY(read, options_from(options, http_options(routed.route->options)));
  asked.options = std::move(read);
  if (request.method != "POST") ORDALAG_CHECK(add_arguments(routed, arguments, asked));
  ORDALAG_TRY(chosen, choose_format(*routed.route, format, request.accept));
  ORDALAG_TRY(spoken, choose(kLanguages, language, "lang"));
  asked.format = chosen;
  asked.language = spoken;
  return asked;
}

Result<std::string> run(const HttpRequest& request, const Routed& routed, const Asked& asked,
                        const ApiContext& context) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{in, out, err, false, 80};
  const Call call{asked.options, context.index,
                  asked.format,  TextOptions{console.width, Colour::kOff, asked.language},
                  console,       context.searcher};
  if (request.method == "POST")
    ORDALAG_CHECK(routed.route->post(call, request));
  else
    ORDALAG_CHECK(routed.route->run(call));
  return std::move(out).str();
}

Result<HttpResponse> respond(const HttpRequest& request, const Routed& routed,
                             const ApiContext& context) {
  ORDALAG_TRY(asked, read_parameters(request, routed));
  HttpResponse response;
  response.content_type = media_type(asked.format);
  std::string key;  // of an answer that may be kept; what it depends on is that of its tag
  if (request.method != "POST") {
    const std::string tag = entity_tag(context.searcher->reader().info(), name(asked.format));
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Cache-Control", "no-cache");
    response.headers.emplace_back("Vary", "Accept");
    if (matches_tag(request.if_none_match, tag)) {
      response.status = 304;
      response.content_type.clear();
      return response;
    }
    key = tag + " " + request.path + "?" + request.query;
    if (auto body = context.cache.find(key)) {
      response.body = std::move(*body);
      response.kept = true;
      return response;
    }
  } else {
    response.headers.emplace_back("Cache-Control", "no-store");
  }
  ORDALAG_TRY(body, run(request, routed, asked, context));
  response.body = std::move(body);
  if (!key.empty()) context.cache.keep(key, response.body);
  return response;
}

}  // namespace

HttpResponse answer_api(const HttpRequest& request, const Routed& routed,
                        const ApiContext& context) {
  auto response = respond(request, routed, context);
  return response ? std::move(*response) : problem(request, response.error());
}

}  // namespace ordalag
