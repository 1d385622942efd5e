#include "engine/trace/gradient_check.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/random.h"
#include "engine/train/data_fit.h"

namespace glassbox {
namespace {

std::vector<std::size_t> someElements(std::size_t count, std::int64_t most, const Random& random) {
  std::vector<std::uint32_t> all(count);
  std::iota(all.begin(), all.end(), 0u);
  shuffle(all, random);
  all.resize(std::min(count, static_cast<std::size_t>(most)));
  return {all.begin(), all.end()};
}

TensorCheck checkTensor(PreciseStep& step, PreciseStep::Tensor& tensor, const GradientCheckOptions& options, const Random& random) {
  TensorCheck check;
  check.parameter = tensor.name;
  struct Sample {
    double analytic, numeric, jump;
  };
  std::vector<Sample> samples;
  double scale = 1e-8;
  const double middle = step.loss();
  for (std::size_t i : someElements(tensor.values.size(), options.mostElements, random)) {
    const double value = tensor.values[i], e = options.step;
    tensor.values[i] = value + e;
    const double above = step.loss();
    tensor.values[i] = value - e;
    const double below = step.loss();
    tensor.values[i] = value;
    const Sample s{tensor.gradient[i], (above - below) / (2 * e), std::abs((above - middle) - (middle - below)) / e};
    scale = std::max({scale, std::abs(s.analytic), std::abs(s.numeric)});
    samples.push_back(s);
  }
  for (const Sample& s : samples) {
    ++check.elements;
    if (s.jump > 1e-3 * scale) ++check.kinks;
    else check.maxRelativeError = std::max(check.maxRelativeError, std::abs(s.analytic - s.numeric) / scale);
  }
  return check;
}

}  // namespace

Result<std::vector<TensorCheck>> checkGradients(const TraceRequest& request, const GradientCheckOptions& options) {
  Result<PreciseStep> step = PreciseStep::create(request);
  if (!step) return step.error();
  const Random random(request.plan.seed, streamOf(Stream::GradientCheck));
  std::uint64_t next = 0;
  if (options.drawBiases)
    for (PreciseStep::Tensor& t : step->weights())
      if (t.role == WeightRole::Bias)
        for (double& b : t.values) b = 0.2 * random.uniform(next++) - 0.1;
  step->backward();
  std::vector<TensorCheck> checks;
  std::uint64_t stream = 1;
  for (PreciseStep::Tensor& t : step->weights())
    if (t.trained) checks.push_back(checkTensor(*step, t, options, Random(request.plan.seed, streamOf(Stream::GradientCheck, stream++))));
  if (options.inputs)
    for (PreciseStep::Tensor& t : step->inputs())
      if (!t.gradient.empty()) checks.push_back(checkTensor(*step, t, options, Random(request.plan.seed, streamOf(Stream::GradientCheck, stream++))));
  return checks;
}

DatasetPtr randomData(const Analysis& analysis, std::int64_t samples, std::uint64_t seed) {
  auto data = std::make_shared<Dataset>();
  data->title = GB_TEXT("engine", "random numbers");
  data->train = samples;
  std::uint64_t stream = 0;
  for (const NodeId& id : analysis.inputs) {
    Field field;
    field.name = id;
    field.type = analysis.nodes.at(id).inference.outputs[0];
    field.numbers = Buffer<float>(static_cast<std::size_t>(samples * field.type.shape.count()));
    const Random random(seed, streamOf(Stream::Data, stream++));
    const std::int64_t vocabulary = vocabularyOf(analysis, id);
    const auto tokens = static_cast<std::uint32_t>(vocabulary ? vocabulary : 16);
    for (std::size_t i = 0; i < field.numbers.size(); ++i)
      field.numbers[i] = field.type.element == Element::Token ? static_cast<float>(random.below(i, tokens)) : 2 * random.uniform(i) - 1;
    data->inputs.push_back(std::move(field));
  }
  const TargetType& target = analysis.nodes.at(analysis.loss).target;
  data->target.type.shape = target.shape;
  data->target.numbers = Buffer<float>(static_cast<std::size_t>(samples * target.shape.count()));
  const Random random(seed, streamOf(Stream::Data, stream));
  for (std::size_t i = 0; i < data->target.numbers.size(); ++i) {
    float& t = data->target.numbers[i];
    if (target.kind == TargetKind::Class) t = static_cast<float>(random.below(i, static_cast<std::uint32_t>(target.classes)));
    else if (target.kind == TargetKind::Binary) t = static_cast<float>(random.below(i, 2));
    else t = 2 * random.uniform(i) - 1;
  }
  data->task = target.kind == TargetKind::Class ? DataTask::Classes : target.kind == TargetKind::Binary ? DataTask::Binary : DataTask::Regression;
  const std::int64_t classes = target.kind == TargetKind::Class ? target.classes : target.kind == TargetKind::Binary ? 2 : 0;
  for (std::int64_t c = 0; c < classes; ++c) data->classNames.push_back(std::to_string(c));
  finishHash(*data);
  return data;
}

}  // namespace glassbox
