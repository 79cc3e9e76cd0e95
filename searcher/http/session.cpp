#include "searcher/http/session.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>

#include <boost/asio/post.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "searcher/http/compression.hpp"
#include "searcher/http/header_rules.hpp"
#include "searcher/http/request_id.hpp"

namespace ordalag {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Clock = std::chrono::steady_clock;

std::string client_of(const AnySocket& socket) {
  boost::system::error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  if (error) return "unknown";
  const auto* address = static_cast<const sockaddr*>(endpoint.data());
  char text[INET6_ADDRSTRLEN] = "unknown";
  if (address->sa_family == AF_INET)
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text, sizeof text);
  else if (address->sa_family == AF_INET6)
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text,
              sizeof text);
  else
    return "unix";
  return text;
}

// What is read at once. No line of a request needs more: without a bound the extension of a chunk,
// which nobody reads, could take all memory.
constexpr std::size_t kMostBuffered = 128 * 1024;

class Session : public std::enable_shared_from_this<Session>, public Evictable {
 public:
  Session(AnySocket socket, SessionContext& context)
      : context_(context), client_(client_of(socket)), stream_(std::move(socket)) {
    ++context_.open;
    context_.service.note_connections(1);
  }
  ~Session() override {
    --context_.open;
    context_.service.note_connections(-1);
  }

  void start() { wait(); }
  void evict() override { stream_.close(); }

 private:
  using Parser = http::request_parser<http::string_body>;
  using Response = http::response<http::string_body>;

  // The time between requests is longer than that for a request's headers: so the first byte is
  // waited for by itself.
  void wait() {
    parser_.emplace();
    parser_->header_limit(context_.limits.header_bytes);
    parser_->body_limit(context_.limits.body_bytes);
    place_ = context_.evictable.insert(context_.evictable.end(), this);
    if (buffer_.size() > 0) return read_header();
    stream_.expires_after(context_.limits.idle);
    constexpr std::size_t kFirstRead = 4096;
    stream_.async_read_some(buffer_.prepare(kFirstRead),
                            [self = shared_from_this()](beast::error_code error, std::size_t size) {
                              if (error) return self->end_wait();
                              self->buffer_.commit(size);
                              self->read_header();
                            });
  }

  void end_wait() {
    if (place_) context_.evictable.erase(*place_);
    place_.reset();
  }

  void read_header() {
    stream_.expires_after(context_.limits.header);
    http::async_read_header(stream_, buffer_, *parser_,
                            [self = shared_from_this()](beast::error_code error, std::size_t) {
                              self->end_wait();
                              self->on_header(error);
                            });
  }

  void on_header(beast::error_code error) {
    if (error) return refuse_unread(error);
    if (auto fault = header_fault(parser_->get())) return refuse_header(*fault);
    stream_.expires_after(context_.limits.body);
    if (!beast::iequals(parser_->get()[http::field::expect], "100-continue")) return read_body();
    const auto go_on = std::make_shared<http::response<http::empty_body>>(http::status::continue_,
                                                                          parser_->get().version());
    http::async_write(stream_, *go_on,
                      [self = shared_from_this(), go_on](beast::error_code failed, std::size_t) {
                        if (!failed) self->read_body();
                      });
  }

