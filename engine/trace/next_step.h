// The next step of a run that is at rest, as a request for a trace.
#pragma once

#include "engine/trace/trace.h"
#include "engine/train/trainer.h"

namespace glassbox {

/// Weights, optimizer state, batch and settings as they stand: in single precision the trace has the very bits of the step
/// that the run takes when it goes on. Only while the trainer is at rest. traceStep refuses batches that are too large.
TraceRequest requestOfNextStep(Trainer& trainer);

}  // namespace glassbox
