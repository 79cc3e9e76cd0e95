#include "indexer/run_report.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/extract/file_kind.hpp"
#include "indexer/extract/worker/extract_file.hpp"

namespace ordalag {
namespace {

// The report of a source that was read.
SourceReport report_of(const SourceWork& work) {
  SourceReport report = work.report;
  if (!work.documents.empty()) return report;
  report.state = SourceState::kFailed;
  if (report.errors.empty())
    report.errors.push_back(
        {ErrorCode::kBadInput, "the file holds no document", "", work.entry.file, std::nullopt});
  return report;
}

SourceReport report_of(const SkippedFile& skipped) {
  SourceReport report;
  report.file = skipped.file;
  report.state = SourceState::kSkipped;
  report.reason = skipped.reason;
  return report;
}

// Of a source that could not even be listed.
SourceReport report_of(const Error& error, const std::map<std::string, IndexedSource>& indexed) {
  SourceReport report;
  report.file = error.where;
  report.state = SourceState::kFailed;
  report.errors.push_back(error);
  const bool known = std::any_of(indexed.begin(), indexed.end(), [&](const auto& source) {
    return source.first.starts_with(error.where + "/");
  });
  if (known && report.errors.back().hint.empty()) report.errors.back().hint = kStayHint;
  return report;
}

// Sources that were named and are nowhere: neither on disk nor, as vanished ones, in the index.
std::vector<Error> never_there(const RunOutcome& run) {
  std::vector<Error> errors;
  for (const std::string& file : run.list.missing) {
    const bool was_indexed =
        std::any_of(run.done.begin(), run.done.end(), [&](const SourceReport& report) {
          return report.file == file || report.file.starts_with(file + "/");
        });
    if (!was_indexed)
      errors.push_back(
          {ErrorCode::kUnreadable, "there is no such file or folder", "", file, std::nullopt});
  }
  return errors;
}

void add_kept(const RunOutcome& run, std::vector<SourceReport>& sources) {
  std::set<std::string> reported;
  for (const SourceReport& report : sources) reported.insert(report.file);
  for (const SourceReport& before : run.before.sources) {
    const bool gone = before.state == SourceState::kRemoved;
    const bool ours = run.list.covers(before.file) && !run.list.is_hidden(before.file);
    if (gone || ours || reported.contains(before.file)) continue;
    sources.push_back(before);
    sources.back().state = SourceState::kKept;
  }
}

std::vector<SourceReport> all_sources(const RunOutcome& run) {
  std::vector<SourceReport> sources;
  for (const SourceWork& work : run.works) sources.push_back(report_of(work));
  sources.insert(sources.end(), run.done.begin(), run.done.end());
  for (const SkippedFile& skipped : run.list.skipped) sources.push_back(report_of(skipped));
  for (const Error& error : run.list.failures) sources.push_back(report_of(error, run.indexed));
  for (const Error& error : never_there(run)) sources.push_back(report_of(error, run.indexed));
  add_kept(run, sources);
  std::stable_sort(sources.begin(), sources.end(),
                   [](const auto& a, const auto& b) { return a.file < b.file; });
  return sources;
}

bool is_extracted(const std::string& format) {
  return extract::file_kind_from_name(format).has_value();
}

// Of this run's reading processes, else of those that read what is kept.
std::vector<std::string> guards(const RunOutcome& run, const std::vector<SourceReport>& sources) {
  if (std::any_of(run.works.begin(), run.works.end(),
                  [](const SourceWork& work) { return is_extracted(work.report.format); })) {
    auto active = extract::active_guards();
    return active ? *std::move(active) : std::vector<std::string>();
  }
  const bool kept_some =
      std::any_of(sources.begin(), sources.end(),
                  [](const SourceReport& source) { return is_extracted(source.format); });
  return kept_some ? run.before.guards : std::vector<std::string>();
}

// The documents that the index has after the run.
std::set<DocumentId> documents_after(const RunOutcome& run) {
  std::set<DocumentId> documents;
  std::set<std::string> replaced;
  for (const SourceWork& work : run.works) {
    replaced.insert(work.entry.file);
    documents.insert(work.documents.begin(), work.documents.end());
  }
  for (const SourceReport& report : run.done)
    if (report.state == SourceState::kRemoved) replaced.insert(report.file);
  for (const auto& [file, source] : run.indexed)
    if (!replaced.contains(file))
      documents.insert(source.documents.begin(), source.documents.end());
  return documents;
}

// Corrections that met nothing: of documents read now, and of documents that are not there.
void warn_of_overrides(const RunOutcome& run, std::vector<std::string>& warnings) {
  const auto warn = [&](const Override& entry, const std::string& what) {
    warnings.push_back(entry.where + ": the override meets " + what);
  };
  const auto& overrides = run.configuration.overrides.all();
  for (const SourceWork& work : run.works)
    for (const std::size_t number : work.missed_overrides)
      warn(overrides[number], "no passage of " + overrides[number].document.value);
  const std::set<DocumentId> documents = documents_after(run);
  for (const Override& entry : overrides)
    if (!documents.contains(entry.document))
      warn(entry, "no document: there is no \"" + entry.document.value + "\"");
}

}  // namespace

void add_outcome(const RunOutcome& outcome, RunReport& report) {
  report.sources = all_sources(outcome);
  report.guards = guards(outcome, report.sources);
  warn_of_overrides(outcome, report.warnings);
}

}  // namespace ordalag