  void read_body() {
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](beast::error_code error, std::size_t) {
                       if (error) return self->refuse_unread(error);
                       self->on_request();
                     });
  }

  // What is no request, or too large a one, gets an answer when there is anybody to take it; the
  // connection ends, for nobody knows where the next request would begin.
  void refuse_unread(beast::error_code error) {
    if (error.category() != make_error_code(http::error::header_limit).category() ||
        error == http::error::end_of_stream || error == http::error::partial_message)
      return close();
    keep_alive_ = false;
    take_request();
    Error what{ErrorCode::kBadRequest, "this is no HTTP request: " + error.message(), {}, {}, {}};
    unsigned status = 400;
    if (error == http::error::header_limit) {
      what = {ErrorCode::kTooLarge, "the headers are too long", "ask a shorter question", {}, {}};
      status = 431;
    } else if (error == http::error::body_limit) {
      what = {ErrorCode::kTooLarge, "the body is too large", "send it in parts", {}, {}};
      status = 413;
    }
    HttpResponse response = context_.service.refuse(request_, what);
    response.status = status;
    send(std::move(response));
  }

  // Its body stays unread, so the connection ends.
  void refuse_header(const Error& fault) {
    keep_alive_ = false;
    take_request();
    send(context_.service.refuse(request_, fault));
  }

  void take_request() {
    auto& from = parser_->get();
    request_ = {};
    request_.client = client_;
    request_.method = from.method_string();
    std::string target(from.target());
    // The absolute form, which a proxy may send: "GET http://host/path".
    if (const auto scheme = target.find("://"); !target.starts_with('/') && scheme != target.npos) {
      const auto path = target.find('/', scheme + 3);
      target = path == target.npos ? "/" : target.substr(path);
    }
    const auto question = std::min(target.find('?'), target.size());
    request_.path = target.substr(0, question);
    if (question < target.size()) request_.query = target.substr(question + 1);
    request_.host = from[http::field::host];
    request_.content_type = from[http::field::content_type];
    request_.accept = from[http::field::accept];
    request_.accept_encoding = from[http::field::accept_encoding];
    request_.accept_language = from[http::field::accept_language];
    request_.if_none_match = from[http::field::if_none_match];
    request_.authorization = from[http::field::authorization];
    request_.id = request_id(from["X-Request-Id"]);
    request_.body = std::move(from.body());
    version_ = from.version();
  }

  // What the connection asked before tells best what the next question will cost.
  Lane lane() const {
    const bool large = request_.query.size() + request_.body.size() > context_.limits.slow_bytes;
    return large || last_took_ > context_.limits.slow ? Lane::kSlow : Lane::kQuick;
  }

  void on_request() {
    keep_alive_ = parser_->get().keep_alive() && !context_.stopping;
    take_request();
    asked_ = Clock::now();
    stream_.expires_never();
    if (!request_.path.starts_with('/')) {
      keep_alive_ = false;
      return send(context_.service.refuse(
          request_, {ErrorCode::kBadRequest, "the target is no path", {}, {}, {}}));
    }
    if (auto response = context_.service.answer_at_once(request_))
      return send(std::move(*response));
    auto job = [self = shared_from_this()](std::size_t worker) mutable {
      const auto begun = Clock::now();
      HttpResponse response = self->context_.service.answer(self->request_, worker);
      compress(self->request_, response);
      self->last_took_ = Clock::now() - begun;
      const auto executor = self->stream_.get_executor();
      net::post(executor, [session = std::move(self), answer = std::move(response)]() mutable {
        session->context_.service.note_waiting(session->context_.pool.waiting());
        session->send(std::move(answer));
      });
    };
    const bool taken = context_.pool.post(std::move(job), lane());
    context_.service.note_waiting(context_.pool.waiting());
    if (taken) return;
    HttpResponse busy = context_.service.refuse(
        request_, {ErrorCode::kBusy, "too many requests are waiting", "ask again", {}, {}});
    busy.headers.emplace_back("Retry-After", "1");
    send(std::move(busy));
  }

  void send(HttpResponse response) {
    const double seconds =
        asked_ ? std::chrono::duration<double>(Clock::now() - *asked_).count() : 0;
    asked_.reset();
    context_.service.note(request_, response, {seconds, response.body.size()});
    if (context_.stopping) keep_alive_ = false;
    response_ = Response();
    response_.version(version_);
    response_.result(response.status);
    response_.keep_alive(keep_alive_);
    if (!response.content_type.empty())
      response_.set(http::field::content_type, response.content_type);
    response_.set(http::field::date, http_date());
    response_.set("X-Request-Id", request_.id);
    response_.set("X-Content-Type-Options", "nosniff");
    response_.set("Referrer-Policy", "no-referrer");
    for (const auto& [name, value] : response.headers) response_.insert(name, value);
    if (response.status != 204 && response.status != 304)
      response_.content_length(response.body.size());
    if (request_.method != "HEAD") response_.body() = std::move(response.body);
    stream_.expires_after(context_.limits.write);
    http::async_write(stream_, response_,
                      [self = shared_from_this()](beast::error_code error, std::size_t) {
                        if (error || !self->keep_alive_) return self->close();
                        self->wait();
                      });
  }

  // Says that no more is sent, then waits a moment for the client to close: cutting at once would
  // take the answer back from a client that is still sending.
  void close() {
    beast::error_code ignored;
    stream_.socket().shutdown(AnySocket::shutdown_send, ignored);
    buffer_.clear();
    stream_.expires_after(std::chrono::seconds(2));
    drain();
  }

  void drain() {
    constexpr std::size_t kMostDrained = 16 * 1024 * 1024;
    constexpr std::size_t kAtOnce = 64 * 1024;
    stream_.async_read_some(buffer_.prepare(kAtOnce), [self = shared_from_this()](
                                                          beast::error_code error, std::size_t n) {
      self->drained_ += n;
      if (!error && self->drained_ < kMostDrained) self->drain();
    });
  }

  SessionContext& context_;
  const std::string client_;
  beast::basic_stream<net::generic::stream_protocol> stream_;
  beast::flat_buffer buffer_{kMostBuffered};
  std::optional<Parser> parser_;
  std::optional<std::list<Evictable*>::iterator> place_;
  HttpRequest request_;
  Response response_;
  unsigned version_ = 11;
  bool keep_alive_ = true;
  std::optional<Clock::time_point> asked_;
  Clock::duration last_took_{};  // a worker, for the answer before
  std::size_t drained_ = 0;
};

}  // namespace

void start_session(AnySocket socket, SessionContext& context) {
  constexpr int kOn = 1;
  setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NODELAY, &kOn, sizeof kOn);  // TCP alone
  std::make_shared<Session>(std::move(socket), context)->start();
}

}  // namespace ordalag
