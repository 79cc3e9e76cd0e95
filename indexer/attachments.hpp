// What a run leaves in the index besides its documents: for later runs, and for those who read it.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "indexer/configuration.hpp"
#include "indexer/configuration_files.hpp"
#include "indexer/report.hpp"

namespace ordalag {

// By name, as IndexWriter::publish takes them.
std::map<std::string, std::string> attachments(const RunReport& report,
                                               const Configuration& configuration);

// What the index says of earlier runs.
struct EarlierRuns {
  RunReport report;
  ConfigurationFiles configuration;  // local files that documents were read with, and still there
};

// Empty where there is no index, or none that can be read. Opens the index; reads no document.
EarlierRuns read_earlier_runs(const std::filesystem::path& index);

}  // namespace ordalag
