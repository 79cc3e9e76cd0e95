// Open listening sockets.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "searcher/http/listen_address.hpp"

namespace ordalag {

// A socket that listens. Closes it, and removes the file of a Unix socket that it made.
class Listener {
 public:
  Listener(int fd, std::string name, std::string file)
      : fd_(fd), name_(std::move(name)), file_(std::move(file)) {}
  ~Listener();
  Listener(Listener&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)),
        name_(std::move(other.name_)),
        file_(std::exchange(other.file_, {})) {}
  Listener& operator=(Listener&&) = delete;

  // Hands the descriptor over; the file is still removed by this object.
  int release() { return std::exchange(fd_, -1); }
  int fd() const { return fd_; }
  const std::string& name() const { return name_; }  // "http://127.0.0.1:8340"

 private:
  int fd_;
  std::string name_;
  std::string file_;
};

// The sockets of an address: one, or as many as systemd hands over. A Unix socket's file that nobody
// listens on any more is replaced. Errors: kUnreadable with the address.
Result<std::vector<Listener>> open_listeners(const ListenAddress& address);

}  // namespace ordalag
