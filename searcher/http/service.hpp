// What the server asks of the application behind it.
#pragma once

#include <cstddef>
#include <optional>

#include "core/base/error.hpp"
#include "searcher/http/message.hpp"

namespace ordalag {

// What became of a request, for the log and the metrics.
struct Served {
  double seconds = 0;     // from its last byte to the first of the answer
  std::size_t bytes = 0;  // of the body as sent
};

class HttpService {
 public:
  virtual ~HttpService() = default;

  // On the I/O thread, so it must not block: an answer, or nothing when a worker is to give it.
  virtual std::optional<HttpResponse> answer_at_once(const HttpRequest& request) = 0;

  // On the thread of worker number `worker`. Does not throw.
  virtual HttpResponse answer(const HttpRequest& request, std::size_t worker) = 0;

  // On the I/O thread: the answer to what the server itself refuses.
  virtual HttpResponse refuse(const HttpRequest& request, const Error& error) = 0;

  // On the I/O thread, when an answer is about to be sent.
  virtual void note(const HttpRequest& request, const HttpResponse& response,
                    const Served& served) = 0;

  // On the I/O thread: a connection was opened (+1) or closed (-1); requests that wait.
  virtual void note_connections(int change) = 0;
  virtual void note_waiting(std::size_t requests) = 0;
};

}  // namespace ordalag
