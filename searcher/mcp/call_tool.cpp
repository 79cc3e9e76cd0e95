#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

#include "searcher/mcp/size_budget.hpp"
#include "searcher/mcp/tool.hpp"
#include "searcher/render/json.hpp"
#include "searcher/serve/route.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 3> kNumbers{"limit", "offset", "context"};
constexpr std::size_t kShownFacets = 5;

bool is_number(std::string_view name) {
  return std::ranges::find(kNumbers, name) != kNumbers.end();
}

// The command's options that make sense here: a cursor takes the place of an offset.
std::vector<OptionRow> options_of(const Tool& tool) {
  std::vector<OptionRow> rows = http_options(tool.options);
  std::erase_if(rows, [](const OptionRow& row) { return long_name(row) == "offset"; });
  return rows;
}

json::object property(std::string_view type, std::string_view help) {
  return {{"type", type}, {"description", help}};
}

json::object option_property(const OptionRow& row) {
  if (row.takes == Takes::kNothing) return property("boolean", row.help);
  if (row.takes == Takes::kOne) {
    json::object one = property(is_number(long_name(row)) ? "integer" : "string", row.help);
    if (const auto values = values_of(row); !values.empty())
      one["enum"] = json::array(values.begin(), values.end());
    return one;
  }
  json::object list = property("array", row.help);
  list.emplace("items", json::object{{"type", "string"}});
  return list;
}

// A place to read on from: of one revision of the index.
std::string cursor_of(std::uint64_t revision, std::uint64_t offset) {
  return "r" + std::to_string(revision) + "-" + std::to_string(offset);
}

Result<std::uint32_t> offset_of(const std::string& cursor, std::uint64_t revision) {
  const std::string prefix = cursor_of(revision, 0).substr(0, cursor_of(revision, 0).size() - 1);
  std::uint32_t offset = 0;
  if (cursor.starts_with(prefix)) {
    const char* end = cursor.data() + cursor.size();
    const auto [rest, error] = std::from_chars(cursor.data() + prefix.size(), end, offset);
    if (error == std::errc() && rest == end) return offset;
  }
  return fail(ErrorCode::kUsage, "the cursor is of another state of the index", "cursor",
              "ask again without it");
}

// A value of an argument as options take it.
Status add_values(const std::string& name, const json::value& value, NamedValues& values) {
  if (value.is_null()) return {};
  if (const json::array* list = value.if_array()) {
    for (const json::value& item : *list) ORDALAG_CHECK(add_values(name, item, values));
    return {};
  }
  if (value.is_object()) return fail(ErrorCode::kUsage, "the argument is no text", name);
  values.emplace_back(name,
                      value.is_string() ? std::string(value.get_string()) : json::serialize(value));
  return {};
}

// A query may also be called what it is called over HTTP.
bool is_query(const Tool& tool, std::string_view name) {
  return tool.argument == "query" && name == "q";
}

// The arguments of a call, taken apart.
struct Asked {
  Options options;
  Language language = Language::kEnglish;
  std::size_t tokens = kDefaultTokens;
  std::uint32_t offset = 0;
};

Result<std::size_t> read_tokens(const json::value& value) {
  const auto* number = value.if_int64();
  if (number == nullptr || *number < static_cast<std::int64_t>(kLeastTokens) ||
      *number > static_cast<std::int64_t>(kMostTokens))
    return fail(ErrorCode::kUsage,
                "max_tokens is no number from " + std::to_string(kLeastTokens) + " to " +
                    std::to_string(kMostTokens),
                "max_tokens");
  return static_cast<std::size_t>(*number);
}

Result<Asked> read_arguments(const Tool& tool, const json::object& arguments,
                             std::uint64_t revision) {
  Asked asked;
  NamedValues values;
  std::optional<std::string> argument;
  for (const auto& [key, value] : arguments) {
    const std::string name(key);
    const json::string* text = value.if_string();
    if (name == "max_tokens") {
      ORDALAG_TRY(tokens, read_tokens(value));
      asked.tokens = tokens;
    } else if (name == "cursor" && tool.paging != Paging::kNone) {
      if (text == nullptr) return fail(ErrorCode::kUsage, "the cursor is no text", name);
      ORDALAG_TRY(offset, offset_of(std::string(*text), revision));
      asked.offset = offset;
    } else if (name == "lang") {
      if (text == nullptr || (*text != "sv" && *text != "en"))
        return fail(ErrorCode::kUsage, "lang is neither sv nor en", name);
      asked.language = *text == "sv" ? Language::kSwedish : Language::kEnglish;
    } else if (!tool.argument.empty() && (name == tool.argument || is_query(tool, name))) {
      if (text == nullptr) return fail(ErrorCode::kUsage, "the argument is no text", name);
      argument = std::string(*text);
    } else {
      ORDALAG_CHECK(add_values(name, value, values));
    }
  }
  if (tool.argument_required && (!argument || argument->empty()))
    return fail(ErrorCode::kUsage, "the argument is missing", std::string(tool.argument));
  ORDALAG_TRY(known, options_from(values, options_of(tool)));
  if (asked.offset > 0 && tool.paging == Paging::kOffset)
    values.emplace_back("offset", std::to_string(asked.offset));
  ORDALAG_TRY(options, options_from(values, http_options(tool.options)));
  asked.options = std::move(options);
  if (argument && !argument->empty()) asked.options.add_argument(std::move(*argument));
  return asked;
}

