#include "engine/graph/network.h"

#include <algorithm>
#include <cassert>

#include "engine/core/capped.h"
#include "engine/graph/narrow_chain.h"
#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

constexpr std::size_t kAlignedNumbers = kAlignment / sizeof(Real);

std::size_t rounded(std::size_t numbers) { return (numbers + kAlignedNumbers - 1) / kAlignedNumbers * kAlignedNumbers; }

/// Hands a node's finished gradient ranges on under the network's numbering of weights.
class NodeSink : public GradientSink {
 public:
  GradientSink* outer = nullptr;
  int first = 0;
  void finished(int weight, int block, std::int64_t begin, std::int64_t end) override { outer->finished(first + weight, block, begin, end); }
};

/// A place of `size` numbers in an arena that does not exist yet.
class ArenaPlan {
 public:
  std::size_t take(std::size_t numbers) {
    // Arrays of a whole number of 4 KB pages, read and written side by side, would fall on the same places of the L1 cache.
    constexpr std::size_t kSkew = 17 * kAlignedNumbers, kLarge = 64 * kAlignedNumbers;
    const std::size_t at = m_size;
    m_size += rounded(numbers) + (numbers >= kLarge ? kSkew : 0);
    return at;
  }
  std::size_t size() const { return m_size; }

 private:
  std::size_t m_size = 0;
};

}  // namespace

struct Network::Impl {
  /// One reader of a node's output: which node, and which of its wires.
  struct Reader {
    int node;
    std::size_t wire;
  };

  struct Node {
    NodeId id;
    std::unique_ptr<Layer> layer;       // null for an input
    Activation activation = Activation::None;
    std::vector<int> sources;           // node per wire
    std::vector<Reader> readers;        // layers and, as node -1, the loss
    std::size_t perSample = 0;
    std::vector<CacheDef> cacheDefs;
    int input = -1;                     // number among the inputs
    int firstWeight = 0, weights = 0;   // in weightInfos; those of the owner when shared
    bool shared = false;                // its weights have several users
    bool tokens = false;                // gives whole-number ids: there is no gradient in them
    bool leadsToLoss = false, trained = false, needsGradient = false;
    int fusedBehind = -1;               // the node whose product forms this activation

    const Real* y = nullptr;
    Real* ownY = nullptr;
    Real* dy = nullptr;
    std::vector<Real*> caches;          // one per cacheDefs
    std::vector<Real*> wireGradient;    // what this node passes back, per wire
    std::vector<const Real*> x;
    std::vector<Real*> dx, w, dw;
    NodeSink sink;
  };

  Analysis analysis;
  CompileOptions options;
  const Kernels* kernels = nullptr;
  std::vector<Node> nodes;
  std::vector<WeightInfo> infos;
  Buffer<Real> weightArena, gradientArena, activations;
  Buffer<Real> room;                 // Pass::room: as much as the layer that needs most
  std::unique_ptr<Loss> loss;
  int output = -1;
  std::size_t items = 0, itemPlace = 0;
  Real* itemLoss = nullptr;
  bool keep = false;
  int batch = 0;
  std::optional<FoundChain> chain;   // then the narrow kernels do all the work
  NarrowChain unseenChain;           // the same without arrays to fill
  Buffer<Real> chainRoom;
  NetworkInput last;
  std::vector<const Real*> stepInputs;
  std::unique_ptr<StepRun> steps;    // then it does all the work, and the nodes here only tell of their weights

  int indexOf(const NodeId& id) const {
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (nodes[i].id == id) return static_cast<int>(i);
    return -1;
  }

  /// The node that really produces what `id` gives: bypassed nodes hand through.
  NodeId producer(NodeId id) const {
    while (true) {
      const NodeSpec* node = analysis.spec->find(id);
      if (!node->bypassed) return id;
      const auto wires = analysis.spec->into({id, analysis.nodes.at(id).def->inputs[0].name});
      id = wires[0]->from.node;
    }
  }

