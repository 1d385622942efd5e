// Compiled in the double build only: here Network is the one of double.
#include "engine/trace/precise.h"

#include "engine/core/parallel.h"
#include "engine/graph/network.h"
#include "engine/trace/step_data.h"

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
  const Analysis analysis = analyse(*request.spec);
  Result<StepData> data = stepData(analysis, request);
  if (!data) return data.error();
  CompileOptions options;
  options.maxBatch = static_cast<int>(data->batch);
  options.fuse = false;  // every node's output is there to be moved
  Result<Network> network = Network::compile(analysis, options);
  if (!network) return network.error();
  network->keepAll(true);

  auto impl = std::unique_ptr<Impl>(new Impl{std::move(*network), {}, {}, {}, {}, {}, Random(0), 0});
  impl->batch = options.maxBatch;
  impl->random = Random(request.plan.seed, streamOf(Stream::Dropout, static_cast<std::uint64_t>(request.step) << 12));
  const auto asReal = [&](double x) { return request.precision == Precision::Single ? static_cast<double>(static_cast<float>(x)) : x; };
  for (const WeightPlace& place : weightPlaces(analysis)) {
    Tensor t{place.name, place.def.shape, place.def.role, place.trained, {}, {}};
    for (std::size_t i = 0; i < place.size; ++i) t.values.push_back(asReal(data->weights[place.begin + i]));
    impl->weights.push_back(std::move(t));
  }
  for (std::size_t i = 0; i < data->inputs.size(); ++i) {
    Tensor t{analysis.inputs[i] + ".out", Shape{options.maxBatch}, WeightRole::Weight, true, {}, {}};
    const Shape& shape = analysis.nodes.at(analysis.inputs[i]).inference.outputs[0].shape;
    for (int axis = 0; axis < shape.rank(); ++axis) t.shape.push(shape[axis]);
    for (double x : data->inputs[i]) t.values.push_back(asReal(x));
    impl->inputs.push_back(std::move(t));
  }
  for (double x : data->target) impl->target.push_back(asReal(x));
  impl->mask = std::move(data->mask);
  return PreciseStep(std::move(impl));
}

std::vector<PreciseStep::Tensor>& PreciseStep::weights() { return m_impl->weights; }
std::vector<PreciseStep::Tensor>& PreciseStep::inputs() { return m_impl->inputs; }
double PreciseStep::loss() { return m_impl->loss(); }

double PreciseStep::lossNudged(const NodeId& node, int wire, std::int64_t place, double by) {
  Team alone;
  return m_impl->network.forwardNudged(m_impl->input(), {node, wire, place, by, {}}, alone);
}

double PreciseStep::lossGiven(const NodeId& node, std::span<const double> output) {
  Team alone;
  return m_impl->network.forwardNudged(m_impl->input(), {node, -1, 0, 0, output}, alone);
}

std::vector<double> PreciseStep::gradientOf(const NodeId& node, int wire) const {
  const Analysis& analysis = m_impl->network.analysis();
  const NodeAnalysis& at = analysis.nodes.at(node);
  const double* g = wire < 0 ? m_impl->network.gradientOf(node) : m_impl->network.wireGradient(node, static_cast<std::size_t>(wire));
  if (!g) return {};
  const Shape& shape = wire < 0 ? at.inference.outputs[0].shape : at.inputs[static_cast<std::size_t>(wire)].shape;
  return {g, g + m_impl->batch * shape.count()};
}

std::vector<PreciseStep::Given> PreciseStep::given() const {
  const Analysis& analysis = m_impl->network.analysis();
  std::vector<Given> all;
  for (const NodeId& id : analysis.order) {
    if (id == analysis.loss) continue;
    const double* y = m_impl->network.outputOf(id);
    if (y) all.push_back({id, {y, y + m_impl->batch * analysis.nodes.at(id).inference.outputs[0].shape.count()}});
  }
  const auto items = m_impl->network.itemLosses();
  all.push_back({analysis.loss, {items.begin(), items.end()}});
  return all;
}

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
