// What an exported script must reproduce: a small batch of the data, its loss, and the loss after one step of training.
#pragma once

#include <optional>

#include "engine/data/dataset.h"
#include "engine/graph/network.h"
#include "engine/io/safetensors.h"
#include "engine/train/plan.h"

namespace glassbox {

struct TorchRecord {
  TensorFile batch;                     ///< "input1", "input2", ..., "target" and, of masked data, "mask"; batch first
  double loss = 0;                      ///< of the network in use (no dropout, running statistics)
  std::optional<double> lossAfterStep;  ///< in training, after one step on this batch, without dropout and noise; none: nothing is trained, or it is not finite
};

/// How many samples the batch has: enough for a mean, few enough for a small file and little memory.
std::int64_t torchRows(const Analysis& analysis, const Dataset& data);

/// Takes the first samples of the training part. `network` is that of `spec`, for at least torchRows samples, with the weights that are
/// exported; it keeps them. Fails when the loss is not a number.
Result<TorchRecord> recordForTorch(const NetworkSpec& spec, Network& network, const Dataset& data, const PlanValues& plan, std::int64_t stepsPerEpoch);

}  // namespace glassbox
