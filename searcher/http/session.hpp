// One connection: reads a request, has it answered, sends the answer, and reads the next.
#pragma once

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <cstddef>
#include <list>
#include <memory>

#include "searcher/http/limits.hpp"
#include "searcher/http/service.hpp"
#include "searcher/http/worker_pool.hpp"

namespace ordalag {

// A connection between two requests, or before the end of one's headers: it may be cut.
class Evictable {
 public:
  virtual ~Evictable() = default;
  virtual void evict() = 0;
};

// What all sessions of a server share. Used on the I/O thread alone, but for the pool.
struct SessionContext {
  const ServerLimits& limits;
  HttpService& service;
  WorkerPool& pool;
  std::size_t open = 0;             // sessions
  std::list<Evictable*> evictable;  // the one that waited longest first
  bool stopping = false;            // no further request is read
};

using AnySocket = boost::asio::basic_stream_socket<boost::asio::generic::stream_protocol>;

// Serves the connection until it ends. The session owns itself; the context outlives it.
void start_session(AnySocket socket, SessionContext& context);

}  // namespace ordalag
