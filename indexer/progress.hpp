// The progress of a run on standard error.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/options.hpp"

namespace ordalag {

class Progress {
 public:
  // kAuto: a bar on a terminal, else nothing. kPlain: a line every five seconds.
  Progress(ProgressStyle style, std::uint64_t total_bytes);
  ~Progress();  // takes the bar away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `files` files and `bytes` bytes of the total are read. Draws at most ten times a second. One
  // thread only.
  void show(std::uint64_t files, std::uint64_t bytes);
  // A step without a measure ("Publishing").
  void step(const std::string& what);

 private:
  enum class Drawing { kBar, kLines, kNothing };
  using Clock = std::chrono::steady_clock;
  std::string line(std::uint64_t files, std::uint64_t bytes) const;

  Drawing drawing_;
  std::uint64_t total_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_;
};

}  // namespace ordalag
