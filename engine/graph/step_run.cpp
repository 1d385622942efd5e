#include "engine/graph/step_run.h"

#include <algorithm>
#include <cassert>

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// Type of one step; what has no time axis (the last state of a recurrent layer) is one already.
PortType stepType(PortType type) {
  if (type.shape.rank() == 2 || type.element == Element::Token) type.shape.set(0, 1);
  return type;
}

/// The node that really produces what `id` gives: bypassed nodes hand through.
NodeId producer(const Analysis& analysis, NodeId id) {
  while (analysis.spec->find(id)->bypassed) id = analysis.spec->into({id, analysis.nodes.at(id).def->inputs[0].name})[0]->from.node;
  return id;
}

}  // namespace

struct StepRun::Node {
  NodeId id;
  std::unique_ptr<Layer> layer;  // null for an input
  Stepping stepping = Stepping::Alone;
  std::vector<int> sources;      // node per wire
  int input = -1;                // number among the inputs
  std::int64_t width = 0;        // numbers of one step
  bool all = false;              // every step is needed, not only those whose output is wanted
  int lastReader = -1;
  std::vector<std::int64_t> cacheSizes;  // of one step; below 0: so many for all steps; 0: none
  std::vector<Real*> caches, weights;
  Real* own = nullptr;
  const Real* y = nullptr;       // of the last call: `rows` steps
  std::int64_t rows = 0;
  std::vector<const Real*> x;
};

StepRun::~StepRun() = default;

StepRun::StepRun(const Analysis& analysis, int mostSteps, const Kernels& kernels) : m_kernels(&kernels), m_mostSteps(mostSteps) {
  const auto indexOf = [&](const NodeId& id) {
    return static_cast<int>(std::find_if(m_nodes.begin(), m_nodes.end(), [&](const Node& n) { return n.id == id; }) - m_nodes.begin());
  };
  const std::int64_t steps = stepsOf(analysis);
  int inputs = 0;
  for (const NodeId& id : analysis.order) {
    const NodeAnalysis& info = analysis.nodes.at(id);
    const NodeSpec& spec = *analysis.spec->find(id);
    if (info.def->group == LayerGroup::Loss || spec.bypassed) continue;
    Node node;
    node.id = id;
    node.width = stepType(info.inference.outputs[0]).shape.count();
    for (const PortDef& port : info.def->inputs)
      for (const Wire* wire : analysis.spec->into({id, port.name})) node.sources.push_back(indexOf(producer(analysis, wire->from.node)));
    node.x.resize(node.sources.size());
    if (info.def->inputs.empty()) {
      node.input = inputs++;
    } else {
      node.stepping = info.def->stepping(info.inputs, info.params);
      LayerSetup setup{info.inputs, info.params, info.inference, 1, false, &kernels, mostSteps};
      if (node.stepping == Stepping::Alone) {
        // Steps are samples of one step: the layer need not know of them.
        for (PortType& type : setup.inputs) type = stepType(type);
        setup.inference = std::get<Inference>(info.def->infer(setup.inputs, info.params));
        setup.maxBatch = mostSteps;
        for (const CacheDef& cache : setup.inference.caches) node.cacheSizes.push_back((cache.perBatch ? -1 : 1) * cache.shape.count());
      } else {
        for (const CacheDef& cache : setup.inference.caches) node.cacheSizes.push_back(cache.onlyTraced ? 0 : cache.shape.count() / steps);
      }
      node.layer = findLayer(spec.key)->make(setup);
    }
    m_nodes.push_back(std::move(node));
  }
  m_output = indexOf(producer(analysis, analysis.output));
  std::int64_t room = 0;
  for (const Node& node : m_nodes)
    if (node.layer) room = std::max(room, node.layer->room());
  m_room = Buffer<Real>(static_cast<std::size_t>(room));
  findRows();
  layout();
}

/// Which nodes need all steps: those that a layer reads which keeps the past, and what these depend on.
void StepRun::findRows() {
  for (std::size_t i = m_nodes.size(); i-- > 0;)
    for (const int source : m_nodes[i].sources) {
      Node& from = m_nodes[static_cast<std::size_t>(source)];
      from.all = from.all || m_nodes[i].all || m_nodes[i].stepping == Stepping::Past;
      from.lastReader = std::max(from.lastReader, static_cast<int>(i));
    }
  m_nodes[static_cast<std::size_t>(m_output)].lastReader = static_cast<int>(m_nodes.size());
}

