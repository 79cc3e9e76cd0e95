// What a run did with every file: the report, as JSON and in words.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/document.hpp"
#include "core/base/error.hpp"

namespace ordalag {

// What became of a file. Names for JSON and for the summary: name(SourceState).
enum class SourceState {
  kIndexed,    // read; some of its records may have failed (see errors)
  kUnchanged,  // skipped, for it is in the index as it is
  kFailed,     // nothing of it could be read
  kSkipped,    // no document: a picture, configuration
  kRemoved,    // gone, and its documents with it
  kMissing,    // gone, but its documents are kept
  kKept,       // of another run's sources; in the index from before
};
std::string_view name(SourceState state);

struct SourceReport {
  std::string file;
  SourceState state = SourceState::kIndexed;
  std::string format;
  std::uint32_t documents = 0;
  std::uint32_t passages = 0;
  std::vector<LeftOut> left_out;  // by reason; with places only when the file is one document
  std::vector<Error> errors;      // with "file:line" for records
  std::string reason;             // of kSkipped
};

struct RunReport {
  std::string started_at;
  double seconds = 0;
  std::vector<SourceReport> sources;  // sorted by file
  std::vector<std::string> warnings;
  // The guards of the processes that read PDF, Word and web files; empty without such files.
  std::vector<std::string> guards;

  // The sources of this run in a state.
  std::uint32_t count(SourceState state) const;
  // True when something of a source that this run speaks for could not be read.
  bool has_failures() const;
};

// Adds what was left out of one document to a file's report.
void add_left_out(const Document& document, SourceReport& report);

std::string to_json(const RunReport& report);
// Reads what to_json wrote; an empty report from anything else.
RunReport report_from_json(const std::string& json);

struct SummaryOptions {
  bool every_file = false;
};
// Lines for a terminal, at most 80 columns wide where file names allow.
std::string summary(const RunReport& report, const SummaryOptions& options);

}  // namespace ordalag
