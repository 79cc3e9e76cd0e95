// The HTTP server: sockets, signals, and the sessions between them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "searcher/http/limits.hpp"
#include "searcher/http/listen_address.hpp"
#include "searcher/http/service.hpp"

namespace ordalag {

struct ServerOptions {
  std::vector<ListenAddress> listen;
  std::size_t workers = 1;
  ServerLimits limits;
  // Called once all sockets listen, with their names ("http://127.0.0.1:8340").
  std::function<void(const std::vector<std::string>&)> ready;
};

// Serves on this thread until SIGTERM or SIGINT; then takes no new request, finishes those that are
// under way (at most limits.drain) and returns. A second signal cuts them. Tells systemd when it is
// ready and when it stops. Errors: those of open_listeners.
Status serve_http(const ServerOptions& options, HttpService& service);

}  // namespace ordalag