  /// Its only reader passes its own gradient on: both are one array.
  bool takesGradientOf(const Node& node) const {
    return node.readers.size() == 1 && node.readers[0].node >= 0 && nodes[static_cast<std::size_t>(node.readers[0].node)].layer->passesGradientOn();
  }

  Result<void> build();
  void buildWeights();
  void buildSteps();
  void findReaders();
  void findChain();
  Result<void> layout();
  std::size_t bytes(std::size_t numbersToCome) const;
  void wireChain();
  bool runsAsChain() const { return chain && !last.mask; }
  const NarrowChain& chainFor(const NetworkInput& input) const { return input.unseen ? unseenChain : chain->chain; }
  template<class Hook> double forward(const NetworkInput& input, Team& team, Hook& hook);
  void runLoss(Team& team, bool withGradient);
  void backward(Team& team, GradientSink* sink);
  void sumReaders(Node& node, Team& team);
  void sumShared(GradientSink* sink);
};

Result<void> Network::Impl::build() {
  for (const NodeId& id : analysis.order) {
    const NodeAnalysis& info = analysis.nodes.at(id);
    const NodeSpec& spec = *analysis.spec->find(id);
    if (info.def->group == LayerGroup::Loss || spec.bypassed) continue;
    const LayerDef* def = findLayer(spec.key);
    Node node;
    node.id = id;
    node.activation = def->activation;
    node.perSample = static_cast<std::size_t>(info.inference.outputs[0].shape.count());
    node.cacheDefs = info.inference.caches;
    node.tokens = info.inference.outputs[0].element == Element::Token;
    for (const PortDef& port : info.def->inputs)
      for (const Wire* wire : analysis.spec->into({id, port.name})) node.sources.push_back(indexOf(producer(wire->from.node)));
    if (info.def->inputs.empty()) {
      node.input = static_cast<int>(std::count_if(nodes.begin(), nodes.end(), [](const Node& n) { return n.input >= 0; }));
    } else {
      if (!def->make) return Error(GB_TEXT("engine", "This version can draw %1 but not yet train it.").arg(info.def->title), id);
      if (options.steps == 0) node.layer = def->make({info.inputs, info.params, info.inference, options.maxBatch, options.training, kernels});
    }
    nodes.push_back(std::move(node));
  }
  output = indexOf(producer(analysis.output));
  if (!analysis.loss.empty()) {
    const NodeAnalysis& info = analysis.nodes.at(analysis.loss);
    loss = findLoss(analysis.spec->find(analysis.loss)->key)->make(info.inputs[0], info.params);
    items = static_cast<std::size_t>(info.target.items);
  }
  std::int64_t most = 0;
  for (const Node& node : nodes)
    if (node.layer) most = std::max(most, node.layer->room());
  room = Buffer<Real>(static_cast<std::size_t>(most));
  buildWeights();
  if (options.steps > 0) {
    buildSteps();
    return {};
  }
  findReaders();
  findChain();
  return layout();
}

/// A chain of small layers that fits into the cache with a whole batch.
void Network::Impl::findChain() {
  constexpr Index kMostRoom = 1 << 17;  // numbers
  if (!loss || !options.fuse) return;
  std::vector<ChainLink> links;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    ChainLink& link = links.emplace_back(ChainLink{node.layer.get(), node.activation});
    link.inLine = node.sources.size() == 1 && node.sources[0] + 1 == static_cast<int>(i) && node.readers.size() == 1;
    link.plainWeights = node.weights > 0 && !node.shared;
    for (int k = 0; k < node.weights; ++k) {
      const WeightInfo& info = infos[static_cast<std::size_t>(node.firstWeight + k)];
      link.plainWeights = link.plainWeights && info.trained;
      (k == 0 ? link.weight : link.bias) = static_cast<Index>(info.offset);
    }
  }
  chain = findNarrowChain(links, *loss);
  if (!chain) return;
  const Index narrowRoom = kernels->narrow.room(chain->chain, options.maxBatch);
  if (narrowRoom > kMostRoom) chain.reset();
  else chainRoom = Buffer<Real>(static_cast<std::size_t>(narrowRoom));
  if (chain) unseenChain = chain->chain;
}

