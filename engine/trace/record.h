// Runs one step with every array kept and copies them into a Trace; built for both precisions.
#pragma once

#include "engine/core/real.h"
#include "engine/trace/step_data.h"
#include "engine/trace/trace.h"

namespace glassbox {

/// Forward and backward of a trace, and what the update of the float build left, all tensors in network order (in double: nothing).
struct RecordedStep {
  Trace trace;
  double norm = 0;                ///< of all gradients
  std::vector<double> weights;
  std::vector<double> optimizer;  ///< (number of the state, all tensors)
};

inline namespace GLASSBOX_REAL_NS {
Result<RecordedStep> recordStep(const TraceRequest& request, const Analysis& analysis, const StepData& data);
}
#ifndef GLASSBOX_DOUBLE
namespace f64 {
Result<RecordedStep> recordStep(const TraceRequest& request, const Analysis& analysis, const StepData& data);
}
#endif

}  // namespace glassbox
