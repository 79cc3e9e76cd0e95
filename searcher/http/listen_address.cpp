#include "searcher/http/listen_address.hpp"

#include <charconv>

namespace ordalag {

Result<ListenAddress> parse_listen_address(std::string_view text) {
  constexpr std::string_view kUnix = "unix:";
  if (text == "systemd") return ListenAddress{ListenAddress::Kind::kSystemd, {}, 0};
  if (text.starts_with(kUnix) && text.size() > kUnix.size())
    return ListenAddress{ListenAddress::Kind::kUnix, std::string(text.substr(kUnix.size())), 0};
  const auto refused = [&] {
    return fail(ErrorCode::kUsage, "\"" + std::string(text) + "\" is no address to listen on",
                "--listen", "write HOST:PORT, [IPV6]:PORT, unix:PATH or systemd");
  };
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return refused();
  std::string_view host = text.substr(0, colon);
  if (host.front() == '[' && host.back() == ']')
    host = host.substr(1, host.size() - 2);
  else if (host.find(':') != std::string_view::npos)
    return refused();
  ListenAddress address{ListenAddress::Kind::kTcp, std::string(host), 0};
  const std::string_view port = text.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (error != std::errc() || end != port.data() + port.size()) return refused();
  return address;
}

bool is_local(const ListenAddress& address) {
  if (address.kind != ListenAddress::Kind::kTcp) return true;
  return address.host == "localhost" || address.host == "::1" || address.host.starts_with("127.");
}

}  // namespace ordalag
