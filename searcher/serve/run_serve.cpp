#include "searcher/serve/run_serve.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <thread>
#include <utility>

#include "searcher/commands/open.hpp"
#include "searcher/http/server.hpp"
#include "searcher/serve/application.hpp"

namespace ordalag {
namespace {

constexpr std::array kServeOptions{
    OptionRow{"listen", Takes::kSeveral, "WHERE",
              "HOST:PORT, unix:PATH or systemd (127.0.0.1:8340)"},
    OptionRow{"workers", Takes::kOne, "N", "threads that answer (default: one a core)"},
    OptionRow{"query-timeout", Takes::kOne, "S", "seconds that an answer may take (default 5)"},
    OptionRow{"max-connections", Takes::kOne, "N", "open connections (default 2000)"},
    OptionRow{"queue", Takes::kOne, "N", "requests that wait for a worker (default 128)"},
    OptionRow{"cache", Takes::kOne, "MB", "answers kept to be given again (default 64; 0: none)"},
    OptionRow{"token-file", Takes::kOne, "FILE", "ask for the bearer token in the file"},
    OptionRow{"rate", Takes::kOne, "N", "requests a second of one client (default: any)"},
    OptionRow{"access-log", Takes::kOne, "WHAT", "path (default), full or off",
              "path full off"},
};

constexpr const char* kDefaultAddress = "127.0.0.1:8340";
constexpr std::uint32_t kMostWorkers = 256;
constexpr std::uint32_t kMostConnections = 1'000'000;
constexpr std::uint32_t kMostSeconds = 3600;
constexpr std::uint32_t kDefaultCache = 64;  // MB
constexpr std::uint32_t kMostCache = 1U << 20U;
constexpr std::size_t kShortestToken = 16;

constexpr std::array kAccessLogs{std::pair{std::string_view("off"), AccessLog::kOff},
                                 std::pair{std::string_view("path"), AccessLog::kPath},
                                 std::pair{std::string_view("full"), AccessLog::kFull}};

Result<std::string> read_token(const Options& options) {
  const auto file = options.text("token-file");
  if (!file) return std::string();
  std::ifstream in(*file);
  std::string token;
  if (!in || !(in >> token))
    return fail(ErrorCode::kUnreadable, "the file holds no token or cannot be read", *file);
  if (token.size() < kShortestToken)
    return fail(ErrorCode::kUsage,
                "the token is shorter than " + std::to_string(kShortestToken) + " characters",
                *file, "make one with: openssl rand -hex 32");
  return token;
}

Result<ServerOptions> server_options(const Options& options) {
  ServerOptions server;
  std::vector<std::string> addresses = options.texts("listen");
  if (addresses.empty()) addresses.emplace_back(kDefaultAddress);
  for (const std::string& text : addresses) {
    ORDALAG_TRY(address, parse_listen_address(text));
    server.listen.push_back(std::move(address));
  }
  const std::uint32_t cores = std::max(1U, std::thread::hardware_concurrency());
  ORDALAG_TRY(workers, options.number("workers", std::min(cores, kMostWorkers), 1, kMostWorkers));
  ORDALAG_TRY(connections, options.number("max-connections",
                                          static_cast<std::uint32_t>(server.limits.connections), 1,
                                          kMostConnections));
  ORDALAG_TRY(queue, options.number("queue", static_cast<std::uint32_t>(server.limits.queue), 1,
                                    kMostConnections));
  ORDALAG_TRY(seconds, options.number("query-timeout", 5, 1, kMostSeconds));
  server.workers = workers;
  server.limits.connections = connections;
  server.limits.queue = queue;
  server.limits.query = std::chrono::seconds(seconds);
  return server;
}

}  // namespace

std::span<const OptionRow> serve_options() { return kServeOptions; }

Result<int> run_serve(const Call& call) {
  if (!call.options.arguments().empty())
    return fail(ErrorCode::kUsage, "`serve` takes no argument", {},
                "say where to listen with --listen HOST:PORT");
  ORDALAG_TRY(server, server_options(call.options));
  ORDALAG_TRY(token, read_token(call.options));
  ORDALAG_TRY(rate, call.options.number("rate", 0, 1, kMostConnections));
  ORDALAG_TRY(cache, call.options.number("cache", kDefaultCache, 0, kMostCache));
  ORDALAG_TRY(
      log, choose(kAccessLogs, call.options.text("access-log").value_or("path"), "--access-log"));
  ORDALAG_TRY(analyser, open_analyser(call));
  std::ostream& err = call.console.err;
  Application application({call.index, std::move(analyser), server.workers, server.limits.query,
                           server.limits.response_bytes, token, static_cast<double>(rate), log,
                           std::size_t{cache} << 20U},
                          err);
  ORDALAG_CHECK(application.open());
  const bool exposed = !std::ranges::all_of(server.listen, is_local);
  if (exposed && token.empty())
    err << "ordalag: warning: anyone who reaches this address can read the whole index\n"
           "  protect it with --token-file, or listen on 127.0.0.1 behind a proxy\n";
  server.ready = [&](const std::vector<std::string>& names) {
    for (const std::string& name : names) err << "ordalag: listening on " << name << std::endl;
  };
  ORDALAG_CHECK(serve_http(server, application));
  err << "ordalag: stopped" << std::endl;
  return kFound;
}

}  // namespace ordalag
