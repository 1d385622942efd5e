#include "engine/graph/analysis.h"

#include <algorithm>
#include <set>

#include "engine/core/capped.h"
#include "engine/core/memory.h"
#include "engine/graph/expand_groups.h"

namespace glassbox {
namespace {

class Analyser {
 public:
  explicit Analyser(const NetworkSpec& spec) {
    ExpandedGroups expanded = expandGroups(spec);
    m_refused = std::move(expanded.refused);
    m_out.spec = std::make_shared<const NetworkSpec>(std::move(expanded.spec));
  }

  Analysis run() {
    checkNodes();
    checkWires();
    sortNodes();
    for (const NodeId& id : m_out.order) inferNode(id);
    findEnds();
    checkSharing();
    checkGroups();
    count();
    return std::move(m_out);
  }

 private:
  const NetworkSpec& spec() const { return *m_out.spec; }

  /// An issue of a copy is its original's, which is what the user sees, and the first one speaks for all copies.
  void report(const NodeId& id, const std::string& port, Text what, std::vector<Repair> repairs = {},
              Issue::Severity severity = Issue::Severity::Error) {
    const NodeId node = original(id);
    Issue issue{severity, node, port, Error(std::move(what), node), std::move(repairs)};
    const bool said = std::any_of(m_out.issues.begin(), m_out.issues.end(), [&](const Issue& other) { return other == issue || (node != id && other.node == node); });
    if (!said) m_out.issues.push_back(std::move(issue));
  }
  NodeId original(const NodeId& id) const { return m_out.original(id); }
  Text title(const NodeId& id) const { return nodeTitle(spec(), original(id)); }

  void checkNodes() {
    for (const NodeSpec& node : spec().nodes) {
      if (!isNodeId(node.id)) report(node.id, "", GB_TEXT("engine", "\"%1\" is not a name for a node.").arg(node.id));
      auto [at, fresh] = m_out.nodes.try_emplace(node.id);
      if (!fresh) {
        report(node.id, "", GB_TEXT("engine", "Two nodes are called \"%1\".").arg(node.id));
        continue;
      }
      at->second.def = findNode(node.key);
      if (!at->second.def) {
        report(node.id, "", GB_TEXT("engine", "This version has no layer \"%1\".").arg(node.key));
        continue;
      }
      Result<Params> params = complete(at->second.def->params, node.params);
      if (params) at->second.params = std::move(*params);
      else report(node.id, "", GB_TEXT("engine", "%1: %2").arg(title(node.id)).arg(params.error().what));
      m_badParams[node.id] = !params.ok();
    }
  }

  const PortDef* inputPort(const PortRef& ref) const {
    auto at = m_out.nodes.find(ref.node);
    if (at == m_out.nodes.end() || !at->second.def) return nullptr;
    for (const PortDef& port : at->second.def->inputs)
      if (port.name == ref.port) return &port;
    return nullptr;
  }

  void checkWires() {
    for (const Wire& wire : spec().wires) {
      if (!m_out.nodes.count(wire.from.node) || !m_out.nodes.count(wire.to.node)) {
        report("", "", GB_TEXT("engine", "A wire from %1 to %2 hangs in the air: one of the two is not there.").arg(wire.from.node).arg(wire.to.node));
        continue;
      }
      const NodeAnalysis& to = m_out.nodes[wire.to.node];
      if (to.def && !inputPort(wire.to))
        report(wire.to.node, wire.to.port, GB_TEXT("engine", "%1 has no input \"%2\".").arg(title(wire.to.node)).arg(wire.to.port));
      if (wire.from.port != "out")
        report(wire.from.node, wire.from.port, GB_TEXT("engine", "%1 has no output \"%2\".").arg(title(wire.from.node)).arg(wire.from.port));
      const NodeAnalysis& from = m_out.nodes[wire.from.node];
      if (from.def && from.def->group == LayerGroup::Loss)
        report(wire.from.node, "", GB_TEXT("engine", "%1 is a loss: nothing can follow it.").arg(title(wire.from.node)));
    }
    for (const auto& [id, node] : m_out.nodes) {
      if (!node.def) continue;
      for (const PortDef& port : node.def->inputs) {
        const auto wires = spec().into({id, port.name});
        if (wires.empty() && !port.optional) report(id, port.name, GB_TEXT("engine", "%1 has no input yet: draw a wire to it.").arg(title(id)));
        if (wires.size() > 1 && !port.many)
          report(id, port.name, GB_TEXT("engine", "%1 takes one wire and has %2. Join them with an Add first.").arg(title(id)).arg(wires.size()));
      }
    }
  }