/// Has the chain fill every array that has a place.
void Network::Impl::wireChain() {
  std::size_t node = 1;
  for (int l = 0; l < chain->chain.layers; ++l) {
    NarrowLayer& layer = chain->chain.layer[l];
    const Node& first = nodes[node];
    node += static_cast<std::size_t>(chain->nodesOf[l]);
    const Node& end = nodes[node - 1];
    layer.y = end.ownY;
    layer.dy = end.dy;
    layer.sum = &first != &end && first.y ? first.ownY : nullptr;
    layer.dSum = &first != &end ? first.dy : nullptr;
  }
  chain->chain.dx = nodes[0].dy;
}

void Network::Impl::buildWeights() {
  ArenaPlan plan;
  for (Node& node : nodes) {
    const NodeSpec& spec = *analysis.spec->find(node.id);
    const auto& defs = analysis.nodes.at(node.id).inference.weights;
    node.weights = static_cast<int>(defs.size());
    if (!spec.weightsOf.empty()) continue;
    node.firstWeight = static_cast<int>(infos.size());
    for (const WeightDef& def : defs) {
      const auto size = static_cast<std::size_t>(def.shape.count());
      infos.push_back({node.id + "." + def.name, node.id, def, plan.take(size), size, !spec.frozen && def.role != WeightRole::Statistic});
    }
  }
  for (Node& node : nodes) {
    const NodeSpec& spec = *analysis.spec->find(node.id);
    if (!spec.weightsOf.empty()) {
      Node& owner = nodes[static_cast<std::size_t>(indexOf(spec.weightsOf))];
      node.firstWeight = owner.firstWeight;
      node.shared = owner.shared = true;
    }
    for (int k = 0; k < node.weights; ++k) node.trained = node.trained || infos[static_cast<std::size_t>(node.firstWeight + k)].trained;
  }
  weightArena = Buffer<Real>(plan.size());
  if (options.training) gradientArena = Buffer<Real>(plan.size());
}

void Network::Impl::buildSteps() {
  steps = std::make_unique<StepRun>(analysis, options.steps, *kernels);
  for (const Node& node : nodes) {
    std::vector<Real*> weights;
    for (int k = 0; k < node.weights; ++k) weights.push_back(weightArena.data() + infos[static_cast<std::size_t>(node.firstWeight + k)].offset);
    steps->setWeights(node.id, std::move(weights));
  }
}

void Network::Impl::findReaders() {
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (std::size_t wire = 0; wire < nodes[i].sources.size(); ++wire)
      nodes[static_cast<std::size_t>(nodes[i].sources[wire])].readers.push_back({static_cast<int>(i), wire});
  if (!loss) return;
  nodes[static_cast<std::size_t>(output)].readers.push_back({-1, 0});
  nodes[static_cast<std::size_t>(output)].leadsToLoss = true;
  for (std::size_t i = nodes.size(); i-- > 0;)
    for (int source : nodes[i].sources) nodes[static_cast<std::size_t>(source)].leadsToLoss |= nodes[i].leadsToLoss;
  for (Node& node : nodes) node.trained = node.trained && node.leadsToLoss;
}

