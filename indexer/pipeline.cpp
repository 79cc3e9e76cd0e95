#include "indexer/pipeline.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <variant>

#include "core/store/part_writer.hpp"
#include "indexer/tag_stage.hpp"

namespace ordalag {
namespace {

// Units, and their bytes, that may be on their way at once: bounds the memory when one of them
// takes long, and when files are large. One unit is let in whatever its size.
constexpr std::uint64_t kWindow = 64;
constexpr std::uint64_t kWindowBytes = 64U << 20U;
// Errors of one file that are kept; the rest is counted.
constexpr std::size_t kMostErrors = 1000;

struct Unit {
  std::uint64_t number = 0;
  std::uint64_t bytes = 0;
  SourceWork* work = nullptr;
  std::variant<SourceFile, std::vector<Line>> content;
};

std::uint64_t bytes_of(const std::variant<SourceFile, std::vector<Line>>& content) {
  if (const auto* file = std::get_if<SourceFile>(&content)) return file->bytes.size();
  std::uint64_t bytes = 0;
  for (const Line& line : std::get<std::vector<Line>>(content)) bytes += line.text.size();
  return bytes;
}

struct Reading {
  std::uint32_t line = 0;  // of a JSONL file
  Result<Document> document;
  std::vector<std::size_t> missed;  // overrides for it that no passage answers to
};

struct Batch {
  std::uint32_t sequence = 0;
  std::vector<std::pair<SourceWork*, Document>> documents;
};

std::string place(const std::string& file, std::uint32_t line) {
  return line == 0 ? file : file + ":" + std::to_string(line);
}

}  // namespace

void IdRegister::add_kept(const IndexedSource& source) {
  for (const DocumentId& id : source.documents) owners_[id.value] = {source.file, 0, true};
}

void IdRegister::release(const IndexedSource& source) {
  for (const DocumentId& id : source.documents) {
    const auto it = owners_.find(id.value);
    if (it != owners_.end() && it->second.kept && it->second.file == source.file) owners_.erase(it);
  }
}

const IdRegister::Owner* IdRegister::claim(const DocumentId& id, Owner owner) {
  const auto [it, added] = owners_.emplace(id.value, std::move(owner));
  return added ? nullptr : &it->second;
}

struct Pipeline::Impl {
  Impl(const Options& given, const std::vector<IndexedSource>& in_index) : options(given) {
    for (const IndexedSource& source : in_index) {
      ids.add_kept(source);
      kept.emplace(source.file, source);
    }
    for (unsigned i = 0; i < options.jobs; ++i) workers.emplace_back([this] { work(); });
  }

  // --- the feeding side ---

