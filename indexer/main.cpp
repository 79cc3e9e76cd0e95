// ordalag-index: reads documents and writes them into an index.
#include <cstdio>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/store/files.hpp"
#include "indexer/options.hpp"
#include "indexer/run.hpp"

namespace {

using namespace ordalag;

int report_error(const Error& error) {
  std::fprintf(stderr, "ordalag-index: %s\n", describe(error).c_str());
  return info(error.code).exit_status;
}

int explain_sources(const IndexerOptions& options) {
  const auto print = [](const std::string& text) { std::fputs(text.c_str(), stdout); };
  const Status explained = explain(options, print);
  return explained ? 0 : report_error(explained.error());
}

int index(const IndexerOptions& options) {
  const auto result = run(options);
  if (!result) return report_error(result.error());
  const RunReport& report = result->report;
  if (options.verbosity != Verbosity::kQuiet || report.has_failures()) {
    const bool every_file = options.verbosity == Verbosity::kVerbose;
    std::fputs(summary(report, {every_file}).c_str(), stderr);
    if (result->revision)
      std::fprintf(stderr, "Revision %llu of %s\n",
                   static_cast<unsigned long long>(*result->revision), options.folder.c_str());
  }
  if (options.report)
    if (const auto written = write_file(*options.report, to_json(report)); !written)
      return report_error(written.error());
  return report.has_failures() ? info(ErrorCode::kSourceFailures).exit_status : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = parse_options({argv + 1, argv + argc});
  if (!options) return report_error(options.error());
  switch (options->task) {
    case Task::kHelp:
      std::fputs(help_text().c_str(), stdout);
      return 0;
    case Task::kVersion:
      std::puts("ordalag-index " ORDALAG_VERSION);
      return 0;
    case Task::kExplain:
      return explain_sources(*options);
    case Task::kIndex:
      break;
  }
  return index(*options);
}