/// Decides which nodes are fused and gives every array its place. Called again when `keep` changes. Fails before memory is taken
/// that is not there.
Result<void> Network::Impl::layout() {
  const auto batchSize = static_cast<std::size_t>(options.maxBatch);
  for (Node& node : nodes) {
    node.fusedBehind = -1;
    node.needsGradient = node.trained || (keep && options.training && !node.tokens);
    for (int source : node.sources) node.needsGradient = node.needsGradient || nodes[static_cast<std::size_t>(source)].needsGradient;
    node.needsGradient = node.needsGradient && node.leadsToLoss;
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node& node = nodes[i];
    if (!node.layer) continue;
    node.layer->fuseActivation(Activation::None);
    if (keep || !options.fuse || node.readers.size() != 1 || node.readers[0].node < 0) continue;
    Node& next = nodes[static_cast<std::size_t>(node.readers[0].node)];
    if (next.activation == Activation::None || !node.layer->canFuseActivation(next.activation)) continue;
    node.layer->fuseActivation(next.activation);
    next.fusedBehind = static_cast<int>(i);
  }

  ArenaPlan plan;
  struct Place {
    Real** slot;
    std::size_t at;
  };
  std::vector<Place> places;
  const auto take = [&](Real*& slot, std::size_t numbers) { places.push_back({&slot, plan.take(numbers)}); };
  const bool gradients = options.training;
  for (Node& node : nodes) {
    node.y = node.ownY = node.dy = nullptr;
    node.caches.assign(node.cacheDefs.size(), nullptr);
    node.wireGradient.assign(node.sources.size(), nullptr);
    node.dx.assign(node.sources.size(), nullptr);
    node.x.assign(node.sources.size(), nullptr);
    node.w.clear();
    node.dw.clear();
    if (node.input < 0) take(node.ownY, batchSize * node.perSample);
    for (std::size_t k = 0; k < node.caches.size(); ++k)
      if (keep || !node.cacheDefs[k].onlyTraced) take(node.caches[k], (node.cacheDefs[k].perBatch ? 1 : batchSize) * static_cast<std::size_t>(node.cacheDefs[k].shape.count()));
    if (gradients && node.needsGradient && !takesGradientOf(node)) take(node.dy, batchSize * node.perSample);
  }
  if (gradients)
    for (Node& node : nodes)
      for (std::size_t wire = 0; wire < node.sources.size(); ++wire) {
        const Node& source = nodes[static_cast<std::size_t>(node.sources[wire])];
        if (source.needsGradient && source.readers.size() > 1 && !node.layer->passesGradientOn()) take(node.wireGradient[wire], batchSize * source.perSample);
      }
  for (Node& node : nodes) {
    for (int k = 0; k < node.weights; ++k) {
      const WeightInfo& info = infos[static_cast<std::size_t>(node.firstWeight + k)];
      node.w.push_back(weightArena.data() + info.offset);
      if (gradients && node.trained) node.dw.push_back(gradientArena.data() + info.offset);
    }
    if (node.shared)
      for (std::size_t k = 0; k < node.dw.size(); ++k) take(node.dw[k], infos[static_cast<std::size_t>(node.firstWeight) + k].size);
  }
  take(itemLoss, batchSize * items);

  activations = {};
  if (Result<void> fits = checkNetworkFits(static_cast<std::int64_t>(bytes(plan.size()))); !fits) return fits;
  activations = Buffer<Real>(plan.size());
  for (const Place& place : places) *place.slot = activations.data() + place.at;
  for (std::size_t i = nodes.size(); i-- > 0;)
    if (gradients && nodes[i].needsGradient && takesGradientOf(nodes[i])) nodes[i].dy = nodes[static_cast<std::size_t>(nodes[i].readers[0].node)].dy;
  for (Node& node : nodes) {
    node.y = node.ownY;
    if (node.fusedBehind >= 0) nodes[static_cast<std::size_t>(node.fusedBehind)].y = nullptr;
    for (std::size_t wire = 0; wire < node.sources.size(); ++wire) {
      Node& source = nodes[static_cast<std::size_t>(node.sources[wire])];
      if (!gradients || !source.needsGradient) continue;
      if (node.layer->passesGradientOn()) {
        node.wireGradient[wire] = node.dy;
        continue;
      }
      if (!node.wireGradient[wire]) node.wireGradient[wire] = source.dy;
      node.dx[wire] = node.wireGradient[wire];
    }
  }
  if (chain) wireChain();
  return {};
}

void Network::Impl::runLoss(Team& team, bool withGradient) {
  const Node& node = nodes[static_cast<std::size_t>(output)];
  LossPass pass;
  pass.batch = batch;
  pass.kernels = kernels;
  pass.team = &team;
  pass.x = node.y;
  pass.target = last.target;
  pass.mask = last.mask;
  pass.itemLoss = itemLoss;
  pass.dx = withGradient ? node.dy : nullptr;
  loss->compute(pass);
}

