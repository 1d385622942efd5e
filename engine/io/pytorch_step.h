// A traced step as a short PyTorch script that prints the same numbers under the trace's names.
#pragma once

#include "engine/io/safetensors.h"
#include "engine/trace/trace.h"

namespace glassbox {

struct TorchStep {
  std::string script;
  TensorFile arrays;  ///< weights, samples and the optimizer's state; empty where they stand in the script (small networks)
};

/// Forward, backward and update of `trace` with its own weights, samples, masks and state, in its precision: what every layer gives
/// (`dense1.out`), the gradients in it and in the weights, the loss, and the weights after the update, one a line as
/// `name [numbers]`. `arraysFile` is where the script finds `arrays`, beside itself. Fails for a layer without PyTorch text.
Result<TorchStep> torchStep(const TraceRequest& request, const Trace& trace, const std::string& arraysFile = "step.safetensors");

}  // namespace glassbox
