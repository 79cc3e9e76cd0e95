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

class WorkerPool {
 public:
  // A job is told the number of the worker that runs it. It must not throw.
  using Job = std::function<void(std::size_t worker)>;

  WorkerPool(std::size_t workers, std::size_t most_waiting);
  // Finishes what waits, then joins the threads.
  ~WorkerPool();

  // False when as many jobs wait as may.
  bool post(Job job);
  std::size_t waiting() const;

 private:
  void work(std::size_t worker);

  const std::size_t most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Job> jobs_;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace ordalag