/// Gradient of an output with several readers: the sum of what they pass back, in the order of the wires.
void Network::Impl::sumReaders(Node& node, Team& team) {
  const auto n = static_cast<std::int64_t>(static_cast<std::size_t>(batch) * node.perSample);
  const bool withLoss = node.readers.back().node < 0;  // the loss has written into dy itself
  const int blocks = elementBlocks(n);
  team.blocks(blocks, [&](int block) {
    const BlockRange r = blockRange(n, blocks, block, 64);
    Real* sum = node.dy + r.begin;
    const Real* so = withLoss ? sum : nullptr;
    for (const Reader& reader : node.readers) {
      const Real* part = reader.node < 0 ? nullptr : nodes[static_cast<std::size_t>(reader.node)].wireGradient[reader.wire];
      if (!part) continue;
      if (so) kernels->add(r.size(), so, part + r.begin, sum);
      so = so ? sum : part + r.begin;
    }
    if (so && so != sum) std::copy_n(so, r.size(), sum);
  });
}

/// Gradient of a weight with several users: the sum of theirs, in network order.
void Network::Impl::sumShared(GradientSink* sink) {
  for (std::size_t i = 0; i < infos.size(); ++i) {
    const WeightInfo& info = infos[i];
    bool first = true;
    for (const Node& node : nodes) {
      const int k = static_cast<int>(i) - node.firstWeight;
      if (!node.shared || k < 0 || k >= node.weights || node.dw.empty()) continue;
      Real* sum = gradientArena.data() + info.offset;
      const Real* part = node.dw[static_cast<std::size_t>(k)];
      if (first) std::copy_n(part, info.size, sum);
      else kernels->add(static_cast<Index>(info.size), sum, part, sum);
      first = false;
    }
    if (!first && sink && info.trained) sink->finished(static_cast<int>(i), 0, 0, static_cast<std::int64_t>(info.size));
  }
}

