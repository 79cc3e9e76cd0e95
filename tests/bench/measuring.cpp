#include "tests/bench/measuring.hpp"

#include <algorithm>
#include <ctime>

#include "indexer/run.hpp"

namespace ordalag::bench {

Status make_index(const std::filesystem::path& file, const std::filesystem::path& index,
                  unsigned jobs) {
  IndexerOptions options;
  options.folder = index;
  options.sources = {file.string()};
  options.jobs = jobs;
  options.max_size = kDefaultMaxSize;
  options.progress = ProgressStyle::kNone;
  const auto indexed = run(options);
  if (!indexed) return fail(indexed.error());
  return {};
}

double thread_milliseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double percentile(std::vector<double> values, double share) {
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(
                                          share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

}  // namespace ordalag::bench
