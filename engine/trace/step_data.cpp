#include "engine/trace/step_data.h"

#include <algorithm>
#include <cmath>

#include "engine/graph/network.h"
#include "engine/train/data_fit.h"
#include "engine/train/initializers.h"
#include "engine/train/optimizers.h"
#include "engine/train/schedules.h"
#include "engine/train/statistics.h"

namespace glassbox {

std::vector<WeightPlace> weightPlaces(const Analysis& analysis) {
  std::vector<WeightPlace> places;
  std::size_t at = 0;
  for (const NodeId& id : analysis.order) {
    const NodeSpec& spec = *analysis.spec->find(id);
    if (spec.bypassed || !spec.weightsOf.empty()) continue;
    for (const WeightDef& def : analysis.nodes.at(id).inference.weights) {
      const auto size = static_cast<std::size_t>(def.shape.count());
      places.push_back({id + "." + def.name, id, def, at, size, !spec.frozen && def.role != WeightRole::Statistic});
      at += size;
    }
  }
  return places;
}

namespace {

constexpr std::int64_t kMostSamples = 64;

Result<void> checkRequest(const Analysis& analysis, const TraceRequest& request) {
  const std::size_t samples = request.rows.size() + request.entered.size();
  if (samples == 0) return Error(GB_TEXT("engine", "A step needs at least one sample."));
  if (samples > kMostSamples) return Error(GB_TEXT("engine", "A traced step holds at most %1 samples.").arg(kMostSamples));
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  if (analysis.loss.empty()) return Error(GB_TEXT("engine", "The network has no loss: there is nothing to send back."));
  if (!request.data) {
    if (request.rows.empty()) return {};
    return Error(GB_TEXT("engine", "There are no data to take samples from: open some, or enter the sample."));
  }
  if (Result<void> fits = checkDataFits(analysis, *request.data); !fits) return fits;
  for (std::int64_t row : request.rows)
    if (row < 0 || row >= request.data->samples())
      return Error(GB_TEXT("engine", "There is no sample %1: the data have %2, numbered from 0.").arg(row).arg(request.data->samples()));
  return {};
}

/// The first weights of a run: drawn by seed, statistics measured on the training part.
Result<std::vector<double>> firstWeights(const Analysis& analysis, const PlanValues& plan, const TraceRequest& request) {
  CompileOptions options;
  options.training = false;
  options.kernelSet = plan.portable ? KernelSet::v2 : defaultKernelSet();
  Result<Network> network = Network::compile(analysis, options);
  if (!network) return network.error();
  initialize(*network, plan.init, request.plan.seed, plan.initSize);
  Team alone;
  if (request.data) measureStatistics(*network, request.data, alone);
  return flatWeights(*network);
}

void takeRows(const Field& field, const std::vector<std::int64_t>& rows, std::vector<double>& into) {
  std::vector<float> sample(static_cast<std::size_t>(field.type.shape.count()));
  for (std::int64_t row : rows) {
    field.read(row, sample.data());
    into.insert(into.end(), sample.begin(), sample.end());
  }
}

bool isWhole(double value, std::int64_t most) { return value >= 0 && value < static_cast<double>(most) && value == std::floor(value); }

/// Whether an input can be given this number.
Result<void> checkInput(const Analysis& analysis, const NodeId& id, double value) {
  if (!std::isfinite(value)) return Error(GB_TEXT("engine", "%1 can only be a number.").arg(nodeTitle(*analysis.spec, id)));
  if (analysis.nodes.at(id).inference.outputs[0].element != Element::Token) return {};
  const std::int64_t known = vocabularyOf(analysis, id);
  if (isWhole(value, known ? known : 65536)) return {};
  return Error(GB_TEXT("engine", "%1 takes tokens: whole numbers from 0 to %2.").arg(nodeTitle(*analysis.spec, id)).arg((known ? known : 65536) - 1));
}

Result<void> checkTarget(const Analysis& analysis, double value) {
  const TargetType& target = analysis.nodes.at(analysis.loss).target;
  const Text title = nodeTitle(*analysis.spec, analysis.loss);
  if (target.kind == TargetKind::Numbers && std::isfinite(value)) return {};
  if (target.kind == TargetKind::Numbers) return Error(GB_TEXT("engine", "The target of %1 can only be a number.").arg(title));
  const std::int64_t classes = target.kind == TargetKind::Binary ? 2 : target.classes;
  if (isWhole(value, classes)) return {};
  return Error(GB_TEXT("engine", "The target of %1 is a class: a whole number from 0 to %2.").arg(title).arg(classes - 1));
}

Result<void> addEntered(const Analysis& analysis, const std::vector<EnteredSample>& entered, StepData& data) {
  for (const EnteredSample& sample : entered) {
    if (sample.inputs.size() != analysis.inputs.size())
      return Error(GB_TEXT("engine", "The network has %1 inputs, and the entered sample fills %2.").arg(analysis.inputs.size()).arg(sample.inputs.size()));
    for (std::size_t i = 0; i < sample.inputs.size(); ++i) {
      const NodeId& id = analysis.inputs[i];
      const Shape& shape = analysis.nodes.at(id).inference.outputs[0].shape;
      if (static_cast<std::int64_t>(sample.inputs[i].size()) != shape.count())
        return Error(GB_TEXT("engine", "%1 has the shape %2, and %3 numbers were entered.").arg(nodeTitle(*analysis.spec, id)).arg(shape.str()).arg(sample.inputs[i].size()));
      for (double value : sample.inputs[i])
        if (Result<void> good = checkInput(analysis, id, value); !good) return good;
      data.inputs[i].insert(data.inputs[i].end(), sample.inputs[i].begin(), sample.inputs[i].end());
    }
    const std::int64_t wanted = analysis.nodes.at(analysis.loss).target.shape.count();
    if (static_cast<std::int64_t>(sample.target.size()) != wanted)
      return Error(GB_TEXT("engine", "The network gives %1 numbers to compare, and %2 were entered as target.").arg(wanted).arg(sample.target.size()));
    for (double value : sample.target)
      if (Result<void> good = checkTarget(analysis, value); !good) return good;
    data.target.insert(data.target.end(), sample.target.begin(), sample.target.end());
    if (!data.mask.empty()) data.mask.insert(data.mask.end(), sample.target.size(), 1.0);
  }
  return {};
}

Shape batched(std::int64_t batch, const Shape& shape) {
  Shape out{batch};
  for (int axis = 0; axis < shape.rank(); ++axis) out.push(shape[axis]);
  return out;
}

/// Puts one number in place of another; fails when the element lies outside.
Result<void> put(const TraceChange& change, const ElementRef& ref, const Shape& shape, std::span<double> values) {
  const std::int64_t flat = flatIndex(shape, ref.index);
  if (flat < 0) return Error(GB_TEXT("engine", "%1 lies outside: %2 has the shape %3, numbered from 0.").arg(change.element).arg(ref.name).arg(shape.str()));
  values[static_cast<std::size_t>(flat)] = change.value;
  return {};
}

Result<void> makeChange(const Analysis& analysis, const std::vector<WeightPlace>& places, const TraceChange& change, StepData& data) {
  Result<ElementRef> ref = parseElement(change.element);
  if (!ref) return ref.error();
  for (const WeightPlace& place : places) {
    if (place.name != ref->name) continue;
    if (!std::isfinite(change.value)) return Error(GB_TEXT("engine", "%1 can only be a number.").arg(change.element));
    return put(change, *ref, place.def.shape, std::span(data.weights).subspan(place.begin, place.size));
  }
  for (std::size_t i = 0; i < analysis.inputs.size(); ++i) {
    if (analysis.inputs[i] + ".out" != ref->name) continue;
    if (Result<void> good = checkInput(analysis, analysis.inputs[i], change.value); !good) return good;
    return put(change, *ref, batched(data.batch, analysis.nodes.at(analysis.inputs[i]).inference.outputs[0].shape), data.inputs[i]);
  }
  if (ref->name == analysis.loss + ".target") {
    if (Result<void> good = checkTarget(analysis, change.value); !good) return good;
    return put(change, *ref, batched(data.batch, analysis.nodes.at(analysis.loss).target.shape), data.target);
  }
  return Error(GB_TEXT("engine", "%1 cannot be changed: it is computed from other numbers. Weights, inputs and targets can.").arg(change.element));
}

}  // namespace

Result<StepData> stepData(const Analysis& analysis, const TraceRequest& request) {
  Result<PlanValues> plan = planValues(request.plan);
  if (!plan) return plan.error();
  if (Result<void> good = checkRequest(analysis, request); !good) return good.error();
  StepData data;
  data.plan = *plan;
  data.batch = static_cast<std::int64_t>(request.rows.size() + request.entered.size());
  const OptimizerDef& optimizer = *findOptimizer(plan->optimizer);
  const std::int64_t rows = request.data ? std::max<std::int64_t>(request.data->train, 1) : data.batch, batch = optimizer.fullBatch ? rows : plan->batch;
  data.rate = rateAt(*plan, request.step, (rows + batch - 1) / batch);

  const std::vector<WeightPlace> places = weightPlaces(analysis);
  const std::size_t count = places.empty() ? 0 : places.back().begin + places.back().size;
  data.weights = request.weights;
  if (data.weights.empty()) {
    Result<std::vector<double>> first = firstWeights(analysis, *plan, request);
    if (!first) return first.error();
    data.weights = *std::move(first);
  }
  data.optimizer = request.optimizer;
  if (data.optimizer.empty()) data.optimizer.resize(count * static_cast<std::size_t>(optimizer.statePerWeight));
  if (data.weights.size() != count || data.optimizer.size() != count * static_cast<std::size_t>(optimizer.statePerWeight))
    return Error(GB_TEXT("engine", "The weights or the optimizer's state do not fit this network."));

  data.inputs.resize(analysis.inputs.size());
  if (request.data) {
    const std::vector<std::size_t> fields = fieldsFor(analysis, *request.data);
    for (std::size_t i = 0; i < fields.size(); ++i) takeRows(request.data->inputs[fields[i]], request.rows, data.inputs[i]);
    takeRows(request.data->target, request.rows, data.target);
    if (request.data->masked()) takeRows(request.data->mask, request.rows, data.mask);
  }
  if (Result<void> added = addEntered(analysis, request.entered, data); !added) return added.error();
  for (const TraceChange& change : request.changes)
    if (Result<void> made = makeChange(analysis, places, change, data); !made) return made.error();
  return data;
}

}  // namespace glassbox
