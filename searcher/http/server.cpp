#include "searcher/http/server.hpp"

#include <sys/resource.h>
#include <systemd/sd-daemon.h>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <algorithm>
#include <csignal>
#include <list>
#include <memory>
#include <utility>

#include "searcher/http/listeners.hpp"
#include "searcher/http/session.hpp"
#include "searcher/http/worker_pool.hpp"

namespace ordalag {
namespace {

namespace net = boost::asio;
using Acceptor = net::basic_socket_acceptor<net::generic::stream_protocol>;

// As many descriptors as the connections need, if the system allows it.
void raise_descriptor_limit(std::size_t connections) {
  constexpr rlim_t kOthers = 200;  // the index's files, per worker about ten
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = static_cast<rlim_t>(connections) + kOthers;
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? wanted : std::min(wanted, limit.rlim_max);
  setrlimit(RLIMIT_NOFILE, &limit);
}

class Server {
 public:
  Server(const ServerOptions& options, HttpService& service)
      : options_(options),
        context_{options_.limits, service, pool_, 0, {}, false},
        pool_(options.workers, options.limits.queue) {}

  Status run() {
    ORDALAG_CHECK(listen());
    raise_descriptor_limit(options_.limits.connections);
    wait_for_signal();
    for (auto& acceptor : acceptors_) accept(*acceptor);
    std::vector<std::string> names;
    for (const Listener& listener : listeners_) names.push_back(listener.name());
    if (options_.ready) options_.ready(names);
    sd_notify(0, "READY=1");
    io_.run();
    return {};
  }

 private:
  Status listen() {
    for (const ListenAddress& address : options_.listen) {
      ORDALAG_TRY(opened, open_listeners(address));
      for (Listener& listener : opened) {
        sockaddr_storage bound{};
        socklen_t size = sizeof bound;
        getsockname(listener.fd(), reinterpret_cast<sockaddr*>(&bound), &size);
        auto acceptor = std::make_unique<Acceptor>(io_);
        acceptor->assign(net::generic::stream_protocol(bound.ss_family, 0), listener.release());
        acceptors_.push_back(std::move(acceptor));
        listeners_.push_back(std::move(listener));
      }
    }
    return {};
  }

  void accept(Acceptor& acceptor) {
    acceptor.async_accept([this, &acceptor](boost::system::error_code error, AnySocket socket) {
      if (error == net::error::operation_aborted || context_.stopping) return;
      if (error) return accept_later(acceptor);
      // A full house: whoever has been silent longest goes.
      if (context_.open >= options_.limits.connections && !context_.evictable.empty()) {
        Evictable* const oldest = context_.evictable.front();
        context_.evictable.splice(context_.evictable.end(), context_.evictable,
                                  context_.evictable.begin());
        oldest->evict();
      }
      if (context_.open <= options_.limits.connections) start_session(std::move(socket), context_);
      accept(acceptor);
    });
  }

  // Out of descriptors, most likely: trying at once would spin.
  void accept_later(Acceptor& acceptor) {
    const auto timer = std::make_shared<net::steady_timer>(io_, std::chrono::milliseconds(100));
    timer->async_wait([this, &acceptor, timer](boost::system::error_code) {
      if (!context_.stopping) accept(acceptor);
    });
  }

  void wait_for_signal() {
    signals_.async_wait([this](boost::system::error_code error, int) {
      if (error) return;
      context_.stopping ? io_.stop() : stop();
    });
  }

  void stop() {
    sd_notify(0, "STOPPING=1");
    context_.stopping = true;
    for (auto& acceptor : acceptors_) acceptor->close();
    for (Evictable* session : std::list<Evictable*>(context_.evictable)) session->evict();
    wait_for_signal();
    deadline_ = net::steady_timer::clock_type::now() + options_.limits.drain;
    watch_drain();
  }

  void watch_drain() {
    if (context_.open == 0 || net::steady_timer::clock_type::now() >= deadline_) return io_.stop();
    timer_.expires_after(std::chrono::milliseconds(20));
    timer_.async_wait([this](boost::system::error_code) { watch_drain(); });
  }

  const ServerOptions& options_;
  std::vector<Listener> listeners_;
  SessionContext context_;  // outlives io_, whose handlers hold the sessions
  net::io_context io_{1};
  std::vector<std::unique_ptr<Acceptor>> acceptors_;
  net::signal_set signals_{io_, SIGTERM, SIGINT};
  net::steady_timer timer_{io_};
  net::steady_timer::time_point deadline_;
  WorkerPool pool_;  // goes first: its last jobs still post to io_
};

}  // namespace

Status serve_http(const ServerOptions& options, HttpService& service) {
  std::signal(SIGPIPE, SIG_IGN);  // a client that goes away is no reason to die
  return Server(options, service).run();
}

}  // namespace ordalag
