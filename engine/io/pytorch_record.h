// What an exported script must reproduce: a small batch of the data, its loss, and the loss after one step of training.
#pragma once

#include <optional>

#include "engine/io/safetensors.h"
#include "engine/train/trainer.h"

namespace glassbox {

struct TorchRecord {
  TensorFile batch;                     ///< "input1", "input2", ..., "target" and, of masked data, "mask"; batch first
  double loss = 0;                      ///< of the network in use (no dropout, running statistics)
  std::optional<double> lossAfterStep;  ///< in training, after one step on this batch, without dropout and noise; none: nothing is trained, or it is not finite
};

/// Takes the first samples of the training part. `trainer` is at rest, with the weights that are exported, and stays as it is. Fails
/// when the loss is not a number.
Result<TorchRecord> recordForTorch(const Trainer& trainer);

}  // namespace glassbox