  /// Kahn's algorithm; among nodes that are ready the one that stands first in the spec goes first.
  void sortNodes() {
    std::set<NodeId> done;
    std::vector<const NodeSpec*> waiting;
    for (const NodeSpec& node : spec().nodes) waiting.push_back(&node);
    for (bool moved = true; moved;) {
      moved = false;
      for (auto at = waiting.begin(); at != waiting.end();) {
        const NodeId& id = (*at)->id;
        const bool ready = std::all_of(spec().wires.begin(), spec().wires.end(), [&](const Wire& wire) {
          return wire.to.node != id || done.count(wire.from.node) || !m_out.nodes.count(wire.from.node);
        });
        if (!ready) {
          ++at;
          continue;
        }
        if (done.insert(id).second) m_out.order.push_back(id);
        at = waiting.erase(at);
        moved = true;
      }
    }
    for (const NodeSpec* node : waiting)
      report(node->id, "", GB_TEXT("engine", "%1 lies on a closed loop. Use a recurrent layer for memory.").arg(title(node->id)));
  }

  void inferNode(const NodeId& id) {
    NodeAnalysis& node = m_out.nodes[id];
    if (!node.def || m_badParams[id]) return;
    for (const PortDef& port : node.def->inputs) {
      const auto wires = spec().into({id, port.name});
      if (wires.empty() && !port.optional) return;
      for (const Wire* wire : wires) {
        const PortType* type = m_out.typeOf(wire->from);
        if (!type) return;  // what is wrong was said at the node before
        node.inputs.push_back(*type);
      }
    }
    const Fit<Inference> fit = node.def->infer(node.inputs, node.params);
    if (const Misfit* misfit = std::get_if<Misfit>(&fit)) {
      report(id, "", GB_TEXT("engine", "%1 %2").arg(title(id)).arg(misfit->error.what), misfit->repairs);
      return;
    }
    node.inference = std::get<Inference>(fit);
    if (const std::int64_t most = largestArray(node.inference); most > Shape::kMaxCount) {
      report(id, "", GB_TEXT("engine", "%1 would have an array of more numbers than this program can hold: at most 2^40. Make it smaller.").arg(title(id)));
      return;
    }
    node.known = true;
    if (const LossDef* loss = findLoss(spec().find(id)->key)) node.target = loss->target(node.inputs[0], node.params);
    if (spec().find(id)->bypassed) bypass(id, node);
  }

  static std::int64_t largestArray(const Inference& inference) {
    std::int64_t most = 0;
    for (const PortType& out : inference.outputs) most = std::max(most, out.shape.count());
    for (const WeightDef& weight : inference.weights) most = std::max(most, weight.shape.count());
    for (const CacheDef& cache : inference.caches) most = std::max(most, cache.shape.count());
    return most;
  }

  void bypass(const NodeId& id, NodeAnalysis& node) {
    if (node.inputs.size() == 1 && node.inference.outputs.size() == 1 && node.inference.outputs[0] == node.inputs[0]) return;
    report(id, "", GB_TEXT("engine", "%1 cannot be switched off: it changes the shape, and what follows needs the new one.").arg(title(id)));
  }

  void findEnds() {
    std::vector<NodeId> losses;
    for (const NodeId& id : m_out.order) {
      const NodeAnalysis& node = m_out.nodes[id];
      if (!node.def) continue;
      if (node.def->group == LayerGroup::Loss) losses.push_back(id);
      else if (node.def->inputs.empty()) m_out.inputs.push_back(id);
    }
    if (m_out.inputs.empty()) report("", "", GB_TEXT("engine", "The network has no input: add an Input."));
    if (losses.empty() && !spec().nodes.empty())
      report("", "", GB_TEXT("engine", "The network has no loss: add one behind the last layer, so that there is something to make small."), lossesToAdd());
    if (losses.size() > 1)
      for (std::size_t i = 1; i < losses.size(); ++i) report(losses[i], "", GB_TEXT("engine", "A network is trained on one loss, and this is a second one."));
    if (!losses.empty()) {
      m_out.loss = losses[0];
      const PortDef& port = m_out.nodes[m_out.loss].def->inputs[0];
      const auto wires = spec().into({m_out.loss, port.name});
      if (!wires.empty()) m_out.output = wires[0]->from.node;
      warnDoubleSoftmax();
    } else if (!m_out.order.empty()) {
      m_out.output = m_out.order.back();
    }
    warnUnused();
  }

