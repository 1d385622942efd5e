#include "engine/train/statistics.h"

#include <cmath>

#include "engine/data/batches.h"

namespace glassbox {
namespace {

void measureNode(Network& network, const NodeId& id, const DatasetPtr& data, Team& team) {
  const Analysis& analysis = network.analysis();
  const PortDef& port = analysis.nodes.at(id).def->inputs[0];
  const NodeId source = analysis.spec->into({id, port.name})[0]->from.node;
  const Shape& shape = analysis.nodes.at(id).inputs[0].shape;
  const bool picture = shape.rank() == 3;
  const std::int64_t groups = picture ? shape[0] : shape.back();
  const std::int64_t inner = picture ? shape.count() / groups : 1;
  std::vector<double> sum(static_cast<std::size_t>(groups)), squares(static_cast<std::size_t>(groups));
  std::int64_t perGroup = 0;
  Batches batches(data, Part::Train, {network.maxBatch(), false, 0});
  // Two passes: first means, then squared distances from them, so that nothing cancels.
  for (int pass = 0; pass < 2; ++pass) {
    perGroup = 0;
    for (std::int64_t step = 0; step < batches.perEpoch(); ++step) {
      const Batch& batch = batches.at(step, team);
      NetworkInput input;
      input.batch = batch.size;
      input.inputs = batch.inputs;
      input.mode = Mode::Inference;
      network.forward(input, team);
      const float* x = network.outputOf(source);
      const std::int64_t n = batch.size * shape.count();
      for (std::int64_t i = 0; i < n; ++i) {
        const auto g = static_cast<std::size_t>(i / inner % groups);
        if (pass == 0) sum[g] += x[i];
        else squares[g] += (x[i] - sum[g]) * (x[i] - sum[g]);
      }
      perGroup += n / groups;
    }
    if (pass == 0)
      for (double& s : sum) s /= static_cast<double>(perGroup);
  }
  for (const WeightInfo& info : network.weightInfos()) {
    if (info.node != id) continue;
    const auto w = network.weightsOf(info);
    for (std::size_t g = 0; g < w.size(); ++g) {
      const double deviation = std::sqrt(squares[g] / static_cast<double>(perGroup));
      w[g] = static_cast<float>(info.def.name == "mean" ? sum[g] : deviation > 0 ? deviation : 1.0);
    }
  }
}

}  // namespace

void measureStatistics(Network& network, const DatasetPtr& data, Team& team) {
  std::vector<NodeId> found;
  for (const WeightInfo& info : network.weightInfos())
    if (info.def.role == WeightRole::Statistic && info.def.name == "deviation") found.push_back(info.node);  // batch norm keeps its own as it trains
  if (found.empty()) return;
  network.keepAll(true);  // what a node reads must be there, also behind a fused product
  for (const NodeId& id : found) measureNode(network, id, data, team);
  network.keepAll(false);
}

}  // namespace glassbox
