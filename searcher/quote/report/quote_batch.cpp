#include "searcher/quote/report/quote_batch.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "core/store/index_reader.hpp"
#include "searcher/answer/registries.hpp"
#include "searcher/quote/quote_checker.hpp"

namespace ordalag {
namespace {

// What a thread needs to answer.
struct Worker {
  std::unique_ptr<IndexReader> reader;
  Registries registries;
  std::unique_ptr<QuoteChecker> checker;
};

Result<std::unique_ptr<Worker>> make_worker(const BatchOptions& options) {
  auto worker = std::make_unique<Worker>();
  ORDALAG_TRY(reader, IndexReader::open(options.index, options.analyser->fingerprint()));
  worker->reader = std::move(reader);
  ORDALAG_TRY(registries, load_registries(*worker->reader));
  worker->registries = std::move(registries);
  worker->checker = std::make_unique<QuoteChecker>(*worker->reader, *options.analyser,
                                                   worker->registries.parties);
  return worker;
}

Result<QuoteReport> answer(Worker& worker, const QuoteRow& row, Language language) {
  if (!row.request) return fail(row.request.error());
  ORDALAG_TRY(found, worker.checker->check(*row.request));
  return make_report(std::move(found), *worker.reader, worker.registries, language);
}

// Drawn answers, waiting for their turn.
class Outbox {
 public:
  explicit Outbox(std::size_t rows) : drawn_(rows) {}

  void put(std::size_t row, std::string text) {
    const std::lock_guard lock(mutex_);
    drawn_[row] = std::move(text);
    ready_.notify_one();
  }
  std::string wait_for(std::size_t row) {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return drawn_[row].has_value(); });
    return std::exchange(drawn_[row], std::string()).value();
  }

 private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::vector<std::optional<std::string>> drawn_;
};

}  // namespace

Status run_batch(const std::vector<QuoteRow>& rows, const BatchOptions& options) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t wanted = options.threads == 0 ? cores : options.threads;
  const std::size_t count = std::max<std::size_t>(1, std::min(wanted, rows.size()));
  std::vector<std::unique_ptr<Worker>> workers;
  for (std::size_t i = 0; i < count; ++i) {
    ORDALAG_TRY(worker, make_worker(options));
    workers.push_back(std::move(worker));
  }
  Outbox outbox(rows.size());
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  for (const std::unique_ptr<Worker>& worker : workers) {
    threads.emplace_back([&, own = worker.get()] {
      for (std::size_t row = next++; row < rows.size(); row = next++) {
        outbox.put(row, options.draw(rows[row].id, answer(*own, rows[row], options.language)));
      }
    });
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    options.take(outbox.wait_for(row), row + 1);
  }
  return {};
}

}  // namespace ordalag
