// Backward and update of a traced step. In float the trainer's own optimizer makes it, so that a trace has its very bits.
#pragma once

#include <memory>
#include <vector>

#include "engine/graph/network.h"
#include "engine/trace/step_data.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// What an update left, all tensors in network order. In double the weights and the state are empty: the trace computes them
/// plainly.
struct UpdatedNumbers {
  double norm = 0;                   ///< of all gradients
  std::vector<double> weights;
  std::vector<double> optimizer;     ///< (number of the state, all tensors)
};

/// The second half of a step, cut in two so that gradients can be recorded before a weight moves.
class StepUpdate {
 public:
  /// `number` of the step, from 1. The network has done its forward.
  StepUpdate(Network& network, const StepData& data, std::int64_t number);
  ~StepUpdate();
  void backward();
  UpdatedNumbers update();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace glassbox::inline GLASSBOX_REAL_NS
