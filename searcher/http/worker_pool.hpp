// A fixed number of threads behind a bounded queue.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ordalag {

// A job that will keep its worker long, or may, goes by the slow lane: one worker never takes it,
// so that quick ones do not wait for it. Where there is only one worker there is no difference.
enum class Lane { kQuick, kSlow };

class WorkerPool {
 public:
  // A job is told the number of the worker that runs it. It must not throw.
  using Job = std::function<void(std::size_t worker)>;

  WorkerPool(std::size_t workers, std::size_t most_waiting);
  // Finishes what waits, then joins the threads.
  ~WorkerPool();

  // In each lane jobs are begun in the order they come. False when as many wait as may.
  bool post(Job job, Lane lane = Lane::kQuick);
  std::size_t waiting() const;

 private:
  struct Waiting {
    Job job;
    Lane lane;
  };
  void work(std::size_t worker);
  // The first one that may be begun. With mutex_ held.
  std::deque<Waiting>::iterator next();

  const std::size_t most_waiting_;
  const std::size_t most_slow_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Waiting> jobs_;
  std::size_t slow_ = 0;  // workers with a slow job
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace ordalag
