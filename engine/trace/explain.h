// The terms of any one number of a trace.
#pragma once

#include "engine/trace/trace.h"

namespace glassbox {

/// Explains an element such as `dense1.out[0,3]`, `dense1.grad[0,3]`, `dense1.weight[5,7]` (its gradient; `.grad` may be
/// added), `dense1.weight.new[5,7]`, or one of a stage. Fails for a name that the trace lacks or an index outside.
Result<Explanation> explain(const Trace& trace, const TraceRequest& request, const std::string& element);

}  // namespace glassbox
