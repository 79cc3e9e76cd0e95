#include "indexer/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace ordalag {

Progress::Progress(ProgressStyle style, std::uint64_t total_bytes)
    : total_(std::max<std::uint64_t>(total_bytes, 1)) {
  drawing_ = style == ProgressStyle::kPlain                             ? Drawing::kLines
             : style == ProgressStyle::kAuto && ::isatty(STDERR_FILENO) ? Drawing::kBar
                                                                        : Drawing::kNothing;
}

Progress::~Progress() {
  if (drawing_ == Drawing::kBar) std::fputs("\r\x1b[K", stderr);
}

std::string Progress::line(std::uint64_t files, std::uint64_t bytes) const {
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  char text[96];
  std::snprintf(text, sizeof text, "%llu files, %.1f of %.1f MB, %.1f MB/s",
                static_cast<unsigned long long>(files), megabytes,
                static_cast<double>(total_) / 1e6, megabytes / std::max(seconds, 0.001));
  return text;
}

void Progress::show(std::uint64_t files, std::uint64_t bytes) {
  const auto now = Clock::now();
  if (drawing_ == Drawing::kNothing || now < next_) return;
  using std::chrono::milliseconds;
  next_ = now + (drawing_ == Drawing::kBar ? milliseconds(100) : milliseconds(5000));
  if (drawing_ == Drawing::kLines) {
    std::fprintf(stderr, "%s\n", line(files, bytes).c_str());
    return;
  }
  constexpr std::uint64_t kWidth = 30;
  const auto filled = static_cast<std::size_t>(kWidth * std::min(bytes, total_) / total_);
  const std::string bar = std::string(filled, '#') + std::string(kWidth - filled, '.');
  std::fprintf(stderr, "\r\x1b[K[%s] %s", bar.c_str(), line(files, bytes).c_str());
}

void Progress::step(const std::string& what) {
  if (drawing_ == Drawing::kLines) std::fprintf(stderr, "%s\n", what.c_str());
  if (drawing_ == Drawing::kBar) std::fprintf(stderr, "\r\x1b[K%s", what.c_str());
}

}  // namespace ordalag
