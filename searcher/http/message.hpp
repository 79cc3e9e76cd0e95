// A request and a response as the application sees them: plain data, no sockets.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ordalag {

struct HttpRequest {
  std::string method;  // "GET"
  std::string path;    // as sent: percent-encoded, without the query
  std::string query;   // after "?", as sent
  std::string body;
  std::string host;
  std::string content_type, accept, accept_encoding, accept_language, if_none_match, authorization;
  std::string client;  // the peer's address; "unix" for a Unix socket
  std::string id;      // of this request, for the log: the client's own when it is harmless
};

struct HttpResponse {
  unsigned status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // beyond the usual ones
  std::string route;                                         // its label in the metrics
  bool kept = false;                                         // it was given before and kept
};

}  // namespace ordalag
