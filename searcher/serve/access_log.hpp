// A line for each request.
#pragma once

#include <ostream>
#include <string_view>

#include "searcher/http/message.hpp"
#include "searcher/http/service.hpp"

namespace ordalag {

// What a newsroom searches for may be as delicate as what it writes: by default the log has the
// paths of requests without their queries.
enum class AccessLog { kOff, kPath, kFull };

class AccessLogger {
 public:
  // `out` outlives the logger.
  AccessLogger(std::ostream& out, AccessLog how) : out_(out), how_(how) {}

  // "2026-11-22T17:00:00Z 127.0.0.1 GET /v1/search 200 5123 0.0032 a1b2…": time, client, method,
  // path, status, bytes, seconds, request id.
  void write(const HttpRequest& request, const HttpResponse& response, const Served& served);

 private:
  std::ostream& out_;
  const AccessLog how_;
};

}  // namespace ordalag
