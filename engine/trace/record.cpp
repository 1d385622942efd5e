#include <algorithm>

#include "engine/core/parallel.h"
#include "engine/graph/network.h"
#include "engine/trace/record.h"
#include "engine/trace/step_update.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

namespace {

Shape batched(std::int64_t batch, const Shape& shape) {
  Shape out{batch};
  for (int axis = 0; axis < shape.rank(); ++axis) out.push(shape[axis]);
  return out;
}

class Recorder {
 public:
  Recorder(Network& network, std::int64_t batch) : m_network(network), m_analysis(network.analysis()) {
    m_trace.batch = batch;
    m_trace.precision = sizeof(Real) == 8 ? Precision::Double : Precision::Single;
  }

  void add(const NodeId& node, const std::string& what, TraceKind kind, Text title, const Shape& shape, const Real* values, std::string formula = {}) {
    if (!values) return;
    TraceEntry entry{node + "." + what, node, kind, std::move(title), std::move(formula), shape, false, {}};
    entry.values.assign(values, values + shape.count());
    m_trace.entries.push_back(std::move(entry));
  }

  Shape outputShape(const NodeId& id) const { return batched(m_trace.batch, m_analysis.nodes.at(id).inference.outputs[0].shape); }

  /// Before the forward, which changes the statistics that a layer keeps.
  void weights() {
    for (const WeightInfo& info : m_network.weightInfos())
      add(info.node, info.def.name, TraceKind::Weight, info.def.title, info.def.shape, m_network.weightsOf(info).data());
  }

  /// Statistics that this step has moved.
  void statistics() {
    for (const WeightInfo& info : m_network.weightInfos())
      if (info.def.role == WeightRole::Statistic && m_analysis.nodes.at(info.node).def->movesStatistics)
        add(info.node, info.def.name + ".new", TraceKind::UpdatedWeight, info.def.title, info.def.shape, m_network.weightsOf(info).data());
  }

  void forward(const std::vector<Real>& target, const std::vector<Real>& mask, double loss) {
    for (const NodeId& id : m_analysis.order) {
      if (id == m_analysis.loss) continue;
      add(id, "out", TraceKind::Output, GB_TEXT("engine", "output"), outputShape(id), m_network.outputOf(id));
      addCaches(id, false);
    }
    const TargetType& type = m_analysis.nodes.at(m_analysis.loss).target;
    const Shape shape = batched(m_trace.batch, type.shape);
    add(m_analysis.loss, "target", TraceKind::Target, GB_TEXT("engine", "target"), shape, target.data());
    if (!mask.empty()) add(m_analysis.loss, "mask", TraceKind::Target, GB_TEXT("engine", "mask: 1 where an item counts"), shape, mask.data());
    add(m_analysis.loss, "item", TraceKind::Loss, GB_TEXT("engine", "loss of each item"), shape, m_network.itemLosses().data());
    const Real mean = static_cast<Real>(loss);
    add(m_analysis.loss, "out", TraceKind::Loss, GB_TEXT("engine", "mean loss"), Shape{1}, &mean);
    m_trace.entries.back().values[0] = loss;
    m_trace.loss = loss;
  }

  void backward() {
    for (auto at = m_analysis.order.rbegin(); at != m_analysis.order.rend(); ++at) {
      if (*at == m_analysis.loss) continue;
      add(*at, "grad", TraceKind::Gradient, GB_TEXT("engine", "gradient of the loss in the output"), outputShape(*at), m_network.gradientOf(*at));
      addCaches(*at, true);
      addWires(*at);
      for (const WeightInfo& info : m_network.weightInfos())
        if (info.node == *at && info.trained)
          add(info.node, info.def.name + ".grad", TraceKind::WeightGradient, info.def.title, info.def.shape, m_network.gradientsOf(info).data());
    }
  }

  /// The node's caches that forward or backward has written.
  void addCaches(const NodeId& id, bool backward) {
    const std::vector<CacheDef>& caches = m_analysis.nodes.at(id).inference.caches;
    for (std::size_t k = 0; k < caches.size(); ++k)
      if (caches[k].backward == backward)
        add(id, caches[k].name, TraceKind::Stage, caches[k].title, caches[k].perBatch ? caches[k].shape : batched(m_trace.batch, caches[k].shape),
            m_network.cacheOf(id, k), caches[k].formula);
  }

  /// What a node passes back, where its source has other readers too.
  void addWires(const NodeId& id) {
    int wire = 0;
    for (const PortDef& port : m_analysis.nodes.at(id).def->inputs)
      for (const Wire* w : m_analysis.spec->into({id, port.name})) {
        const auto readers = std::count_if(m_analysis.spec->wires.begin(), m_analysis.spec->wires.end(), [&](const Wire& other) { return other.from.node == w->from.node; });
        if (readers > 1)
          add(id, "in" + std::to_string(wire) + ".grad", TraceKind::WireGradient, GB_TEXT("engine", "gradient passed back through a wire"), outputShape(w->from.node),
              m_network.wireGradient(id, static_cast<std::size_t>(wire)));
        ++wire;
      }
  }

  Trace take() { return std::move(m_trace); }

 private:
  Network& m_network;
  const Analysis& m_analysis;
  Trace m_trace;
};

}  // namespace

Result<RecordedStep> recordStep(const TraceRequest& request, const Analysis& analysis, const StepData& data) {
  CompileOptions options;
  options.maxBatch = static_cast<int>(data.batch);
  options.kernelSet = data.plan.portable ? KernelSet::v2 : defaultKernelSet();
  Result<Network> network = Network::compile(analysis, options);
  if (!network) return network.error();
  network->keepAll(true);
  setFlatWeights(*network, data.weights);

  const auto reals = [](const std::vector<double>& numbers) {
    std::vector<Real> out(numbers.size());
    std::transform(numbers.begin(), numbers.end(), out.begin(), [](double x) { return static_cast<Real>(x); });
    return out;
  };
  std::vector<std::vector<Real>> inputs;
  std::vector<const Real*> pointers;
  for (const std::vector<double>& input : data.inputs) inputs.push_back(reals(input));
  for (const auto& input : inputs) pointers.push_back(input.data());
  const std::vector<Real> target = reals(data.target), mask = reals(data.mask);

  NetworkInput input;
  input.batch = static_cast<int>(data.batch);
  input.inputs = pointers;
  input.target = target.data();
  input.mask = mask.empty() ? nullptr : mask.data();
  input.random = Random(request.plan.seed, streamOf(Stream::Dropout, static_cast<std::uint64_t>(request.step) << 12));
  Team alone;
  Recorder recorder(*network, data.batch);
  recorder.weights();
  const double loss = network->forward(input, alone);
  recorder.forward(target, mask, loss);
  StepUpdate step(*network, data, request.step + 1);
  step.backward();
  recorder.backward();
  RecordedStep out;
  UpdatedNumbers updated = step.update();
  recorder.statistics();
  out.norm = updated.norm;
  out.weights = std::move(updated.weights);
  out.optimizer = std::move(updated.optimizer);
  out.trace = recorder.take();
  return out;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
