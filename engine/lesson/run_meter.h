// Measures a run from copies of its weights, so that checks can follow it while its trainer goes on.
#pragma once

#include <map>
#include <set>
#include <span>

#include "engine/lesson/lab_state.h"

namespace glassbox {

/// Has a network of its own. Owner: one thread at a time.
class RunMeter {
 public:
  /// `parts` are measured, the others stay empty. Fails when the network cannot be compiled.
  static Result<RunMeter> create(const RunSetup& setup, const std::set<Part>& parts);

  /// `weights`: the arena of Snapshot, taken after `step` steps. Changes and reason are for those who know the trainer.
  /// `gradients`: likewise, of the last step; may be empty.
  RunMoment measure(std::span<const float> weights, std::int64_t step, std::span<const float> gradients = {});

 private:
  RunMeter(Network network, const RunSetup& setup, const std::set<Part>& parts);

  Network m_network;
  std::map<Part, Evaluator> m_evaluators;
};

}  // namespace glassbox
