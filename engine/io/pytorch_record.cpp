#include "engine/io/pytorch_record.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/io/pytorch_module.h"
#include "engine/train/clipping.h"
#include "engine/train/data_fit.h"
#include "engine/train/schedules.h"

namespace glassbox {
namespace {

constexpr std::int64_t kMostRows = 16, kLeastRows = 2;             // a batch norm needs two
constexpr std::int64_t kMostNumbers = std::int64_t{1} << 20;       // in the file beside the script
constexpr std::int64_t kMostMemory = std::int64_t{1} << 30;        // bytes for what the layers keep

Result<NamedTensor> cut(const Field& field, const std::string& name, const Shape& shape, std::int64_t rows) {
  if (shape.rank() == Shape::kMaxRank)
    return Error(GB_TEXT("engine", "A sample with %1 axes cannot be exported: one more for the batch is too many.").arg(shape.rank()));
  Shape batched{rows};
  for (int axis = 0; axis < shape.rank(); ++axis) batched.push(shape[axis]);
  NamedTensor out{name, Tensor(batched)};
  for (std::int64_t row = 0; row < rows; ++row) field.read(row, out.tensor.data.data() + row * shape.count());
  return out;
}

Result<TensorFile> batchOf(const Analysis& analysis, const Dataset& data) {
  const std::int64_t rows = torchRows(analysis, data);
  const std::vector<std::size_t> fields = fieldsFor(analysis, data);
  const Shape& target = analysis.nodes.at(analysis.loss).target.shape;
  TensorFile out;
  const auto add = [&](Result<NamedTensor> tensor) -> Result<void> {
    if (!tensor) return tensor.error();
    out.tensors.push_back(*std::move(tensor));
    return {};
  };
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (auto done = add(cut(data.inputs[fields[i]], "input" + std::to_string(i + 1), analysis.nodes.at(analysis.inputs[i]).inference.outputs[0].shape, rows)); !done) return done.error();
  if (auto done = add(cut(data.target, "target", target, rows)); !done) return done.error();
  if (data.masked())
    if (auto done = add(cut(data.mask, "mask", target, rows)); !done) return done.error();
  return out;
}

/// The network without what draws random numbers.
NetworkSpec withoutChance(const NetworkSpec& spec, const Analysis& analysis) {
  NetworkSpec out = spec;
  for (NodeSpec& node : out.nodes)
    if (isRandom(analysis, node.id)) node.bypassed = true;
  return out;
}

bool trainsAnything(const Network& network) {
  std::set<NodeId> useful{network.analysis().loss};
  const auto& order = network.analysis().order;
  for (auto id = order.rbegin(); id != order.rend(); ++id)
    for (const Wire& wire : network.analysis().spec->wires)
      if (wire.to.node == *id && useful.count(*id)) useful.insert(wire.from.node);
  const auto infos = network.weightInfos();
  return std::any_of(infos.begin(), infos.end(), [&](const WeightInfo& info) { return info.trained && useful.count(info.node); });
}

void takeStep(Network& network, const NetworkInput& input, const PlanValues& plan, double rate) {
  Team alone;
  Optimizer optimizer(network, plan);
  optimizer.begin(plan, rate, 1);
  network.forward(input, alone);
  if (plan.clip <= 0) return network.backward(alone, &optimizer);
  GradientClip clip(network);
  clip.begin();
  network.backward(alone, &clip);
  optimizer.scaleGradients(clipScale(clip.norm(network, alone), plan.clip));
  clip.handOn(optimizer, alone);
}

}  // namespace

std::int64_t torchRows(const Analysis& analysis, const Dataset& data) {
  std::int64_t numbers = 1;
  for (const NodeId& id : analysis.inputs) numbers += analysis.nodes.at(id).inference.outputs[0].shape.count();
  const std::int64_t bytes = std::max<std::int64_t>(1, trainingBytes(analysis, 1, 0) - trainingBytes(analysis, 0, 0));
  return std::min(data.train, std::clamp(std::min(kMostNumbers / numbers, kMostMemory / bytes), kLeastRows, kMostRows));
}

Result<TorchRecord> recordForTorch(const NetworkSpec& spec, Network& network, const Dataset& data, const PlanValues& plan, std::int64_t stepsPerEpoch) {
  const Analysis& analysis = network.analysis();
  TorchRecord record;
  Result<TensorFile> batch = batchOf(analysis, data);
  if (!batch) return batch.error();
  record.batch = *std::move(batch);
  std::vector<const float*> inputs;
  for (std::size_t i = 0; i < analysis.inputs.size(); ++i) inputs.push_back(record.batch.tensors[i].tensor.data.data());
  NetworkInput input;
  input.batch = static_cast<int>(torchRows(analysis, data));
  input.inputs = inputs;
  input.target = record.batch.find("target")->tensor.data.data();
  input.mask = data.masked() ? record.batch.find("mask")->tensor.data.data() : nullptr;
  NetworkInput use = input;
  use.mode = Mode::Inference;
  Team alone;
  record.loss = network.forward(use, alone);
  if (!std::isfinite(record.loss))
    return Error(GB_TEXT("engine", "The loss of these weights is not a number: there is nothing that a script could reproduce."), "",
                 GB_TEXT("engine", "Export weights from before the training diverged."));
  if (!trainsAnything(network)) return record;
  CompileOptions options;
  options.maxBatch = input.batch;
  options.kernelSet = network.kernelSet();
  Result<Network> quiet = Network::compile(analyse(withoutChance(spec, analysis)), options);
  if (!quiet) return quiet.error();
  setFlatWeights(*quiet, flatWeights(network));
  takeStep(*quiet, input, plan, rateAt(plan, 0, stepsPerEpoch));
  // In training, where a bias before a batch norm has no effect on the loss: its gradient is rounding, which an Adam makes a step of.
  if (const double after = quiet->forward(input, alone); std::isfinite(after)) record.lossAfterStep = after;
  return record;
}

}  // namespace glassbox
