#include "engine/trace/next_step.h"

namespace glassbox {

TraceRequest requestOfNextStep(Trainer& trainer) {
  const RunState state = trainer.state();
  const Network& network = trainer.network();
  TraceRequest request;
  request.spec = trainer.setup().spec;
  request.plan = trainer.setup().plan;
  request.data = trainer.setup().data;
  request.weights = flatWeights(network);
  request.rows = trainer.nextRows();
  request.step = state.step;
  request.precision = Precision::Single;
  const std::size_t arena = state.weights.size();
  for (std::size_t begin = 0; begin < state.optimizer.size(); begin += arena)
    for (const WeightInfo& info : network.weightInfos()) {
      const float* first = state.optimizer.data() + begin + info.offset;
      request.optimizer.insert(request.optimizer.end(), first, first + info.size);
    }
  return request;
}

}  // namespace glassbox