void StepRun::layout() {
  struct Slot {
    std::int64_t at, size;
    int freeAfter;  // node that reads it last
  };
  std::vector<Slot> slots;
  std::int64_t total = 0;
  const auto take = [&](std::int64_t numbers, int node, int until) {
    constexpr std::int64_t kUnit = kAlignment / sizeof(Real);
    const std::int64_t size = (numbers + kUnit - 1) / kUnit * kUnit;
    Slot* best = nullptr;
    for (Slot& slot : slots)
      if (!m_keep && slot.freeAfter < node && slot.size >= size && (!best || slot.size < best->size)) best = &slot;
    if (!best) best = &slots.emplace_back(Slot{std::exchange(total, total + size), size, 0});
    best->freeAfter = until;
    return best->at;
  };
  std::vector<std::pair<Real**, std::int64_t>> places;
  for (std::size_t i = 0; i < m_nodes.size(); ++i) {
    Node& node = m_nodes[i];
    if (!node.layer) continue;
    const int number = static_cast<int>(i);
    places.emplace_back(&node.own, take(m_mostSteps * node.width, number, std::max(number, node.lastReader)));
    node.caches.assign(node.cacheSizes.size(), nullptr);
    for (std::size_t k = 0; k < node.caches.size(); ++k)
      if (node.cacheSizes[k] != 0 && (m_keep || node.stepping == Stepping::Alone))
        places.emplace_back(&node.caches[k], take(node.cacheSizes[k] < 0 ? -node.cacheSizes[k] : m_mostSteps * node.cacheSizes[k], number, number));
  }
  m_arrays = Buffer<Real>(static_cast<std::size_t>(total));
  for (const auto& [slot, at] : places) *slot = m_arrays.data() + at;
}

void StepRun::setWeights(const NodeId& id, std::vector<Real*> weights) {
  for (Node& node : m_nodes)
    if (node.id == id) node.weights = std::move(weights);
}

void StepRun::keepAll(bool keep) {
  if (m_keep == keep) return;
  m_keep = keep;
  layout();
}

void StepRun::forward(const StepInput& input, Team& team) {
  assert(input.count <= m_mostSteps && input.wanted <= input.count && input.begin <= m_done);
  for (std::size_t i = 0; i < m_nodes.size(); ++i) {
    Node& node = m_nodes[i];
    node.rows = node.all ? input.count : input.wanted;
    if (node.input >= 0) {
      node.y = input.inputs[static_cast<std::size_t>(node.input)] + (input.count - node.rows) * node.width;
      continue;
    }
    node.y = node.own;
    const bool past = node.stepping == Stepping::Past;
    if (node.rows == 0 && !past) continue;
    StepPass pass;
    pass.batch = static_cast<int>(past ? input.count : node.rows);
    pass.mode = Mode::Inference;
    pass.kernels = m_kernels;
    pass.team = &team;
    for (std::size_t wire = 0; wire < node.sources.size(); ++wire) {
      const Node& source = m_nodes[static_cast<std::size_t>(node.sources[wire])];
      node.x[wire] = source.y + (source.rows - pass.batch) * source.width;
    }
    pass.x = node.x;
    pass.y = node.own;
    pass.weights = node.weights;
    pass.caches = node.caches;
    pass.room = m_room.data();
    pass.begin = input.begin;
    pass.wanted = node.rows;
    if (past) node.layer->forwardSteps(pass);
    else node.layer->forward(pass);
  }
  m_done = input.begin + input.count;
}

bool StepRun::setPast(const NodeId& id, std::size_t cache, std::int64_t steps, const Real* values) {
  for (Node& node : m_nodes)
    if (node.id == id && node.layer) return node.layer->setPast(cache, steps, values);
  return false;
}

std::span<const Real> StepRun::outputOf(const NodeId& id) const {
  for (const Node& node : m_nodes)
    if (node.id == id) return {node.y, static_cast<std::size_t>(node.rows * node.width)};
  return {};
}

std::span<const Real> StepRun::cacheOf(const NodeId& id, std::size_t cache) const {
  for (const Node& node : m_nodes)
    if (node.id == id && cache < node.caches.size() && node.caches[cache] && node.cacheSizes[cache] > 0) return {node.caches[cache], static_cast<std::size_t>(node.rows * node.cacheSizes[cache])};
  return {};
}

std::span<const Real> StepRun::output() const {
  const Node& node = m_nodes[static_cast<std::size_t>(m_output)];
  return {node.y, static_cast<std::size_t>(node.rows * node.width)};
}

std::size_t StepRun::bytes() const {
  std::size_t bytes = sizeof(Real) * (m_arrays.size() + m_room.size());
  for (const Node& node : m_nodes)
    if (node.layer) bytes += node.layer->scratchBytes();
  return bytes;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
