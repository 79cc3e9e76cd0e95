#include "searcher/serve/application.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "core/store/manifest.hpp"
#include "core/text/characters.hpp"
#include "searcher/http/url.hpp"
#include "searcher/page/page_routes.hpp"
#include "searcher/render/json_text.hpp"
#include "searcher/serve/api.hpp"
#include "searcher/serve/entity_tag.hpp"
#include "searcher/serve/openapi.hpp"
#include "searcher/serve/problem.hpp"
#include "searcher/serve/warm_up.hpp"

namespace ordalag {
namespace {

// The start waits no longer than this for indexes to be warm, however many workers there are.
constexpr std::chrono::milliseconds kWarmUp{500};

HttpResponse plain(std::string_view route, std::string body, std::string_view type) {
  HttpResponse response;
  response.route = route;
  response.body = std::move(body);
  response.content_type = type;
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

// In a time that does not tell how much of it is right.
bool same_token(std::string_view given, std::string_view token) {
  return given.size() == token.size() &&
         CRYPTO_memcmp(given.data(), token.data(), token.size()) == 0;
}

HttpResponse not_found(const HttpRequest& request) {
  HttpResponse response = problem(request, {ErrorCode::kNotFound,
                                            "there is no such address",
                                            "/openapi.json lists the addresses of the interface",
                                            {},
                                            {}});
  response.route = "unknown";
  return response;
}

constexpr std::string_view kReads = "GET, HEAD";

bool takes(std::string_view allowed, std::string_view method) {
  for (std::size_t at = 0; at < allowed.size();) {
    const std::size_t end = std::min(allowed.find(", ", at), allowed.size());
    if (allowed.substr(at, end - at) == method) return true;
    at = end + 2;
  }
  return false;
}

HttpResponse bad_method(const HttpRequest& request, std::string_view allowed) {
  constexpr std::size_t kLongest = 20;  // of the methods that there are, PROPPATCH has 9 letters
  HttpResponse response =
      problem(request, {ErrorCode::kBadMethod,
                        "this address does not take " + request.method.substr(0, kLongest),
                        "it takes " + std::string(allowed),
                        {},
                        {}});
  response.headers.emplace_back("Allow", allowed);
  return response;
}

}  // namespace

Application::Application(const ApplicationOptions& options, std::ostream& log)
    : options_(options),
      openapi_(to_text(openapi_json()) + "\n"),
      cache_(options.cache_bytes),
      metrics_(options.index),
      log_(log, options.access_log) {
  for (std::size_t i = 0; i < options_.workers; ++i)
    indexes_.push_back(std::make_unique<HeldIndex>(options_.index, options_.analyser));
  if (options_.requests_per_second > 0)
    limiter_ = std::make_unique<RateLimiter>(options_.requests_per_second);
}

Status Application::open() {
  const auto until = Deadline::Clock::now() + kWarmUp;
  for (const auto& index : indexes_) {
    ORDALAG_TRY(searcher, index->current());
    warm_up(*searcher, until);
  }
  return {};
}

HttpResponse Application::ready(const HttpRequest& request) const {
  const auto manifest = read_manifest(options_.index);
  if (!manifest) return problem(request, manifest.error());
  const Status fits = check_match(manifest->info, options_.analyser->fingerprint(), options_.index);
  if (!fits) return problem(request, fits.error());
  return plain(
      "/readyz",
      "{\"status\":\"ready\",\"revision\":" + std::to_string(manifest->info.revision) + "}\n",
      "application/json");
}

// What a monitor asks, whoever it is and however busy the server.
std::optional<HttpResponse> Application::answer_monitor(const HttpRequest& request) {
  const bool monitor = request.path == "/healthz" || request.path == "/readyz";
  if (monitor && !takes(kReads, request.method)) return bad_method(request, kReads);
  if (request.path == "/healthz")
    return plain("/healthz", "{\"status\":\"ok\"}\n", "application/json");
  if (request.path != "/readyz") return std::nullopt;
  HttpResponse response = ready(request);
  response.route = "/readyz";
  return response;
}

std::optional<HttpResponse> Application::refuse_client(const HttpRequest& request) {
  constexpr std::string_view kBearer = "bearer ";
  if (!options_.token.empty()) {
    const std::string_view given = request.authorization;
    // The name of a scheme may be written in any case (RFC 9110, 11.1).
    const bool bearer = lower_case(given.substr(0, kBearer.size())) == kBearer;
    if (!bearer || !same_token(given.substr(kBearer.size()), options_.token)) {
      HttpResponse response = problem(request, {ErrorCode::kUnauthorised,
                                                "a token is needed",
                                                "send the header Authorization: Bearer TOKEN",
                                                "Authorization",
                                                {}});
      response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"ordalag\"");
      return response;
    }
  }
  if (!limiter_) return std::nullopt;
  const auto seconds = limiter_->refuse(request.client, RateLimiter::Clock::now());
  if (!seconds) return std::nullopt;
  HttpResponse response = problem(request, {ErrorCode::kTooManyRequests,
                                            "too many requests from this address",
                                            "ask again in " + std::to_string(*seconds) + " s",
                                            {},
                                            {}});
  response.headers.emplace_back("Retry-After", std::to_string(*seconds));
  return response;
}

std::optional<HttpResponse> Application::answer_at_once(const HttpRequest& request) {
  if (auto answer = answer_monitor(request)) return answer;
  if (auto refusal = refuse_client(request)) return refusal;
  if (request.path == "/metrics" && !takes(kReads, request.method))
    return bad_method(request, kReads);
  if (request.path == "/metrics")
    return plain("/metrics", metrics_.text(), "text/plain; version=0.0.4; charset=utf-8");
  return std::nullopt;
}

HttpResponse Application::answer_with_page(const HttpRequest& request,
                                           const std::vector<std::string>& segments,
                                           HeldIndex& index) {
  const std::string_view methods = page_methods(segments);
  if (methods.empty()) return not_found(request);
  if (!takes(methods, request.method)) return bad_method(request, methods);
  auto searcher = index.current();
  if (!searcher) return problem(request, searcher.error());
  (*searcher)->set_deadline(Deadline::Clock::now() + options_.query);
  const IndexInfo& info = (*searcher)->reader().info();
  HttpResponse page = answer_page({request, options_.index, *searcher, {}, {}, segments, false});
  if (request.method == "POST" || page.status != 200) return page;
  std::string language;
  for (const auto& [name, value] : page.headers)
    if (name == "Content-Language") language = value;
  const std::string tag = entity_tag(info, "page" + language);
  page.headers.emplace_back("ETag", tag);
  if (matches_tag(request.if_none_match, tag)) {
    page.status = 304;
    page.body.clear();
  }
  return page;
}

HttpResponse Application::answer_with_index(const HttpRequest& request, HeldIndex& index) {
  const auto segments = path_segments(request.path);
  if (!segments)
    return problem(request, {ErrorCode::kBadRequest,
                             "the path is not understood",
                             "percent-encode what is no letter, digit, -, ., _ or ~",
                             {},
                             {}});
  const auto routed = find_route(*segments);
  if (!routed) return answer_with_page(request, *segments, index);
  const Route& route = *routed->route;
  const auto labelled = [&](HttpResponse response) {
    response.route = route.path;
    return response;
  };
  const std::string_view allowed = route.post != nullptr ? "GET, HEAD, POST" : kReads;
  if (!takes(allowed, request.method)) return labelled(bad_method(request, allowed));
  auto searcher = index.current();
  if (!searcher) return labelled(problem(request, searcher.error()));
  (*searcher)->set_deadline(Deadline::Clock::now() + options_.query);
  HttpResponse response =
      answer_api(request, *routed, {options_.index, std::move(*searcher), cache_});
  if (response.body.size() <= options_.response_bytes) return labelled(std::move(response));
  return labelled(problem(request, {ErrorCode::kTooLarge,
                                    "the answer is too large",
                                    "ask for less at once with limit and offset",
                                    {},
                                    {}}));
}

HttpResponse Application::answer(const HttpRequest& request, std::size_t worker) {
  try {
    auto file = request.path == "/openapi.json"
                    ? plain("/openapi.json", openapi_, "application/json")
                    : answer_asset(request);
    if (file && !takes(kReads, request.method)) return bad_method(request, kReads);
    if (file) return std::move(*file);
    return answer_with_index(request, *indexes_[worker]);
  } catch (const std::exception& error) {
    return problem(request, {ErrorCode::kInternal, error.what(), {}, {}, {}});
  }
}

HttpResponse Application::refuse(const HttpRequest& request, const Error& error) {
  HttpResponse response = problem(request, error);
  response.route = "refused";
  return response;
}

void Application::note(const HttpRequest& request, const HttpResponse& response,
                       const Served& served) {
  metrics_.note(response, served);
  log_.write(request, response, served);
}

}  // namespace ordalag
