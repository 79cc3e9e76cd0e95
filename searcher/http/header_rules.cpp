#include "searcher/http/header_rules.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <string>
#include <string_view>

namespace ordalag {
namespace {

namespace beast = boost::beast;
using beast::http::field;
constexpr unsigned kHttp11 = 11;

Error fault(ErrorCode code, std::string message, std::string hint) {
  return {code, std::move(message), std::move(hint), {}, {}};
}

// The letters that a host with its port is written with (RFC 3986, 3.2.2).
bool is_host(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~!$&'()*+,;=:[]%").find(c) != std::string_view::npos;
  });
}

std::optional<Error> host_fault(const RequestHeader& header) {
  const auto hosts = header.count(field::host);
  if (hosts == 0 && header.version() >= kHttp11)
    return fault(ErrorCode::kBadRequest, "the request names no host", {});
  if (hosts > 1) return fault(ErrorCode::kBadRequest, "the request names several hosts", {});
  if (!is_host(header[field::host]))
    return fault(ErrorCode::kBadRequest, "the request names no host that can be", {});
  return std::nullopt;
}

}  // namespace

std::optional<Error> header_fault(const RequestHeader& header) {
  if (auto wrong = host_fault(header)) return wrong;
  const auto codings = header.count(field::transfer_encoding);
  const bool chunked =
      codings == 1 && beast::iequals(header[field::transfer_encoding], "chunked");
  if (codings > 0 && (!chunked || header.version() < kHttp11 || header.count(field::content_length) > 0))
    return fault(ErrorCode::kBadRequest, "the length of the body cannot be told",
                 "send Content-Length, or Transfer-Encoding: chunked and nothing else");
  const auto coding = header[field::content_encoding];
  if (!coding.empty() && !beast::iequals(coding, "identity"))
    return fault(ErrorCode::kUnsupported, "a compressed body is not read", "send it as it is");
  return std::nullopt;
}

}  // namespace ordalag
