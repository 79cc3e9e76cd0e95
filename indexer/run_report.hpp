// From what a run did to what it reports of every source.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "core/store/index_writer.hpp"
#include "indexer/configuration.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/report.hpp"
#include "indexer/source_list.hpp"

namespace ordalag {

// Everything outlives the call.
struct RunOutcome {
  const SourceList& list;
  const Configuration& configuration;
  const std::map<std::string, IndexedSource>& indexed;  // in the index before the run, by file
  const RunReport& before;                              // of earlier runs
  const std::deque<SourceWork>& works;                  // the sources that were read
  const std::vector<SourceReport>& done;                // those that were not, and why
};

// Hint for a source that cannot be read now, but is in the index.
inline constexpr const char* kStayHint = "its documents stay in the index as they were";

// Adds the sources, sorted by file, the guards of the reading processes, and warnings of
// corrections that met nothing. Sources that this run does not speak for are reported as earlier
// runs left them.
void add_outcome(const RunOutcome& outcome, RunReport& report);

}  // namespace ordalag
