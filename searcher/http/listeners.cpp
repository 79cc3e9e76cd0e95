#include "searcher/http/listeners.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace ordalag {
namespace {

constexpr int kBacklog = 1024;

tl::unexpected<Error> refused(const std::string& what, const std::string& address) {
  return fail(ErrorCode::kUnreadable, what + ": " + std::strerror(errno), address,
              errno == EADDRINUSE ? "another program listens there: choose another with --listen"
                                  : "");
}

std::string name_of(int fd) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  auto* address = reinterpret_cast<sockaddr*>(&storage);
  if (getsockname(fd, address, &size) != 0) return "a socket";
  if (address->sa_family == AF_UNIX)
    return std::string("unix:") + reinterpret_cast<sockaddr_un*>(&storage)->sun_path;
  char host[NI_MAXHOST];
  char port[NI_MAXSERV];
  constexpr int kNumbers = NI_NUMERICHOST | NI_NUMERICSERV;
  if (getnameinfo(address, size, host, sizeof host, port, sizeof port, kNumbers) != 0)
    return "a socket";
  const bool v6 = address->sa_family == AF_INET6;
  return "http://" + (v6 ? "[" + std::string(host) + "]" : std::string(host)) + ":" + port;
}

Result<std::vector<Listener>> listen_unix(const ListenAddress& address) {
  sockaddr_un where{};
  where.sun_family = AF_UNIX;
  if (address.host.size() >= sizeof where.sun_path)
    return fail(ErrorCode::kUsage, "the path of the socket is too long", address.host);
  std::strncpy(where.sun_path, address.host.c_str(), sizeof where.sun_path - 1);
  const auto* generic = reinterpret_cast<const sockaddr*>(&where);
  Listener socket_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "unix:" + address.host, {});
  if (socket_.fd() < 0) return refused("no socket", address.host);
  // A file that refuses connections was left behind by a server that was killed.
  struct stat found {};
  if (lstat(where.sun_path, &found) == 0 && S_ISSOCK(found.st_mode) &&
      connect(socket_.fd(), generic, sizeof where) != 0 && errno == ECONNREFUSED)
    unlink(where.sun_path);
  if (bind(socket_.fd(), generic, sizeof where) != 0 || listen(socket_.fd(), kBacklog) != 0)
    return refused("cannot listen", address.host);
  std::vector<Listener> listeners;
  listeners.emplace_back(socket_.release(), "unix:" + address.host, address.host);
  return listeners;
}

Result<std::vector<Listener>> listen_tcp(const ListenAddress& address) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  addrinfo* list = nullptr;
  const std::string port = std::to_string(address.port);
  const int error = getaddrinfo(address.host.c_str(), port.c_str(), &hints, &list);
  if (error != 0)
    return fail(ErrorCode::kUsage, std::string("unknown host: ") + gai_strerror(error),
                address.host);
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(list, freeaddrinfo);
  constexpr int kOn = 1;
  Listener socket_(socket(list->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0), {}, {});
  if (socket_.fd() < 0) return refused("no socket", address.host);
  setsockopt(socket_.fd(), SOL_SOCKET, SO_REUSEADDR, &kOn, sizeof kOn);
  if (list->ai_family == AF_INET6)
    setsockopt(socket_.fd(), IPPROTO_IPV6, IPV6_V6ONLY, &kOn, sizeof kOn);
  if (bind(socket_.fd(), list->ai_addr, list->ai_addrlen) != 0 ||
      listen(socket_.fd(), kBacklog) != 0)
    return refused("cannot listen", address.host + ":" + port);
  const std::string name = name_of(socket_.fd());
  std::vector<Listener> listeners;
  listeners.emplace_back(socket_.release(), name, std::string());
  return listeners;
}

Result<std::vector<Listener>> take_from_systemd() {
  const int count = sd_listen_fds(1);
  if (count <= 0)
    return fail(ErrorCode::kUsage, "systemd has handed over no socket", "--listen",
                "start ordalag by its socket unit, or listen on HOST:PORT");
  std::vector<Listener> listeners;
  for (int i = 0; i < count; ++i) {
    const int fd = SD_LISTEN_FDS_START + i;
    listeners.emplace_back(fd, name_of(fd), std::string());
    if (sd_is_socket(fd, AF_UNSPEC, SOCK_STREAM, 1) <= 0)
      return fail(ErrorCode::kUsage, "descriptor " + std::to_string(fd) + " is no listening socket",
                  "--listen");
  }
  return listeners;
}

}  // namespace

Listener::~Listener() {
  if (fd_ >= 0) close(fd_);
  if (!file_.empty()) unlink(file_.c_str());
}

Result<std::vector<Listener>> open_listeners(const ListenAddress& address) {
  switch (address.kind) {
    case ListenAddress::Kind::kUnix:
      return listen_unix(address);
    case ListenAddress::Kind::kSystemd:
      return take_from_systemd();
    case ListenAddress::Kind::kTcp:
      break;
  }
  return listen_tcp(address);
}

}  // namespace ordalag
