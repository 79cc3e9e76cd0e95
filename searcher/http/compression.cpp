#include "searcher/http/compression.hpp"

#include <zlib.h>

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <limits>
#include <string>

namespace ordalag {
namespace {

// Under a packet's length nothing is gained.
constexpr std::size_t kLeastBytes = 1200;
// On a loopback or a local net time counts more than bytes.
constexpr int kLevel = 2;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// "gzip;q=0" and "gzip; q=0.000" refuse.
bool refused(std::string_view parameters) {
  const std::size_t q = parameters.find("q=");
  if (q == std::string_view::npos) return false;
  return trimmed(parameters.substr(q + 2)).find_first_not_of("0.") == std::string_view::npos;
}

// Empty when zlib fails.
std::string gzipped(const std::string& text) {
  constexpr int kGzip = 15 + 16;  // the largest window, with a gzip header
  constexpr int kMemory = 8;      // zlib's own default
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&stream, Z_FINISH);
  out.resize(done == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    const std::size_t end = std::min(accept_encoding.find(','), accept_encoding.size());
    const std::string_view item = accept_encoding.substr(0, end);
    accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view coding = trimmed(item.substr(0, semicolon));
    const bool accepted = !refused(item.substr(semicolon));
    if (boost::beast::iequals(coding, "gzip") || boost::beast::iequals(coding, "x-gzip"))
      return accepted;
    if (coding == "*") any = accepted;
  }
  return any;
}

void compress(const HttpRequest& request, HttpResponse& response) {
  if (response.body.size() < kLeastBytes ||
      response.body.size() > std::numeric_limits<uInt>::max() ||
      response.content_type.starts_with("image/png"))
    return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!accepts_gzip(request.accept_encoding)) return;
  std::string small = gzipped(response.body);
  if (small.empty()) return;
  response.body = std::move(small);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace ordalag
