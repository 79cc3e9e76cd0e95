#include "indexer/run.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "core/store/index_folder.hpp"
#include "core/store/index_writer.hpp"
#include "indexer/attachments.hpp"
#include "indexer/configuration.hpp"
#include "indexer/file_hash.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/progress.hpp"
#include "indexer/run_report.hpp"
#include "indexer/source_list.hpp"
#include "indexer/spool.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;

// JSONL lines of one unit of work: some hundred kilobytes, so that two workers share a small file.
constexpr std::size_t kUnitBytes = 256 << 10;

class Run {
 public:
  explicit Run(const IndexerOptions& options) : options_(options) {}

  Result<RunResult> go() {
    const auto start = std::chrono::steady_clock::now();
    result_.report.started_at = utc_now();
    list_ = list_sources(options_.sources);
    before_ = read_earlier_runs(options_.folder);
    ORDALAG_CHECK(configure());
    ORDALAG_CHECK(open_index());
    ORDALAG_CHECK(read_sources());
    add_outcome({list_, configuration_, indexed_, before_.report, works_, done_}, result_.report);
    result_.report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    ORDALAG_CHECK(publish());
    return std::move(result_);
  }

 private:
  bool dry() const { return options_.writing == Writing::kDryRun; }

  // --- before anything is written ---

  Status configure() {
    ConfigurationFiles files = configuration_files(list_, options_.catalogue);
    files.add(before_.configuration);
    auto loaded = load_configuration(files);
    if (!loaded) return fail(loaded.error());
    configuration_ = std::move(*loaded);
    for (const std::string& warning : configuration_.analyser->warnings())
      result_.report.warnings.push_back(warning);
    return {};
  }

  Status open_index() {
    std::error_code ignored;
    if (dry() && !fs::exists(options_.folder / "ordalag.json", ignored)) return {};
    auto writer = IndexWriter::open({options_.folder, configuration_.analyser, false});
    const bool rebuild = !writer && options_.rebuild == Rebuild::kFull &&
                         (writer.error().code == ErrorCode::kIndexMismatch ||
                          writer.error().code == ErrorCode::kIndexCorrupt);
    if (rebuild) {
      writer = IndexWriter::open({options_.folder, configuration_.analyser, true});
      warn_of_dropped_sources();
    }
    if (!writer) return fail(writer.error());
    writer_ = std::move(*writer);
    for (IndexedSource& source : writer_->sources()) {
      std::string file = source.file;
      indexed_.emplace(std::move(file), std::move(source));
    }
    return {};
  }

  // An index of another analyser cannot keep documents of sources that are not read now.
  void warn_of_dropped_sources() {
    for (SourceReport& source : before_.report.sources) {
      if (source.documents == 0 || list_.covers(source.file)) continue;
      result_.report.warnings.push_back(
          "no longer in the index, since it was built anew: " + source.file + " (index it again)");
    }
    before_.report.sources.clear();
  }

  // --- reading ---

  Status read_sources() {
    Pipeline pipeline({&configuration_, dry() ? nullptr : writer_.get(), &list_, options_.jobs},
                      sources_in_index());
    pipeline_ = &pipeline;
    Progress progress(
        options_.verbosity == Verbosity::kQuiet ? ProgressStyle::kNone : options_.progress,
        total_size());
    progress_ = &progress;
    remove_vanished();
    for (const SourceEntry& entry : list_.files) {
      read_source(entry);
      ++files_read_;
    }
    for (const std::string& file : pipeline.displaced()) {
      const auto entry = std::find_if(list_.files.begin(), list_.files.end(),
                                      [&](const SourceEntry& e) { return e.file == file; });
      if (entry == list_.files.end() || !unchanged_.contains(file)) continue;
      indexed_.erase(file);
      std::erase_if(done_, [&](const SourceReport& report) { return report.file == file; });
      read_source(*entry);
    }
    const Status finished = pipeline.finish();
    pipeline_ = nullptr;
    for (auto& [work, error] : broken_streams_) work->report.errors.push_back(error);
    if (finished && !dry()) progress.step("Publishing");
    progress_ = nullptr;
    return finished;
  }

  std::vector<IndexedSource> sources_in_index() const {
    std::vector<IndexedSource> all;
    for (const auto& [file, source] : indexed_) all.push_back(source);
    return all;
  }

  std::uint64_t total_size() const {
    std::uint64_t total = 0;
    std::error_code error;
    for (const SourceEntry& entry : list_.files)
      if (const auto size = fs::file_size(entry.file, error); !error) total += size;
    return total;
  }

  void remove_vanished() {
    std::set<std::string> present;
    for (const SourceEntry& entry : list_.files) present.insert(entry.file);
    for (const auto& [file, source] : indexed_) {
      if (present.contains(file) || !list_.covers(file) || list_.is_hidden(file)) continue;
      SourceReport report;
      report.file = file;
      report.documents = static_cast<std::uint32_t>(source.documents.size());
      report.state = SourceState::kMissing;
      if (options_.missing == Missing::kRemove) {
        report.state = SourceState::kRemoved;
        pipeline_->forget(source);
      }
      done_.push_back(std::move(report));
    }
  }

  void read_source(const SourceEntry& entry) {
    if (entry.form == SourceForm::kJsonl)
      read_jsonl(entry);
    else
      read_file(entry);
    progress_->show(files_read_, bytes_read_);
  }