Network::Network(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

Result<Network> Network::compile(const Analysis& analysis, const CompileOptions& options) {
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  if (analysis.order.empty()) return Error(GB_TEXT("engine", "The network is empty: add an Input, layers and a loss."));
  if (options.steps > 0) {
    assert(!options.training);
    if (std::optional<Error> fault = stepwiseFault(analysis)) return *fault;
  }
  // Layers take room of their own when they are made: what can never fit is refused before that, the rest where arrays get their places.
  const std::int64_t least = leastNumbers(analysis, options.steps > 0 ? 0 : options.maxBatch, options.training ? 2 : 1);
  if (Result<void> fits = checkNetworkFits(cappedProduct({static_cast<std::int64_t>(sizeof(Real)), least})); !fits) return fits.error();
  auto impl = std::make_unique<Impl>();
  impl->analysis = analysis;
  impl->options = options;
  impl->kernels = &glassbox::GLASSBOX_REAL_NS::kernels(options.kernelSet);
  if (Result<void> built = impl->build(); !built) return built.error();
  return Network(std::move(impl));
}

/// `hook` may change what reaches a layer before it runs, and what it gave after that.
template<class Hook> double Network::Impl::forward(const NetworkInput& input, Team& team, Hook& hook) {
  Impl& m = *this;
  assert(!m.steps);
  assert(input.batch >= 1 && input.batch <= m.options.maxBatch);
  m.batch = input.batch;
  m.last = input;
  if (m.runsAsChain()) {
    m.nodes[0].y = input.inputs[0];
    return m.kernels->narrow.forward(m.chainFor(input), m.batch, input.inputs[0], input.target, m.weightArena.data(),
                                     input.unseen ? nullptr : m.itemLoss, m.chainRoom.data()) /
           static_cast<double>(static_cast<std::size_t>(m.batch) * m.items);
  }
  for (std::size_t i = 0; i < m.nodes.size(); ++i) {
    Impl::Node& node = m.nodes[i];
    if (node.input >= 0) {
      node.y = input.inputs[static_cast<std::size_t>(node.input)];
      continue;
    }
    if (node.fusedBehind >= 0) continue;
    for (std::size_t wire = 0; wire < node.sources.size(); ++wire) node.x[wire] = m.nodes[static_cast<std::size_t>(node.sources[wire])].y;
    hook.wires(node);
    Pass pass;
    hook.pass(node, pass);
    pass.batch = m.batch;
    pass.mode = input.mode;
    pass.kernels = m.kernels;
    pass.team = &team;
    pass.random = Random(input.random.seed(), input.random.stream() + i);
    pass.x = node.x;
    pass.weights = node.w;
    pass.caches = node.caches;
    pass.room = m.room.data();
    // A fused product writes straight into its activation's array.
    const bool fused = !node.y;
    pass.y = fused ? m.nodes[static_cast<std::size_t>(node.readers[0].node)].ownY : node.ownY;
    node.layer->forward(pass);
    hook.output(node);
  }
  if (!m.loss || !input.target) return 0;
  m.runLoss(team, m.options.training && input.mode == Mode::Training);
  const auto n = static_cast<Index>(static_cast<std::size_t>(m.batch) * m.items);
  if (!input.mask) return m.kernels->sum(n, m.itemLoss) / static_cast<double>(n);
  for (Index i = 0; i < n; ++i)
    if (input.mask[i] == 0) m.itemLoss[i] = 0;
  return m.kernels->sum(n, m.itemLoss) / std::max(1.0, m.kernels->sum(n, input.mask));
}

double Network::forward(const NetworkInput& input, Team& team) {
  struct {
    void wires(Impl::Node&) const {}
    void pass(Impl::Node&, Pass&) const {}
    void output(Impl::Node&) const {}
  } nothing;
  return m_impl->forward(input, team, nothing);
}

double Network::forwardNudged(const NetworkInput& input, const Nudge& nudge, Team& team) {
  Impl& m = *m_impl;
  assert(m.keep && !m.chain);
  struct {
    Impl& m;
    const Nudge& nudge;
    int node;
    std::vector<Real> moved;
    void wires(Impl::Node& at) {
      if (nudge.wire < 0 || &at != &m.nodes[static_cast<std::size_t>(node)]) return;
      const auto wire = static_cast<std::size_t>(nudge.wire);
      const std::size_t size = static_cast<std::size_t>(m.batch) * m.nodes[static_cast<std::size_t>(at.sources[wire])].perSample;
      moved.assign(at.x[wire], at.x[wire] + size);
      moved[static_cast<std::size_t>(nudge.place)] += nudge.by;
      at.x[wire] = moved.data();
    }
    void pass(Impl::Node&, Pass&) const {}
    void output(Impl::Node& at) const {
      if (nudge.wire >= 0 || &at != &m.nodes[static_cast<std::size_t>(node)]) return;
      if (nudge.output.empty()) at.ownY[nudge.place] += nudge.by;
      std::copy(nudge.output.begin(), nudge.output.end(), at.ownY);
    }
  } hook{m, nudge, m.indexOf(nudge.wire < 0 ? m.producer(nudge.node) : nudge.node), {}};
  return m.forward(input, team, hook);
}

double Network::forwardWithout(const NetworkInput& input, std::span<const UnitsOff> off, Team& team) {
  Impl& m = *m_impl;
  assert(!m.options.fuse);
  struct Of {
    NodeUnits units;
    std::span<const std::int64_t> off;
  };
  std::vector<Of> nodes(m.nodes.size());
  for (const UnitsOff& part : off)
    if (const int i = m.indexOf(m.producer(part.node)); i >= 0) nodes[static_cast<std::size_t>(i)] = {unitsOf(m.analysis, m.nodes[static_cast<std::size_t>(i)].id), part.units};
  struct {
    Impl& m;
    const std::vector<Of>& nodes;
    void wires(Impl::Node&) const {}
    void pass(Impl::Node& at, Pass& pass) const {
      const Of& of = nodes[static_cast<std::size_t>(&at - m.nodes.data())];
      if (of.units.kind == UnitKind::Head) pass.headsOff = of.off;
    }
    void output(Impl::Node& at) const {
      const Of& of = nodes[static_cast<std::size_t>(&at - m.nodes.data())];
      if (of.units.kind == UnitKind::Head) return;
      // (batch, outer, units, inner)
      const std::int64_t outer = m.batch * of.units.outer;
      for (const std::int64_t unit : of.off)
        for (std::int64_t i = 0; i < outer; ++i) std::fill_n(at.ownY + (i * of.units.count + unit) * of.units.inner, of.units.inner, Real(0));
    }
  } hook{m, nodes};
  return m.forward(input, team, hook);
}

void Network::forwardSteps(const StepInput& input, Team& team) {
  Impl& m = *m_impl;
  assert(m.steps && input.wanted <= m.options.steps && input.wanted <= input.count);
  std::vector<const Real*>& inputs = m.stepInputs;
  inputs.assign(input.inputs.begin(), input.inputs.end());
  StepInput part = input;
  part.inputs = inputs;
  for (std::int64_t left = input.count; left > 0; left -= part.count) {
    part.begin = input.begin + input.count - left;
    // The last go holds all that are wanted.
    part.count = left <= m.options.steps ? left : std::min<std::int64_t>(m.options.steps, left - input.wanted);
    part.wanted = part.count == left ? input.wanted : 0;
    m.steps->forward(part, team);
    for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i] += part.count * m.analysis.nodes.at(m.analysis.inputs[i]).inference.outputs[0].shape.count() / stepsOf(m.analysis);
  }
}

