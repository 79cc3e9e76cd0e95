// What the server counts, for Prometheus.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "searcher/http/message.hpp"
#include "searcher/http/service.hpp"

namespace ordalag {

// Used on one thread.
class ServerMetrics {
 public:
  explicit ServerMetrics(std::filesystem::path index);
  ~ServerMetrics();

  void note(const HttpResponse& response, const Served& served);
  void note_connections(int change);
  void note_waiting(std::size_t requests);

  // The text format of Prometheus. Reads the index's manifest, for its age.
  std::string text();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
