#include "searcher/serve/problem.hpp"

#include <array>
#include <boost/json/object.hpp>
#include <utility>

#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

constexpr std::array kReasons{
    std::pair{400U, "Bad Request"},
    std::pair{401U, "Unauthorized"},
    std::pair{404U, "Not Found"},
    std::pair{405U, "Method Not Allowed"},
    std::pair{413U, "Content Too Large"},
    std::pair{415U, "Unsupported Media Type"},
    std::pair{429U, "Too Many Requests"},
    std::pair{431U, "Request Header Fields Too Large"},
    std::pair{500U, "Internal Server Error"},
    std::pair{503U, "Service Unavailable"},
};

}  // namespace

std::string_view reason_phrase(unsigned status) {
  for (const auto& [number, phrase] : kReasons)
    if (number == status) return phrase;
  return {};
}

HttpResponse problem(const HttpRequest& request, Error error) {
  if (error.where.starts_with("--")) error.where.erase(0, 2);
  if (error.code == ErrorCode::kBadQuery && error.where.empty()) error.where = "q";
  const auto status = static_cast<unsigned>(info(error.code).http_status);
  boost::json::object body{
      {"type", "about:blank"},
      {"title", reason_phrase(status)},
      {"status", status},
      {"detail", error.message},
      {"instance", "urn:ordalag:request:" + request.id},
  };
  for (auto& [key, value] : error_json(error)) body.emplace(key, std::move(value));
  HttpResponse response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = to_text(body) + "\n";
  response.headers.emplace_back("Cache-Control", "no-store");
  if (status == 503) response.headers.emplace_back("Retry-After", "1");
  return response;
}

}  // namespace ordalag