std::int64_t Network::stepsDone() const { return m_impl->steps->done(); }
std::span<const Real> Network::stepOutput() const { return m_impl->steps->output(); }
std::span<const Real> Network::stepOutputOf(const NodeId& id) const {
  if (!m_impl->analysis.spec->find(id)) return {};
  return m_impl->steps->outputOf(m_impl->producer(id));
}

std::span<const Real> Network::stepCacheOf(const NodeId& id, std::size_t cache) const { return m_impl->steps->cacheOf(id, cache); }

bool Network::setPast(const NodeId& id, std::size_t cache, std::int64_t steps, std::span<const Real> values) {
  assert(steps <= stepsOf(m_impl->analysis) && static_cast<std::int64_t>(values.size()) % std::max<std::int64_t>(steps, 1) == 0);
  if (!m_impl->steps->setPast(id, cache, steps, values.data())) return false;
  m_impl->steps->setDone(steps);
  return true;
}

void Network::backward(Team& team, GradientSink* sink) {
  Impl& m = *m_impl;
  assert(m.options.training && m.loss && m.last.target);
  if (m.runsAsChain()) {
    m.kernels->narrow.backward(m.chainFor(m.last), m.batch, m.weightArena.data(), m.gradientArena.data(), m.chainRoom.data());
    for (std::size_t i = 0; sink && i < m.infos.size(); ++i) sink->finished(static_cast<int>(i), 0, 0, static_cast<std::int64_t>(m.infos[i].size));
    return;
  }
  m.backward(team, sink);
}

void Network::backwardFrom(std::span<const Real> outputGradient, Team& team) {
  Impl& m = *m_impl;
  assert(m.options.training && !m.options.fuse && m.loss);
  const Impl::Node& node = m.nodes[static_cast<std::size_t>(m.output)];
  assert(outputGradient.empty() ? m.last.target != nullptr : outputGradient.size() == static_cast<std::size_t>(m.batch) * node.perSample);
  if (outputGradient.empty()) m.runLoss(team, true);
  else std::copy(outputGradient.begin(), outputGradient.end(), node.dy);
  m.backward(team, nullptr);
}

/// From the gradient in the output's array on.
void Network::Impl::backward(Team& team, GradientSink* sink) {
  Impl& m = *this;
  for (std::size_t i = m.nodes.size(); i-- > 0;) {
    Impl::Node& node = m.nodes[i];
    if (!node.needsGradient) continue;
    if (node.readers.size() > 1) m.sumReaders(node, team);
    if (!node.layer) continue;
    BackwardPass pass;
    pass.batch = m.batch;
    pass.mode = m.last.mode;
    pass.kernels = m.kernels;
    pass.team = &team;
    pass.random = Random(m.last.random.seed(), m.last.random.stream() + i);
    if (node.fusedBehind < 0) pass.x = node.x;
    pass.weights = node.w;
    pass.caches = node.caches;
    pass.room = m.room.data();
    pass.yOut = node.ownY;
    pass.dy = node.dy;
    pass.dx = node.dx;
    pass.dw = node.dw;
    if (sink && !node.shared) {
      node.sink.outer = sink;
      node.sink.first = node.firstWeight;
      pass.sink = &node.sink;
    }
    node.layer->backward(pass);
  }
  m.sumShared(sink);
}

