#include "engine/core/parallel.h"

#include <omp.h>
#include <sched.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

namespace glassbox {
namespace {

constexpr auto kSpin = std::chrono::microseconds(60);

inline void relax() { __builtin_ia32_pause(); }

}  // namespace

/// What the team's threads see. `ticket` counts the jobs; its change tells the workers that a job lies in `call`,
/// `work` and `count`. Every worker answers every job by adding one to `finished`, so the next job cannot be laid out
/// while anybody still reads this one.
struct Team::Shared {
  struct alignas(64) Lane {
    std::atomic<int> next{0};  // next block of this thread's own part
    int end = 0;
  };
  alignas(64) std::atomic<unsigned> ticket{0};
  Call call = nullptr;
  const void* work = nullptr;
  bool closing = false;
  alignas(64) std::atomic<int> finished{0};
  alignas(64) std::atomic<int> asleep{0};
  std::vector<Lane> lanes;

  explicit Shared(int threads) : lanes(static_cast<std::size_t>(threads)) {}

  /// Own part first (its data is in this core's cache), then what others have left.
  void takeBlocks(int self) {
    const int threads = static_cast<int>(lanes.size());
    for (int k = 0; k < threads; ++k) {
      Lane& lane = lanes[static_cast<std::size_t>((self + k) % threads)];
      for (int i; (i = lane.next.fetch_add(1, std::memory_order_relaxed)) < lane.end;) call(work, i);
    }
  }

  void announce() {
    ticket.fetch_add(1, std::memory_order_seq_cst);
    if (asleep.load(std::memory_order_seq_cst) > 0) ticket.notify_all();
  }

  void waitForTicketAfter(unsigned seen) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; ticket.load(std::memory_order_acquire) == seen; ++i) {
      relax();
      if (i % 64 == 63 && std::chrono::steady_clock::now() - start > kSpin) {
        asleep.fetch_add(1, std::memory_order_seq_cst);
        ticket.wait(seen, std::memory_order_seq_cst);
        asleep.fetch_sub(1, std::memory_order_seq_cst);
        return;
      }
    }
  }

  void serve(int self) {
    for (unsigned seen = 0;; ++seen) {
      waitForTicketAfter(seen);
      if (closing) return;
      takeBlocks(self);
      finished.fetch_add(1, std::memory_order_release);
    }
  }
};

void Team::share(int count, Call call, const void* work) {
  Shared& s = *m_shared;
  s.call = call;
  s.work = work;
  s.finished.store(0, std::memory_order_relaxed);
  for (int t = 0; t < m_threads; ++t) {
    Shared::Lane& lane = s.lanes[static_cast<std::size_t>(t)];
    lane.next.store(static_cast<int>(static_cast<long long>(count) * t / m_threads), std::memory_order_relaxed);
    lane.end = static_cast<int>(static_cast<long long>(count) * (t + 1) / m_threads);
  }
  s.announce();
  s.takeBlocks(0);
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; s.finished.load(std::memory_order_acquire) != m_threads - 1; ++i) {
    relax();
    // With fewer processors than threads the one we wait for may need ours.
    if (i % 64 == 63 && std::chrono::steady_clock::now() - start > kSpin) std::this_thread::yield();
  }
}

void Team::run(int threads, const std::function<void(Team&)>& body) {
  if (threads <= 1) {
    Team alone;
    body(alone);
    return;
  }
  std::exception_ptr thrown;  // no exception may leave a parallel region
  std::unique_ptr<Shared> shared;
#pragma omp parallel num_threads(threads)
  {
#pragma omp single
    shared = std::make_unique<Shared>(omp_get_num_threads());  // OpenMP may give fewer than asked for
    const int self = omp_get_thread_num();
    if (self == 0) {
      Team team;
      team.m_threads = static_cast<int>(shared->lanes.size());
      team.m_shared = shared.get();
      try {
        body(team);
      } catch (...) {
        thrown = std::current_exception();
      }
      shared->closing = true;
      shared->announce();
    } else {
      shared->serve(self);
    }
  }
  if (thrown) std::rethrow_exception(thrown);
}

void parallelFor(int count, int threads, const std::function<void(int)>& work) {
  Team::run(std::min(threads, count), [&](Team& team) { team.blocks(count, work); });
}

int availableThreads() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return std::max(1, CPU_COUNT(&set));
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace glassbox
