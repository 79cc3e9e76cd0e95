#include "searcher/http/worker_pool.hpp"

#include <algorithm>
#include <utility>

namespace ordalag {

WorkerPool::WorkerPool(std::size_t workers, std::size_t most_waiting)
    : most_waiting_(most_waiting), most_slow_(std::max<std::size_t>(workers, 2) - 1) {
  for (std::size_t i = 0; i < workers; ++i) threads_.emplace_back([this, i] { work(i); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  ready_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::post(Job job, Lane lane) {
  {
    const std::lock_guard lock(mutex_);
    if (jobs_.size() >= most_waiting_) return false;
    jobs_.push_back({std::move(job), lane});
  }
  ready_.notify_one();
  return true;
}

std::size_t WorkerPool::waiting() const {
  const std::lock_guard lock(mutex_);
  return jobs_.size();
}

std::deque<WorkerPool::Waiting>::iterator WorkerPool::next() {
  return std::find_if(jobs_.begin(), jobs_.end(), [this](const Waiting& waiting) {
    return waiting.lane == Lane::kQuick || slow_ < most_slow_;
  });
}

void WorkerPool::work(std::size_t worker) {
  std::unique_lock lock(mutex_);
  for (;;) {
    ready_.wait(lock, [this] { return (closing_ && jobs_.empty()) || next() != jobs_.end(); });
    if (jobs_.empty()) return;
    const auto begun = next();
    const Waiting taken = std::move(*begun);
    jobs_.erase(begun);
    const bool slow = taken.lane == Lane::kSlow;
    if (slow) ++slow_;
    lock.unlock();
    taken.job(worker);
    lock.lock();
    if (!slow) continue;
    --slow_;
    ready_.notify_one();  // to begin the next slow one, if all others wait
  }
}

}  // namespace ordalag