// Facets beyond the commonest values tell an assistant little.
void shorten_facets(json::object& answer) {
  json::value* facets = answer.if_contains("facets");
  if (facets == nullptr || !facets->is_object()) return;
  for (auto& [name, list] : facets->get_object())
    if (list.is_array() && list.get_array().size() > kShownFacets)
      list.get_array().resize(kShownFacets);
}

// How many items can be read in all.
std::uint64_t total_of(const Tool& tool, const json::object& answer) {
  if (tool.paging == Paging::kNone) return 0;
  if (tool.paging == Paging::kList) return count_items(answer, tool.lists.front().path);
  return answer.at("total").at("value").to_number<std::uint64_t>();
}

// An error as this door names things: arguments have no dashes, and the query its own name.
tl::unexpected<Error> renamed(Error error, const Tool& tool) {
  if (error.where.starts_with("--")) error.where.erase(0, 2);
  if (error.where == "q") error.where = tool.argument;
  return fail(std::move(error));
}

}  // namespace

json::object tool_json(const Tool& tool) {
  json::object properties;
  if (!tool.argument.empty())
    properties.emplace(tool.argument, property("string", tool.argument_help));
  for (const OptionRow& row : options_of(tool))
    properties.emplace(long_name(row), option_property(row));
  properties.emplace("lang", json::object{{"type", "string"},
                                          {"enum", {"sv", "en"}},
                                          {"description", "language of labels and citations"}});
  json::object tokens = property("integer", "about how long the answer may be (default 7000)");
  tokens.emplace("minimum", kLeastTokens);
  tokens.emplace("maximum", kMostTokens);
  properties.emplace("max_tokens", std::move(tokens));
  if (tool.paging != Paging::kNone)
    properties.emplace("cursor", property("string", "of the answer that this one goes on from"));
  json::array required;
  if (tool.argument_required) required.emplace_back(tool.argument);
  const json::object output{{"type", "object"},
                            {"properties",
                             {{"schema_version", {{"type", "integer"}}},
                              {"truncated", {{"type", "boolean"}}},
                              {"cursor", {{"type", json::array{"string", "null"}}}}}},
                            {"required", json::array{"schema_version", "truncated", "cursor"}}};
  return {{"name", tool.name},
          {"title", tool.title},
          {"description", tool.description},
          {"inputSchema",
           {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}}},
          {"outputSchema", output},
          {"annotations", {{"readOnlyHint", true}, {"openWorldHint", false}}}};
}

Result<json::object> call_tool(const Tool& tool, const json::object& arguments,
                               std::shared_ptr<Searcher> searcher) {
  const std::uint64_t revision = searcher->reader().info().revision;
  auto asked = read_arguments(tool, arguments, revision);
  if (!asked) return renamed(asked.error(), tool);
  std::istringstream in;
  std::ostringstream out;
  Console console{in, out, out, false, 80};
  const Call call{asked->options, {},
                  Format::kJson,  {console.width, Colour::kOff, asked->language},
                  console,        std::move(searcher)};
  if (const auto done = tool.run(call); !done) return renamed(done.error(), tool);
  json::object answer = json::parse(out.str()).as_object();
  shorten_facets(answer);
  const std::uint64_t total = total_of(tool, answer);
  std::vector<std::size_t> passed;
  if (tool.paging == Paging::kList)
    passed = pass_over(answer, tool.lists.front().path, asked->offset);
  // Room for the two members that follow.
  constexpr std::size_t kRest = 64;
  const bool cut = fit(answer, asked->tokens * kBytesPerToken - kRest, tool.lists, passed);
  json::value cursor = nullptr;
  if (tool.paging != Paging::kNone) {
    const std::size_t shown = count_items(answer, tool.lists.front().path);
    const std::uint64_t next = asked->offset + shown;
    if (shown > 0 && next < total) cursor = cursor_of(revision, next);
  }
  answer["truncated"] = cut;
  answer["cursor"] = std::move(cursor);
  return answer;
}

}  // namespace ordalag
