// What a client may cost. Each bound is there so that no client can keep others from being served.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace ordalag {

struct ServerLimits {
  // 1,000 idle connections and as many again for who works.
  std::size_t connections = 2000;
  // A browser sends under 2 kB of headers; the longest query that is worth asking fits the rest.
  std::uint32_t header_bytes = 16 * 1024;
  // 1,000 quotations of a page each.
  std::uint64_t body_bytes = 4 * 1024 * 1024;
  // Requests that wait for a worker. At 2 ms a request the last one waits a quarter of a second.
  std::size_t queue = 128;
  // A request of more bytes, and one on a connection whose last answer took longer, goes by the
  // slow lane of the workers. A search takes milliseconds and its address 200 bytes.
  std::size_t slow_bytes = 4 * 1024;
  std::chrono::milliseconds slow{100};
  // Larger answers are refused: nobody reads them on a page, and `export` is for programs.
  std::size_t response_bytes = 32 * 1024 * 1024;
  std::chrono::seconds idle{60};    // between requests on one connection
  std::chrono::seconds header{10};  // from the first byte of a request to the end of its headers
  std::chrono::seconds body{20};    // from there to the end of its body
  std::chrono::seconds write{30};   // for a client to take the answer
  std::chrono::milliseconds query{5000};  // for a worker to make it
  std::chrono::seconds drain{10};         // from the signal to stop until connections are cut
};

}  // namespace ordalag