const Analysis& Network::analysis() const { return m_impl->analysis; }
std::span<const WeightInfo> Network::weightInfos() const { return m_impl->infos; }
std::span<Real> Network::weights() { return m_impl->weightArena; }
std::span<const Real> Network::weights() const { return std::as_const(m_impl->weightArena); }
std::span<Real> Network::gradients() { return m_impl->gradientArena; }
std::span<const Real> Network::gradients() const { return std::as_const(m_impl->gradientArena); }

std::span<const Real> Network::output() const {
  const Impl::Node& node = m_impl->nodes[static_cast<std::size_t>(m_impl->output)];
  return {node.y, static_cast<std::size_t>(m_impl->batch) * node.perSample};
}

std::span<const Real> Network::itemLosses() const { return {m_impl->itemLoss, static_cast<std::size_t>(m_impl->batch) * m_impl->items}; }

const Real* Network::outputOf(const NodeId& id) const {
  if (!m_impl->analysis.spec->find(id)) return nullptr;
  const int index = m_impl->indexOf(m_impl->producer(id));
  return index < 0 ? nullptr : m_impl->nodes[static_cast<std::size_t>(index)].y;
}

const Real* Network::gradientOf(const NodeId& id) const {
  if (!m_impl->analysis.spec->find(id)) return nullptr;
  const int index = m_impl->indexOf(m_impl->producer(id));
  return index < 0 ? nullptr : m_impl->nodes[static_cast<std::size_t>(index)].dy;
}

const Real* Network::cacheOf(const NodeId& id, std::size_t cache) const {
  const int index = m_impl->indexOf(id);
  if (index < 0) return nullptr;
  const std::vector<Real*>& caches = m_impl->nodes[static_cast<std::size_t>(index)].caches;
  return cache < caches.size() ? caches[cache] : nullptr;
}

const Real* Network::wireGradient(const NodeId& id, std::size_t wire) const {
  const int index = m_impl->indexOf(id);
  return index < 0 ? nullptr : m_impl->nodes[static_cast<std::size_t>(index)].wireGradient.at(wire);
}

void Network::keepAll(bool keep) {
  if (m_impl->keep == keep) return;
  m_impl->keep = keep;
  if (m_impl->steps) m_impl->steps->keepAll(keep);
  else if (!m_impl->layout()) throw std::bad_alloc();
}

bool Network::isNarrow() const { return m_impl->chain.has_value(); }
int Network::maxBatch() const { return m_impl->options.maxBatch; }
KernelSet Network::kernelSet() const { return m_impl->options.kernelSet; }
std::size_t Network::bytes() const { return m_impl->bytes(0); }

std::size_t Network::Impl::bytes(std::size_t numbersToCome) const {
  std::size_t scratch = steps ? steps->bytes() : 0;
  for (const Node& node : nodes)
    if (node.layer) scratch += node.layer->scratchBytes();
  return scratch + sizeof(Real) * (weightArena.size() + gradientArena.size() + activations.size() + room.size() + numbersToCome);
}

std::vector<double> flatWeights(const Network& network) {
  std::vector<double> flat;
  for (const WeightInfo& info : network.weightInfos())
    for (Real w : network.weightsOf(info)) flat.push_back(w);
  return flat;
}

void setFlatWeights(Network& network, std::span<const double> weights) {
  std::size_t at = 0;
  for (const WeightInfo& info : network.weightInfos())
    for (Real& w : network.weightsOf(info)) w = static_cast<Real>(weights[at++]);
  assert(at == weights.size());
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
