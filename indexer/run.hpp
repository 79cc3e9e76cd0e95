// One run of ordalag-index: from options to a published revision and a report.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/result.hpp"
#include "indexer/options.hpp"
#include "indexer/report.hpp"

namespace ordalag {

struct RunResult {
  RunReport report;
  std::optional<std::uint64_t> revision;  // empty after --dry-run
};

// Errors: kBadConfig, kIndexMismatch, kIndexCorrupt, kLocked, kUnreadable (the index folder).
// Failures of sources are no errors of the run; they are in the report.
Result<RunResult> run(const IndexerOptions& options);

// Gives `print` what each stage of reading makes of the sources, as text for people. Errors: those
// of reading and of the configuration.
Status explain(const IndexerOptions& options, const std::function<void(const std::string&)>& print);

}  // namespace ordalag
