// Runs one step with every array kept and copies them into a Trace; built for both precisions.
#pragma once

#include "engine/trace/trace.h"

namespace glassbox {
namespace f32 {
Result<Trace> recordStep(const TraceRequest& request);
}
namespace f64 {
Result<Trace> recordStep(const TraceRequest& request);
}
}  // namespace glassbox
