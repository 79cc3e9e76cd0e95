// The command line of ordalag-index, as plain data.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

enum class Task { kIndex, kExplain, kHelp, kVersion };
enum class Rebuild { kChanged, kFull };
enum class Missing { kRemove, kKeep };
enum class Writing { kPublish, kDryRun };
enum class ProgressStyle { kAuto, kPlain, kNone };
enum class Verbosity { kQuiet, kNormal, kVerbose };

struct IndexerOptions {
  Task task = Task::kIndex;
  std::filesystem::path folder;      // of the index
  std::vector<std::string> sources;  // as given; "-" is standard input
  std::optional<std::filesystem::path> catalogue;
  std::optional<std::filesystem::path> report;
  unsigned jobs = 1;           // worker threads, 1 to kMostJobs
  std::uint64_t max_size = 0;  // bytes of one file that is read whole
  Rebuild rebuild = Rebuild::kChanged;
  Missing missing = Missing::kRemove;
  Writing writing = Writing::kPublish;
  ProgressStyle progress = ProgressStyle::kAuto;
  Verbosity verbosity = Verbosity::kNormal;
};

inline constexpr unsigned kMostJobs = 64;
// Larger than any programme; a text of this size takes some five times as much memory to read.
inline constexpr std::uint64_t kDefaultMaxSize = 256ULL << 20;

// Errors: kUsage with the option in `where`. Options are never abbreviated.
Result<IndexerOptions> parse_options(const std::vector<std::string>& arguments);

// The text of --help, at most 80 columns wide.
std::string help_text();

// "64M" -> 67108864; K, M and G are powers of 1024. Errors: kUsage.
Result<std::uint64_t> parse_size(const std::string& text);

}  // namespace ordalag