  /// The losses that fit the one end of the network; none where it has several ends, or one whose shape is not known yet.
  std::vector<Repair> lossesToAdd() const {
    std::vector<NodeId> ends;
    for (const NodeId& id : m_out.order)
      if (std::none_of(spec().wires.begin(), spec().wires.end(), [&](const Wire& wire) { return wire.from.node == id; })) ends.push_back(id);
    if (ends.size() != 1) return {};
    const NodeAnalysis& last = m_out.nodes.at(ends[0]);
    if (!last.known || last.def->inputs.empty() || last.inference.outputs.size() != 1) return {}; // behind an input nothing would be trained
    const PortType& end = last.inference.outputs[0];
    std::vector<Repair> repairs;
    const auto offer = [&](const char* key, Text label) {
      const NodeDef* loss = findNode(key);
      const Result<Params> params = complete(loss->params, {});
      if (params && std::holds_alternative<Inference>(loss->infer(std::span(&end, 1), *params)))
        repairs.push_back({std::move(label), key, "", false, Repair::Place::Behind, m_out.original(ends[0])});
    };
    if (end.shape.count() == 1) offer("binary_cross_entropy", GB_TEXT("engine", "Add binary cross-entropy: yes or no"));
    else offer("softmax_cross_entropy", GB_TEXT("engine", "Add softmax cross-entropy: one of several classes"));
    offer("mse", GB_TEXT("engine", "Add the mean squared error: numbers"));
    return repairs;
  }

  void warnDoubleSoftmax() {
    const NodeSpec* output = spec().find(m_out.output);
    const NodeSpec* loss = spec().find(m_out.loss);
    if (!output || !loss || output->bypassed) return;
    const bool softmaxTwice = output->key == "softmax" && loss->key == "softmax_cross_entropy";
    const bool sigmoidTwice = output->key == "sigmoid" && loss->key == "binary_cross_entropy";
    if (softmaxTwice || sigmoidTwice)
      report(output->id, "", GB_TEXT("engine", "%1 is applied twice: %2 expects logits and applies it itself. Training becomes slow.")
                                 .arg(title(output->id)).arg(title(loss->id)),
             {Repair{GB_TEXT("engine", "Switch this layer off"), "", "bypassed", true}}, Issue::Severity::Warning);
  }

  void warnUnused() {
    if (m_out.loss.empty()) return;
    std::set<NodeId> useful{m_out.loss};
    for (bool grown = true; grown;) {
      grown = false;
      for (const Wire& wire : spec().wires)
        if (useful.count(wire.to.node) && useful.insert(wire.from.node).second) grown = true;
    }
    for (const NodeId& id : m_out.order)
      if (!useful.count(id) && m_out.nodes[id].def)
        report(id, "", GB_TEXT("engine", "%1 does not lead to the loss: it will not be trained.").arg(title(id)), {}, Issue::Severity::Warning);
  }

  void checkSharing() {
    for (const NodeSpec& node : spec().nodes) {
      if (node.weightsOf.empty()) continue;
      const NodeSpec* owner = spec().find(node.weightsOf);
      if (!owner || !owner->weightsOf.empty() || owner->id == node.id) {
        report(node.id, "", GB_TEXT("engine", "%1 is to use the weights of \"%2\", which has none of its own.").arg(title(node.id)).arg(node.weightsOf));
        continue;
      }
      if (owner->bypassed) {
        report(node.id, "", GB_TEXT("engine", "%1 uses the weights of %2, which is switched off and has none.").arg(title(node.id)).arg(title(owner->id)));
        continue;
      }
      const auto& own = m_out.nodes[node.id].inference.weights;
      const auto& theirs = m_out.nodes[owner->id].inference.weights;
      const bool same = own.size() == theirs.size() && std::equal(own.begin(), own.end(), theirs.begin(), [](const WeightDef& a, const WeightDef& b) {
                          return a.name == b.name && a.shape == b.shape;
                        });
      if (!same) report(node.id, "", GB_TEXT("engine", "%1 cannot use the weights of %2: their shapes differ.").arg(title(node.id)).arg(title(owner->id)));
    }
  }

