#include "searcher/http/worker_pool.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <mutex>
#include <vector>

namespace ordalag {
namespace {

constexpr std::chrono::seconds kLong{60};  // passes only when something hangs

// A job that ends when it is told to, and tells when it is begun.
struct Held {
  std::promise<void> begun;
  std::promise<void> end;
  WorkerPool::Job job() {
    return [this](std::size_t) {
      begun.set_value();
      end.get_future().wait();
    };
  }
  bool has_begun() { return begun.get_future().wait_for(kLong) == std::future_status::ready; }
};

TEST(WorkerPoolTest, KeepsOneWorkerForQuickJobs) {
  Held first;
  Held second;
  std::promise<void> quick;
  WorkerPool pool(2, 10);
  ASSERT_TRUE(pool.post(first.job(), Lane::kSlow));
  ASSERT_TRUE(first.has_begun());
  ASSERT_TRUE(pool.post(second.job(), Lane::kSlow));
  ASSERT_TRUE(pool.post([&](std::size_t) { quick.set_value(); }));
  EXPECT_EQ(quick.get_future().wait_for(kLong), std::future_status::ready);
  EXPECT_EQ(pool.waiting(), 1U);
  first.end.set_value();
  EXPECT_TRUE(second.has_begun());
  second.end.set_value();
}

TEST(WorkerPoolTest, RunsSlowJobsWithOneWorkerToo) {
  std::promise<void> done;
  WorkerPool pool(1, 10);
  ASSERT_TRUE(pool.post([&](std::size_t) { done.set_value(); }, Lane::kSlow));
  EXPECT_EQ(done.get_future().wait_for(kLong), std::future_status::ready);
}

TEST(WorkerPoolTest, BeginsTheJobsOfALaneInTheirOrder) {
  std::vector<int> order;  // by one worker alone
  {
    Held first;
    WorkerPool pool(1, 10);
    ASSERT_TRUE(pool.post(first.job()));
    for (int i = 0; i < 4; ++i)
      ASSERT_TRUE(pool.post([&order, i](std::size_t) { order.push_back(i); },
                            i % 2 == 0 ? Lane::kQuick : Lane::kSlow));
    first.end.set_value();
  }
  EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3}));
}

TEST(WorkerPoolTest, FinishesWhatWaitsAndRefusesWhatIsTooMuch) {
  int done = 0;
  std::mutex mutex;
  {
    Held first;
    WorkerPool pool(2, 3);
    ASSERT_TRUE(pool.post(first.job(), Lane::kSlow));
    ASSERT_TRUE(first.has_begun());
    const auto count = [&](std::size_t) {
      const std::lock_guard lock(mutex);
      ++done;
    };
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(pool.post(count, Lane::kSlow));
    EXPECT_FALSE(pool.post(count));
    first.end.set_value();
  }
  EXPECT_EQ(done, 3);
}

}  // namespace
}  // namespace ordalag
