// The stops of a traced step in the order in which a learner walks through it: forward, loss, backward, update.
#pragma once

#include "engine/trace/trace.h"

namespace glassbox {

enum class StepPhase { Forward, Loss, Backward, Update };

/// One stop: the arrays that are formed there, and those their formulas read. What the update needs of the whole step (the rate) is
/// a stop without a node.
struct StepStop {
  StepPhase phase = StepPhase::Forward;
  NodeId node;
  std::vector<std::string> arrays;   ///< names of trace entries formed here
  std::vector<std::string> reads;    ///< names of trace entries formed elsewhere, as the formulas name them
  std::int64_t time = -1;            ///< of a recurrent layer: the time step, an index of the arrays' second axis; else -1
};

/// A layer of one inner array or none is one stop a phase; one of several (attention, batch norm) has a stop for each, in the
/// order in which one follows from another; a recurrent one a stop for each time step. On the way back the gradients of a layer's weights are a stop of their own. Which array follows from which is read
/// off the explanations. A weight's update is one stop a node.
std::vector<StepStop> stepOrder(const Trace& trace, const TraceRequest& request);

}  // namespace glassbox
