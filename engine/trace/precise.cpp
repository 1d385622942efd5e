// Compiled in the double build only: here Network is the one of double.
#include "engine/trace/precise.h"

#include "engine/core/parallel.h"
#include "engine/graph/network.h"
#include "engine/train/data_fit.h"
#include "engine/train/initializers.h"

namespace glassbox {

struct PreciseStep::Impl {
  Network network;
  std::vector<Tensor> weights, inputs;
  std::vector<double> target, mask;
  std::vector<const double*> pointers;
  Random random{0};
  int batch = 0;

  NetworkInput input() {
    std::size_t i = 0;
    for (const WeightInfo& info : network.weightInfos()) {
      std::copy(weights[i].values.begin(), weights[i].values.end(), network.weightsOf(info).begin());
      ++i;
    }
    pointers.clear();
    for (const Tensor& t : inputs) pointers.push_back(t.values.data());
    NetworkInput in;
    in.batch = batch;
    in.inputs = pointers;
    in.target = target.data();
    in.mask = mask.empty() ? nullptr : mask.data();
    in.random = random;
    return in;
  }

  double loss() {
    Team alone;
    return network.forward(input(), alone);
  }

  std::optional<double> difference(Tensor& tensor, std::span<const std::int64_t> index, double step) {
    const std::int64_t flat = flatIndex(tensor.shape, index);
    if (flat < 0) return std::nullopt;
    double& value = tensor.values[static_cast<std::size_t>(flat)];
    const double middle = value;
    value = middle + step;
    const double above = loss();
    value = middle - step;
    const double below = loss();
    value = middle;
    return (above - below) / (2 * step);
  }
};

PreciseStep::PreciseStep(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
PreciseStep::PreciseStep(PreciseStep&&) noexcept = default;
PreciseStep::~PreciseStep() = default;

Result<PreciseStep> PreciseStep::create(const TraceRequest& request) {
  Result<PlanValues> plan = planValues(request.plan);
  if (!plan) return plan.error();
  const Analysis analysis = analyse(*request.spec);
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  if (Result<void> fits = checkDataFits(analysis, *request.data); !fits) return fits.error();
  CompileOptions options;
  options.maxBatch = static_cast<int>(request.rows.size());
  Result<Network> network = Network::compile(analysis, options);
  if (!network) return network.error();
  network->keepAll(true);
  initialize(*network, plan->init, request.plan.seed, plan->initSize);

  auto impl = std::unique_ptr<Impl>(new Impl{std::move(*network), {}, {}, {}, {}, {}, Random(0), 0});
  impl->batch = options.maxBatch;
  impl->random = Random(request.plan.seed, streamOf(Stream::Dropout, static_cast<std::uint64_t>(request.step) << 12));
  std::size_t at = 0;
  for (const WeightInfo& info : impl->network.weightInfos()) {
    Tensor t{info.name, info.def.shape, info.def.role, info.trained, {}, {}};
    for (double w : impl->network.weightsOf(info)) t.values.push_back(request.weights.empty() ? w : request.weights.at(at));
    at += t.values.size();
    impl->weights.push_back(std::move(t));
  }
  const std::vector<std::size_t> fields = fieldsFor(analysis, *request.data);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Field& field = request.data->inputs[fields[i]];
    Tensor t{analysis.inputs[i] + ".out", Shape{options.maxBatch}, WeightRole::Weight, true, {}, {}};
    const Shape& shape = analysis.nodes.at(analysis.inputs[i]).inference.outputs[0].shape;
    for (int axis = 0; axis < shape.rank(); ++axis) t.shape.push(shape[axis]);
    std::vector<float> sample(static_cast<std::size_t>(field.type.shape.count()));
    for (std::int64_t row : request.rows) {
      field.read(row, sample.data());
      t.values.insert(t.values.end(), sample.begin(), sample.end());
    }
    impl->inputs.push_back(std::move(t));
  }
  std::vector<float> sample(static_cast<std::size_t>(request.data->target.type.shape.count()));
  for (std::int64_t row : request.rows) {
    request.data->target.read(row, sample.data());
    impl->target.insert(impl->target.end(), sample.begin(), sample.end());
    if (!request.data->masked()) continue;
    request.data->mask.read(row, sample.data());
    impl->mask.insert(impl->mask.end(), sample.begin(), sample.end());
  }
  return PreciseStep(std::move(impl));
}

std::vector<PreciseStep::Tensor>& PreciseStep::weights() { return m_impl->weights; }
std::vector<PreciseStep::Tensor>& PreciseStep::inputs() { return m_impl->inputs; }
double PreciseStep::loss() { return m_impl->loss(); }

void PreciseStep::backward() {
  Team alone;
  m_impl->loss();
  m_impl->network.backward(alone);
  std::size_t i = 0;
  for (const WeightInfo& info : m_impl->network.weightInfos()) {
    const auto g = m_impl->network.gradientsOf(info);
    m_impl->weights[i++].gradient.assign(g.begin(), g.end());
  }
  const Analysis& analysis = m_impl->network.analysis();
  for (std::size_t k = 0; k < m_impl->inputs.size(); ++k) {
    Tensor& t = m_impl->inputs[k];
    if (const double* g = m_impl->network.gradientOf(analysis.inputs[k])) t.gradient.assign(g, g + t.values.size());
  }
}

std::optional<double> PreciseStep::difference(const std::string& weight, std::span<const std::int64_t> index, double step) {
  for (Tensor& t : m_impl->weights)
    if (t.name == weight) return m_impl->difference(t, index, step);
  return std::nullopt;
}

std::optional<double> PreciseStep::inputDifference(const NodeId& node, std::span<const std::int64_t> index, double step) {
  for (Tensor& t : m_impl->inputs)
    if (t.name == node + ".out") return m_impl->difference(t, index, step);
  return std::nullopt;
}

}  // namespace glassbox