  void push(SourceWork& source, std::variant<SourceFile, std::vector<Line>> content) {
    const std::uint64_t bytes = bytes_of(content);
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] {
      const bool room = pushed < passed + kWindow && bytes_on_way + bytes <= kWindowBytes;
      return room || pushed == passed || fatal;
    });
    if (fatal) return;
    bytes_on_way += bytes;
    queue.push_back({pushed++, bytes, &source, std::move(content)});
    lock.unlock();
    changed.notify_all();
  }

  // --- the workers ---

  void work() {
    WordCache words;
    TagStage tagging(*options.configuration, words);
    while (auto unit = next_unit()) {
      std::vector<Reading> readings = read(*unit);
      for (Reading& reading : readings)
        if (reading.document) reading.missed = tagging.run(*reading.document);
      for (Batch& batch : deliver(*unit, std::move(readings))) write(std::move(batch), words);
      changed.notify_all();
    }
  }

  std::optional<Unit> next_unit() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return !queue.empty() || closed; });
    if (queue.empty()) return std::nullopt;
    Unit unit = std::move(queue.front());
    queue.pop_front();
    return unit;
  }

  ReadContext context(const SourceWork& source) const {
    const Configuration& configuration = *options.configuration;
    ReadContext context;
    context.analyser = configuration.analyser.get();
    context.parties = &configuration.parties;
    context.municipalities = &configuration.municipalities;
    context.entry = source.facts;
    context.fallback_id = source.entry.fallback_id;
    return context;
  }

  std::vector<Reading> read(const Unit& unit) const {
    const ReadContext reading = context(*unit.work);
    std::vector<Reading> readings;
    if (const auto* file = std::get_if<SourceFile>(&unit.content)) {
      readings.push_back({0, read_document(*file, reading), {}});
      return readings;
    }
    const std::string& file = unit.work->entry.file;
    for (const Line& line : std::get<std::vector<Line>>(unit.content)) {
      if (line.too_long) {
        readings.push_back(
            {line.number,
             too_long_line(file, line.number, "is it one document a line?"),
             {}});
        continue;
      }
      if (line.text.find_first_not_of(" \t") == std::string::npos) continue;
      readings.push_back({line.number,
                          read_record({file, unit.work->sha256, line.number, line.text}, reading),
                          {}});
    }
    return readings;
  }

  // --- the gate ---

  std::vector<Batch> deliver(const Unit& unit, std::vector<Reading> readings) {
    std::vector<Batch> ready;
    const std::lock_guard guard(mutex);
    bytes_on_way -= unit.bytes;
    waiting.emplace(unit.number, std::pair(unit.work, std::move(readings)));
    for (auto it = waiting.begin(); it != waiting.end() && it->first == passed;
         it = waiting.erase(it), ++passed) {
      for (Reading& reading : it->second.second)
        let_in(*it->second.first, std::move(reading), ready);
    }
    return ready;
  }

  void let_in(SourceWork& source, Reading reading, std::vector<Batch>& ready) {
    if (!reading.document) {
      report_error(source, std::move(reading.document).error());
      return;
    }
    Document& document = *reading.document;
    if (!claim(source, document.facts.id, reading.line)) return;
    source.report.format = document.source.format;
    ++source.report.documents;
    source.report.passages += static_cast<std::uint32_t>(document.passages.size());
    add_left_out(document, source.report);
    source.documents.push_back(document.facts.id);
    source.missed_overrides.insert(source.missed_overrides.end(), reading.missed.begin(),
                                   reading.missed.end());
    open_passages += document.passages.size();
    open.documents.emplace_back(&source, std::move(document));
    if (open_passages >= kPartPassages) ready.push_back(close_batch());
  }

  bool claim(SourceWork& source, const DocumentId& id, std::uint32_t line) {
    const std::string& file = source.entry.file;
    const IdRegister::Owner* owner = ids.claim(id, {file, line, false});
    if (owner == nullptr) return true;
    const bool gives_way =
        owner->kept && owner->file > file && file != "-" && options.sources->covers(owner->file);
    if (gives_way) {
      displaced.insert(owner->file);
      forget(kept.at(owner->file));
      ids.replace(id, {file, line, false});
      return true;
    }
    source.refused_ids = true;
    report_error(
        source,
        {ErrorCode::kBadInput,
         "the id \"" + id.value + "\" is already that of " + place(owner->file, owner->line),
         "give one of them another id in the catalogue", place(file, line), std::nullopt});
    return false;
  }

  void forget(const IndexedSource& source) {
    ids.release(source);
    if (options.writer != nullptr) options.writer->remove_source(source.file);
  }

  static void report_error(SourceWork& source, Error error) {
    auto& errors = source.report.errors;
    if (errors.size() < kMostErrors) {
      errors.push_back(std::move(error));
      return;
    }
    if (errors.size() == kMostErrors)
      errors.push_back({ErrorCode::kBadInput, "", "", source.entry.file, std::nullopt});
    ++source.more_errors;
    errors.back().message = std::to_string(source.more_errors) + " more errors in this file";
  }

  Batch close_batch() {
    Batch batch = std::exchange(open, {});
    batch.sequence = next_sequence++;
    open_passages = 0;
    return batch;
  }

  // --- writing ---

  void write(Batch batch, WordCache& words) {
    if (options.writer == nullptr || batch.documents.empty()) return;
    auto part = options.writer->part(batch.sequence, words);
    if (!part) return stop(part.error());
    for (auto& [source, document] : batch.documents) {
      const Status added = (*part)->add(document);
      if (added) continue;
      if (added.error().code != ErrorCode::kBadInput) return stop(added.error());
      const std::lock_guard guard(mutex);
      report_error(*source, added.error());
      std::erase(source->documents, document.facts.id);
      --source->report.documents;
    }
  }

  void stop(const Error& error) {
    const std::lock_guard guard(mutex);
    if (!fatal) fatal = error;
  }

  void join() {
    {
      const std::lock_guard guard(mutex);
      closed = true;
    }
    changed.notify_all();
    for (std::thread& worker : workers) worker.join();
    workers.clear();
  }

  Options options;
  std::map<std::string, IndexedSource> kept;
  std::vector<std::thread> workers;

  std::mutex mutex;  // guards all below
  std::condition_variable changed;
  std::deque<Unit> queue;
  std::uint64_t pushed = 0;  // units so far
  std::uint64_t passed = 0;  // of them through the gate
  std::uint64_t bytes_on_way = 0;
  bool closed = false;
  std::optional<Error> fatal;
  std::map<std::uint64_t, std::pair<SourceWork*, std::vector<Reading>>> waiting;
  IdRegister ids;
  std::set<std::string> displaced;
  Batch open;
  std::size_t open_passages = 0;
  std::uint32_t next_sequence = 0;
};

Pipeline::Pipeline(const Options& options, const std::vector<IndexedSource>& kept)
    : impl_(std::make_unique<Impl>(options, kept)) {}

Pipeline::~Pipeline() { impl_->join(); }

void Pipeline::add(SourceWork& work, SourceFile file) { impl_->push(work, std::move(file)); }

void Pipeline::add(SourceWork& work, std::vector<Line> lines) {
  impl_->push(work, std::move(lines));
}

void Pipeline::forget(const IndexedSource& source) {
  const std::lock_guard guard(impl_->mutex);
  impl_->forget(source);
}

std::vector<std::string> Pipeline::displaced() {
  std::unique_lock lock(impl_->mutex);
  impl_->changed.wait(lock, [&] { return impl_->passed == impl_->pushed || impl_->fatal; });
  const std::set<std::string> files = std::exchange(impl_->displaced, {});
  return {files.begin(), files.end()};
}

Status Pipeline::finish() {
  impl_->join();
  WordCache words;
  impl_->write(impl_->close_batch(), words);
  if (impl_->fatal) return fail(*impl_->fatal);
  return {};
}

}  // namespace ordalag
