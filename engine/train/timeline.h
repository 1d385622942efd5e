// Key frames of a run under a memory budget: with the exact repetition of steps they lead back to any step.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "engine/train/run_state.h"

namespace glassbox {

/// Frames lie close together near the newest step and further apart the older they are, so that the last steps come back at
/// once and the budget lasts for a run of any length. The first frame stays.
/// Owner: the trainer's worker while it trains, else the trainer's owner.
class Timeline {
 public:
  /// `budget` in bytes; 0 keeps nothing. Two frames are kept whatever their size.
  explicit Timeline(std::size_t budget) : m_budget(budget) {}

  bool on() const { return m_budget > 0; }
  /// True when a frame of this step is wanted: the first, and then one every kInterval steps.
  bool wants(std::int64_t step) const { return step >= m_next; }
  /// Keeps a frame that is wanted, also between older ones; thins them out when the budget is spent.
  void keep(RunState frame);
  /// The run stands at another step now: from there on frames are wanted again, for what lies ahead may have been thinned out.
  void goneTo(std::int64_t step);
  /// Another budget, from now on; 0 forgets all.
  void setBudget(std::size_t budget);
  /// The newest frame at or before a step; null when there is none.
  const RunState* before(std::int64_t step) const;
  /// Forgets what came after a step: the run goes another way from there.
  void forgetAfter(std::int64_t step);

  std::vector<std::int64_t> steps() const;
  std::size_t bytes() const { return m_bytes; }

  static constexpr std::int64_t kInterval = 32;
  /// Of a small network the budget would hold millions: to thin those out would take longer than to train.
  static constexpr std::size_t kMostFrames = 512;

 private:
  void thinOut();

  std::size_t m_budget, m_bytes = 0;
  std::int64_t m_next = m_budget > 0 ? 0 : std::numeric_limits<std::int64_t>::max();
  std::vector<RunState> m_frames;  // by step
};

}  // namespace glassbox
