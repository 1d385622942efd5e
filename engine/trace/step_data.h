// What a traced step starts from, as plain numbers: weights, optimizer state, samples, with the changes of a "what if" made.
#pragma once

#include <vector>

#include "engine/trace/trace.h"

namespace glassbox {

/// One weight tensor of a network and its place among all numbers in network order.
struct WeightPlace {
  std::string name;   ///< "dense1.weight"
  NodeId node;
  WeightDef def;
  std::size_t begin = 0, size = 0;
  bool trained = true;
};
/// The weights of a sound network, in the order of Network::weightInfos and without the gaps of the arena.
std::vector<WeightPlace> weightPlaces(const Analysis& analysis);

struct StepData {
  PlanValues plan;
  double rate = 0;                           ///< learning rate of this step
  std::int64_t batch = 0;
  std::vector<double> weights;               ///< all tensors in network order
  std::vector<double> optimizer;             ///< (number of the state, all tensors in network order)
  std::vector<std::vector<double>> inputs;   ///< per input node in analysis order, (batch, its shape)
  std::vector<double> target;                ///< (batch, its shape)
  std::vector<double> mask;                  ///< likewise, or empty: every item counts
};

/// Fails like compiling and training do; for rows the data lack, entered samples and changes that the network cannot take, and
/// weights or a state of another size.
Result<StepData> stepData(const Analysis& analysis, const TraceRequest& request);

}  // namespace glassbox
