// Several networks on one clock: none begins step n + 1 before all have done step n.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "engine/train/trainer.h"

namespace glassbox {

/// Owner: the thread that made it. Its own thread gives the trainers their steps; each trains on its worker as it does alone, so
/// that its curve and weights have the bits they have alone. Commands return at once.
///
/// A network that joins later first comes up to the others, without regard to the pace. One that has ended, by its own stop rule or
/// because a number was not finite, stays where it is; the others go on.
class Lockstep {
 public:
  Lockstep();
  ~Lockstep();

  /// A trainer at rest; it must not be commanded by others from now on. What it sends (points, evals, snapshots, status) may be
  /// read at any time.
  void add(std::shared_ptr<Trainer> trainer);
  /// It leaves after the step that is under way. The last owner of the trainer destroys it.
  void remove(const Trainer* trainer);

  void run();                           ///< until paused or all have ended
  void runSteps(std::int64_t steps);    ///< of the clock, then pause
  void pause();
  void setPace(double stepsPerSecond);  ///< 0: no limit; only waits between steps
  /// All go back to the state in which they were added.
  void reset();

  /// The step that all networks which have not ended have done; when all have ended, the last one any has done.
  std::int64_t step() const { return m_step.load(std::memory_order_relaxed); }
  /// It steps, or will in a moment.
  bool running() const;
  void waitUntilIdle();

 private:
  struct Member {
    std::shared_ptr<Trainer> trainer;
    std::shared_ptr<const RunState> initial;
  };

  void work(const std::stop_token& stop);
  bool mayStep(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
  static void goBack(const std::vector<Member>& members);
  void countSteps(const std::vector<Member>& members);

  mutable std::mutex m_mutex;             // guards what stands below it
  std::condition_variable_any m_wake, m_idle;
  std::vector<Member> m_members;
  std::int64_t m_budget = 0;              // steps of the clock still to be made
  bool m_reset = false, m_busy = false;
  double m_pace = 0;
  std::chrono::steady_clock::time_point m_next;  // when the pace allows the next step

  std::atomic<std::int64_t> m_step{0};
  std::jthread m_thread;                  // last: it ends before the rest goes
};

}  // namespace glassbox