  void checkGroups() {
    for (const Error& why : m_refused) report("", "", why.what);
  }

  void count() {
    for (const NodeId& id : m_out.order) {
      NodeAnalysis& node = m_out.nodes[id];
      if (!node.known) continue;
      const NodeSpec& nodeSpec = *spec().find(id);
      if (nodeSpec.weightsOf.empty())
        for (const WeightDef& weight : node.inference.weights)
          if (weight.role != WeightRole::Statistic) node.parameters = cappedSum({node.parameters, weight.shape.count()});
      m_out.parameters = cappedSum({m_out.parameters, node.parameters});
      m_out.forwardFlops = cappedSum({m_out.forwardFlops, node.inference.forwardFlops});
      m_out.backwardFlops = cappedSum({m_out.backwardFlops, node.inference.backwardFlops});
      m_out.cachePerSample = cappedSum({m_out.cachePerSample, node.inference.cachePerSample()});
      for (const PortType& type : node.inference.outputs) m_out.cachePerSample = cappedSum({m_out.cachePerSample, type.shape.count()});
    }
  }

  Analysis m_out;
  std::vector<Error> m_refused;
  std::map<NodeId, bool> m_badParams;
};

}  // namespace

bool Analysis::sound() const {
  return std::none_of(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Issue::Severity::Error; });
}

NodeId Analysis::original(const NodeId& id) const {
  const NodeSpec* node = spec->find(id);
  return node && !node->copyOf.empty() ? node->copyOf : id;
}

const PortType* Analysis::typeOf(const PortRef& from) const {
  auto at = nodes.find(from.node);
  if (at == nodes.end() || !at->second.known || at->second.inference.outputs.empty()) return nullptr;
  return &at->second.inference.outputs[0];
}

Analysis analyse(const NetworkSpec& spec) { return Analyser(spec).run(); }

std::int64_t trainingBytes(const Analysis& analysis, std::int64_t batch, int statePerWeight) {
  const std::int64_t perWeight = 2 + statePerWeight + kSnapshotCopies;  // the weight, its gradient, the optimizer's numbers
  const std::int64_t perSample = cappedProduct({2, analysis.cachePerSample});  // outputs and caches, and their gradients
  return cappedProduct({4, cappedSum({cappedProduct({analysis.parameters, perWeight}), cappedProduct({batch, perSample})})});
}

std::int64_t leastNumbers(const Analysis& analysis, std::int64_t batch, std::int64_t perWeight) {
  std::int64_t outputs = 0;
  for (const auto& [id, node] : analysis.nodes)
    if (node.known && !analysis.spec->find(id)->bypassed)
      for (const PortType& type : node.inference.outputs)
        if (!node.def->inputs.empty()) outputs = cappedSum({outputs, type.shape.count()});  // an input's array is the data's
  return cappedSum({cappedProduct({analysis.parameters, perWeight}), cappedProduct({batch, outputs})});
}

Result<void> checkNetworkFits(std::int64_t bytes, std::int64_t told) {
  const std::optional<std::int64_t> free = freeMemory();
  if (!free || bytes <= *free) return {};
  return Error(GB_TEXT("engine", "This network needs about %1 of memory, and %2 are free.").arg(sizeText(std::max(bytes, told))).arg(sizeText(*free)), {},
               GB_TEXT("engine", "Make its layers or the batch smaller, or close other programs. Your work is unchanged."));
}

Text nodeTitle(const NetworkSpec& spec, const NodeId& id) {
  const NodeSpec* node = spec.find(id);
  const NodeDef* def = node ? findNode(node->key) : nullptr;
  if (!node || !def) return GB_TEXT("engine", "%1").arg(id);
  if (!node->copyOf.empty()) return GB_TEXT("engine", "%1, copy %2").arg(nodeTitle(spec, node->copyOf)).arg(node->copy);
  if (!node->name.empty()) return GB_TEXT("engine", "%1").arg(node->name);
  int number = 0, total = 0;
  for (const NodeSpec& other : spec.nodes) {
    if (other.key != node->key || !other.copyOf.empty()) continue;
    ++total;
    if (other.id == id) number = total;
  }
  if (total == 1) return def->title;
  return GB_TEXT("engine", "%1 %2").arg(def->title).arg(number);
}

}  // namespace glassbox
