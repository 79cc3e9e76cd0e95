// SHA-256 of bytes and files, as lower-case hex.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace ordalag {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(std::string_view bytes);
  // The hash of all that was added; nothing may be added afterwards.
  std::string hex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

std::string sha256(std::string_view bytes);

}  // namespace ordalag
