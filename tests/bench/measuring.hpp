// What the benchmarks share: an index to measure, and how times are taken.
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag::bench {

// Indexes one file into `index`, quietly.
Status make_index(const std::filesystem::path& file, const std::filesystem::path& index,
                  unsigned jobs);

// The time that this thread has had, which a busy machine lengthens less than the clock's.
double thread_milliseconds();

// The value below which `share` (0 to 1) of the values lie. `values` is not empty.
double percentile(std::vector<double> values, double share);

}  // namespace ordalag::bench
