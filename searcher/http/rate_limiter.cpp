#include "searcher/http/rate_limiter.hpp"

#include <algorithm>
#include <cmath>

namespace ordalag {
namespace {

constexpr double kLeastBurst = 10;

// The first four groups of an IPv6 address, the whole of any other.
std::string subscriber(const std::string& client) {
  std::size_t end = 0;
  for (int group = 0; group < 4; ++group) {
    end = client.find(':', end);
    if (end == std::string::npos) return client;
    ++end;
  }
  return client.substr(0, end);
}

}  // namespace

RateLimiter::RateLimiter(double per_second)
    : per_second_(per_second), burst_(std::max(kLeastBurst, 2 * per_second)) {}

std::optional<unsigned> RateLimiter::refuse(const std::string& client, Clock::time_point now) {
  if (buckets_.size() >= kMostBuckets) forget_full_buckets(now);
  const auto [it, added] = buckets_.try_emplace(subscriber(client), Bucket{burst_, now});
  Bucket& bucket = it->second;
  const double seconds = std::chrono::duration<double>(now - bucket.filled).count();
  bucket.tokens = std::min(burst_, bucket.tokens + seconds * per_second_);
  bucket.filled = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  return static_cast<unsigned>(std::max(1.0, std::ceil((1 - bucket.tokens) / per_second_)));
}

void RateLimiter::forget_full_buckets(Clock::time_point now) {
  std::erase_if(buckets_, [&](const auto& entry) {
    const double seconds = std::chrono::duration<double>(now - entry.second.filled).count();
    return entry.second.tokens + seconds * per_second_ >= burst_;
  });
}

}  // namespace ordalag
