// Where the server listens, as the command line says it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace ordalag {

struct ListenAddress {
  enum class Kind { kTcp, kUnix, kSystemd };
  Kind kind = Kind::kTcp;
  std::string host;  // a name or an address; the path of a Unix socket
  std::uint16_t port = 0;  // 0: any that is free
};

// "127.0.0.1:8340", "localhost:8340", "[::1]:8340", "unix:/run/ordalag.sock", "systemd" (the sockets
// that systemd hands over). Errors: kUsage.
Result<ListenAddress> parse_listen_address(std::string_view text);

// True when only programs of this machine reach it.
bool is_local(const ListenAddress& address);

}  // namespace ordalag