  // Puts what cannot be opened in the report; what the index has of it stays.
  void report_unreadable(const SourceEntry& entry, Error error) {
    const auto known = indexed_.find(entry.file);
    SourceReport report;
    report.file = entry.file;
    report.state = SourceState::kFailed;
    if (known != indexed_.end() && error.code == ErrorCode::kUnreadable) {
      error.hint = kStayHint;
      report.documents = static_cast<std::uint32_t>(known->second.documents.size());
    } else if (known != indexed_.end()) {
      pipeline_->forget(known->second);
    }
    report.errors.push_back(std::move(error));
    done_.push_back(std::move(report));
  }

  void read_file(const SourceEntry& entry) {
    std::error_code error;
    const std::uint64_t size = fs::file_size(entry.file, error);
    if (!error && size > options_.max_size) {
      report_unreadable(entry,
                        {ErrorCode::kTooLarge,
                         "the file has " + std::to_string(size) + " bytes, more than --max-size",
                         "raise --max-size, or divide the file", entry.file, std::nullopt});
      return;
    }
    auto bytes = read_whole(entry.file, options_.max_size);
    if (!bytes) return report_unreadable(entry, bytes.error());
    bytes_read_ += bytes->size();
    const std::string hash = sha256(*bytes);
    if (SourceWork* work = begin(entry, hash))
      pipeline_->add(*work, SourceFile{entry.file, hash, std::move(*bytes)});
  }

  void read_jsonl(const SourceEntry& entry) {
    auto spool = entry.file == "-" ? Spool::standard_input() : Spool::of_file(entry.file);
    if (!spool) return report_unreadable(entry, spool.error());
    SourceWork* work = begin(entry, spool->sha256());
    if (work == nullptr) {
      bytes_read_ += spool->size();
      return;
    }
    auto stream = open_unpacked(spool->path(), entry.file);
    if (!stream) return report_unreadable(entry, stream.error());
    LineReader lines(std::move(*stream));
    feed_lines(lines, *work);
  }

  void feed_lines(LineReader& lines, SourceWork& work) {
    std::vector<Line> unit;
    std::size_t unit_bytes = 0;
    const std::uint64_t before = bytes_read_;
    for (;;) {
      auto line = lines.next();
      if (!line) broken_streams_.emplace_back(&work, line.error());
      const bool end = !line || !*line;
      if (!end) {
        unit_bytes += (*line)->text.size();
        unit.push_back(std::move(**line));
      }
      if (end || unit_bytes >= kUnitBytes) {
        pipeline_->add(work, std::exchange(unit, {}));
        unit_bytes = 0;
        bytes_read_ = before + lines.consumed();
        progress_->show(files_read_, bytes_read_);
      }
      if (end) return;
    }
  }

  // The work for a source that must be read; nullptr when the index has it as it is.
  SourceWork* begin(const SourceEntry& entry, const std::string& hash) {
    const CatalogueEntry* facts =
        entry.file == "-" ? nullptr : configuration_.catalogue.find(entry.file, hash);
    const std::string settings = settings_hash(configuration_, facts);
    const auto known = indexed_.find(entry.file);
    if (known != indexed_.end()) {
      const bool same = known->second.sha256 == hash &&
                        known->second.settings ==
                            settings + overrides_hash(configuration_, known->second.documents);
      if (same && options_.rebuild == Rebuild::kChanged) {
        report_unchanged(known->second);
        return nullptr;
      }
      pipeline_->forget(known->second);
    }
    SourceWork& work = works_.emplace_back();
    work.entry = entry;
    work.sha256 = hash;
    work.settings = settings;
    work.facts = facts;
    work.report.file = entry.file;
    return &work;
  }

  // What an earlier run found wrong with it is still so.
  void report_unchanged(const IndexedSource& source) {
    unchanged_.insert(source.file);
    SourceReport report;
    report.file = source.file;
    for (const SourceReport& before : before_.report.sources)
      if (before.file == source.file) report = before;
    report.state = SourceState::kUnchanged;
    report.documents = static_cast<std::uint32_t>(source.documents.size());
    done_.push_back(std::move(report));
  }

  Status publish() {
    if (dry()) return {};
    for (SourceWork& work : works_) {
      if (work.documents.empty()) continue;
      std::string settings = work.settings + overrides_hash(configuration_, work.documents);
      // A refused id may be free next time, and a correction without a passage is to be named each
      // time: such a source never counts as unchanged.
      if (work.refused_ids || !work.missed_overrides.empty()) settings += "!";
      writer_->put_source({work.entry.file, work.sha256, std::move(settings), work.documents});
    }
    ORDALAG_TRY(revision, writer_->publish(attachments(result_.report, configuration_)));
    result_.revision = revision;
    return {};
  }

  const IndexerOptions& options_;
  RunResult result_;
  SourceList list_;
  EarlierRuns before_;
  Configuration configuration_;
  std::unique_ptr<IndexWriter> writer_;
  std::map<std::string, IndexedSource> indexed_;
  Pipeline* pipeline_ = nullptr;
  Progress* progress_ = nullptr;
  std::deque<SourceWork> works_;
  std::vector<std::pair<SourceWork*, Error>> broken_streams_;
  std::vector<SourceReport> done_;
  std::set<std::string> unchanged_;
  std::uint64_t files_read_ = 0;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace

Result<RunResult> run(const IndexerOptions& options) { return Run(options).go(); }

}  // namespace ordalag
