// A training run at rest as a safetensors file: weights, optimizer state and where it stands, so that it can go on.
#pragma once

#include "engine/io/checkpoint.h"
#include "engine/train/trainer.h"

namespace glassbox {

/// The weights as `weightsToFile` writes them; the optimizer's state as tensors "optimizer.1.<weight>", "optimizer.2.<weight>",
/// as many as it keeps; early stopping's best weights as "optimizer.best.<weight>"; the rest as metadata `kWeightsRun`. The log of live changes is not in it. For a trainer at rest.
TensorFile runToFile(const Trainer& trainer, const Dataset* data);
/// The same of a state that a run of this network was in; the network itself may have gone on.
TensorFile runToFile(const Network& network, const RunState& state, const Dataset* data);

/// Puts what `runToFile` wrote into a trainer at rest that was made with the same setup; `changes` is the run's log. A file
/// of weights alone gives a run at step 0 that begins with them. Fails like `weightsFromFile`, and when the state is damaged
/// or of another optimizer; then the trainer is unchanged.
Result<void> runFromFile(Trainer& trainer, const TensorFile& file, const std::vector<LiveChange>& changes, const Dataset* data,
                         const std::string& place);

}  // namespace glassbox
