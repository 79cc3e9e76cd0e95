// The time by which a reader must have answered.
#pragma once

#include <chrono>
#include <optional>

namespace ordalag {

class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  // What is thrown inside the store when the time is over; it never leaves the store.
  struct Passed {};

  void set(std::optional<Clock::time_point> end) { end_ = end; }
  bool passed() const { return end_ && Clock::now() >= *end_; }
  void check() const {
    if (passed()) throw Passed{};
  }

 private:
  std::optional<Clock::time_point> end_;
};

}  // namespace ordalag
