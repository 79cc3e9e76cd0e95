// How often each client may ask: a token bucket per address.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

namespace ordalag {

class RateLimiter {
 public:
  using Clock = std::chrono::steady_clock;

  // `per_second` requests a client in the long run; twice as many at once, and at least ten.
  explicit RateLimiter(double per_second);

  // Nothing when `client` may go on; else the seconds (at least 1) after which it may. An IPv6
  // client is its /64, since one subscriber has all of it.
  std::optional<unsigned> refuse(const std::string& client, Clock::time_point now);

 private:
  struct Bucket {
    double tokens = 0;
    Clock::time_point filled;
  };
  void forget_full_buckets(Clock::time_point now);

  static constexpr std::size_t kMostBuckets = 10'000;  // then those that are full are forgotten
  const double per_second_;
  const double burst_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace ordalag
