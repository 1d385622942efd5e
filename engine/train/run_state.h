// A run at rest: all that decides how it goes on.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/core/tensor.h"
#include "engine/train/plan.h"

namespace glassbox {

enum class StopReason { None, Paused, Steps, Epochs, LossReached, NotFinite, EarlyStopping, Time };
const char* name(StopReason reason);
/// The reason of that name; `None` for a name that is not known.
StopReason stopReason(std::string_view name);

/// What early stopping remembers: the weights of the epoch with the least validation loss so far.
struct BestState {
  std::int64_t step = 0;         ///< at whose end it was measured; 0: none yet
  double loss = 0;               ///< validation loss there
  std::int64_t epochsSince = 0;  ///< measured since, none of them better
  Buffer<float> weights;
};

/// Put into a trainer of the same network, plan, data and seed, it goes on with the same bits as if it had never stopped.
struct RunState {
  std::int64_t step = 0;           ///< updates done
  std::int64_t samples = 0;        ///< seen since the start
  double seconds = 0;              ///< spent training
  double epochLoss = 0;            ///< sum over the samples of the epoch that has begun
  std::int64_t epochSamples = 0;   ///< samples of that sum
  std::uint64_t lossHash = 0xcbf29ce484222325u;  ///< of the losses so far: half of the fingerprint
  StopReason reason = StopReason::None;
  std::vector<LiveChange> changes;
  Buffer<float> weights;           ///< the weight arena
  Buffer<float> optimizer;         ///< the optimizer's state, as many arenas as it keeps numbers per weight
  BestState best;                  ///< of early stopping
};

}  // namespace glassbox
