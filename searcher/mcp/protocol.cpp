#include "searcher/mcp/protocol.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <chrono>
#include <exception>
#include <utility>

#include "searcher/mcp/tool.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 4> kSessionVersions{"2024-11-05", "2025-03-26", "2025-06-18",
                                                           "2025-11-25"};
constexpr std::string_view kStatelessVersion = "2026-07-28";
constexpr std::string_view kVersionKey = "io.modelcontextprotocol/protocolVersion";
constexpr std::string_view kCapabilitiesKey = "io.modelcontextprotocol/clientCapabilities";
constexpr std::string_view kServerKey = "io.modelcontextprotocol/serverInfo";
constexpr std::string_view kInstructions =
    "Swedish policy documents. Search in Swedish with search_passages; before you quote, prove the "
    "wording with check_quote; cite with the `cite` of a hit.";
constexpr std::chrono::seconds kToolTime{20};
constexpr int kListLifetime = 3'600'000;  // milliseconds: the tools change with the program alone

// JSON-RPC's own codes, and that of the protocol for a version it does not speak.
constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kNoMethod = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kUnsupportedVersion = -32022;

json::object server_info() {
  return {{"name", "ordalag"}, {"title", "Ordalag"}, {"version", ORDALAG_VERSION}};
}

json::object success(const json::value& id, json::object result) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
}

json::object failure(const json::value& id, int code, std::string_view message) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", message}}}};
}

json::object member(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_object() ? value->get_object() : json::object();
}

std::string text_member(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

json::array tool_list() {
  json::array list;
  for (const Tool& tool : tools()) list.push_back(tool_json(tool));
  return list;
}

json::object initialized(const json::object& params) {
  const std::string wanted = text_member(params, "protocolVersion");
  const bool known = std::ranges::find(kSessionVersions, wanted) != kSessionVersions.end();
  return {{"protocolVersion", known ? std::string_view(wanted) : kSessionVersions.back()},
          {"capabilities", {{"tools", json::object()}}},
          {"serverInfo", server_info()},
          {"instructions", kInstructions}};
}

}  // namespace

struct McpProtocol::Asked {
  json::value id;
  std::string method;
  json::object params;
  bool stateless = false;

  // A result in the manner of the era; `lasting`: the client may keep it.
  json::object finished(json::object result, bool lasting = false) const {
    if (!stateless) return success(id, std::move(result));
    result["resultType"] = "complete";
    result["_meta"] = json::object{{kServerKey, server_info()}};
    if (lasting) {
      result["ttlMs"] = kListLifetime;
      result["cacheScope"] = "public";
    }
    return success(id, std::move(result));
  }
};

json::object McpProtocol::call(const Asked& asked) {
  const std::string name = text_member(asked.params, "name");
  const auto tool = std::ranges::find_if(tools(), [&](const Tool& t) { return t.name == name; });
  if (tool == tools().end())
    return failure(asked.id, kInvalidParams, "there is no tool \"" + name + "\"");
  // A defect in one answer does not end the session.
  const auto run = [&]() -> Result<json::object> {
    try {
      ORDALAG_TRY(searcher, index_());
      searcher->set_deadline(Deadline::Clock::now() + kToolTime);
      return call_tool(*tool, member(asked.params, "arguments"), std::move(searcher));
    } catch (const std::exception& error) {
      return fail(ErrorCode::kInternal, error.what());
    }
  };
  const auto answer = run();
  const json::object content = answer ? *answer : error_json(answer.error());
  json::object result{{"content", json::array{{{"type", "text"}, {"text", to_text(content)}}}},
                      {"isError", !answer.has_value()}};
  // Clients hold structured content to the tool's schema, and an error is not what that describes.
  if (answer) result["structuredContent"] = content;
  return asked.finished(std::move(result));
}

json::object McpProtocol::dispatch(const Asked& asked) {
  if (asked.method == "tools/list") return asked.finished({{"tools", tool_list()}}, true);
  if (asked.method == "tools/call") return call(asked);
  if (asked.stateless && asked.method == "server/discover")
    return asked.finished({{"supportedVersions", json::array{kStatelessVersion}},
                           {"capabilities", {{"tools", json::object()}}},
                           {"instructions", kInstructions}},
                          true);
  if (!asked.stateless && asked.method == "initialize")
    return success(asked.id, initialized(asked.params));
  if (!asked.stateless && asked.method == "ping") return success(asked.id, {});
  return failure(asked.id, kNoMethod, "there is no method \"" + asked.method + "\"");
}

std::optional<std::string> McpProtocol::answer(std::string_view line) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return std::nullopt;
  if (line.size() > kLongestMessage)
    return to_text(failure(nullptr, kInvalidRequest, "the message is too long"));
  boost::system::error_code error;
  const json::value message = json::parse({line.data(), line.size()}, error);
  if (error) return to_text(failure(nullptr, kParseError, "this is no JSON: " + error.message()));
  if (!message.is_object())
    return to_text(failure(nullptr, kInvalidRequest, "a message is an object"));
  const json::object& object = message.get_object();
  const std::string method = text_member(object, "method");
  const json::value* id = object.if_contains("id");
  if (method.empty()) {
    if (object.contains("result") || object.contains("error")) return std::nullopt;
    return to_text(failure(id == nullptr ? json::value() : *id, kInvalidRequest,
                           "the message names no method"));
  }
  if (id == nullptr) return std::nullopt;
  if (!id->is_string() && !id->is_number())
    return to_text(failure(nullptr, kInvalidRequest, "the id is neither text nor number"));
  Asked asked{*id, method, member(object, "params"), false};
  const json::object meta = member(asked.params, "_meta");
  if (const std::string version = text_member(meta, kVersionKey); !version.empty()) {
    asked.stateless = true;
    if (version != kStatelessVersion) {
      json::object refused = failure(*id, kUnsupportedVersion, "unsupported protocol version");
      refused["error"].get_object()["data"] =
          json::object{{"supported", json::array{kStatelessVersion}}, {"requested", version}};
      return to_text(refused);
    }
    if (!meta.contains(kCapabilitiesKey))
      return to_text(failure(*id, kInvalidParams, "_meta names no client capabilities"));
  }
  return to_text(dispatch(asked));
}

}  // namespace ordalag
