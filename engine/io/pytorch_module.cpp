#include "engine/io/pytorch_module.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/io/pytorch_body.h"
#include "engine/io/pytorch_names.h"

namespace glassbox {
namespace {

TorchCall callOf(const NodeAnalysis& node) { return node.def->torchCall ? node.def->torchCall(node.inputs, node.params) : TorchCall{"{self}({0})", {}}; }

std::string makeOf(const NodeAnalysis& node) { return node.def->pytorch ? node.def->pytorch(node.inputs, node.params) : std::string(); }

/// PyTorch's name of one of a layer's weights.
std::string weightName(const TorchCall& call, const std::string& ours) {
  for (const auto& [name, theirs] : call.weights)
    if (name == ours) return theirs;
  return ours;
}

NodeId copyId(const NodeId& id, int copy) { return copy == 1 ? id : id + "_" + std::to_string(copy); }

/// A group that becomes a class: one wire leads into it, one value leads out, all its copies are alike.
struct Folded {
  const GroupSpec* group = nullptr;
  std::set<NodeId> members;   ///< of copy 1
  NodeId exit;
  std::string member;         ///< "blocks1" in Network
  std::string className;

  std::string result() const { return "*" + member; }  // no node is called so
};

class ModuleWriter {
 public:
  ModuleWriter(const NetworkSpec& spec, const Analysis& analysis, bool masked, TorchMarks marks) : m_spec(spec), m_analysis(analysis), m_masked(masked), m_marks(marks) {}

  Result<TorchModule> run() {
    for (const NodeId& id : m_analysis.order) {
      const NodeAnalysis& node = m_analysis.nodes.at(id);
      if (!node.def->inputs.empty() && !node.def->pytorch && !node.def->torchCall)
        return Error(GB_TEXT("engine", "%1 cannot be exported: this version does not know what PyTorch calls it.").arg(nodeTitle(*m_analysis.spec, id)), m_analysis.original(id));
    }
    for (const GroupSpec& group : m_spec.groups) fold(group);
    std::string classes;
    for (const Folded& folded : m_folded) classes += classOf(folded) + "\n\n";
    classes += networkClass();
    for (const std::string& helper : m_helpers) m_out.classes += helper + "\n\n";
    m_out.classes += classes;
    m_out.loading = loading();
    m_out.loss = loss();
    m_out.inputs = m_analysis.inputs.size();
    return std::move(m_out);
  }

 private:
  const NodeSpec& nodeSpec(const NodeId& id) const { return *m_analysis.spec->find(id); }
  const NodeAnalysis& node(const NodeId& id) const { return m_analysis.nodes.at(id); }
  bool isPlain(const NodeId& id) const { return node(id).def->group != LayerGroup::Loss && !node(id).def->inputs.empty(); }

  std::string markOf(const NodeId& id) const { return m_marks == TorchMarks::On ? kTorchMark + id : std::string(); }
  std::string markOf(const Folded& folded) const {
    std::string marks;
    for (const NodeId& id : folded.group->members) marks += markOf(id);
    return marks;
  }

  // ---- groups -----------------------------------------------------------------------------------------------------------

  void fold(const GroupSpec& group) {
    Folded folded;
    folded.group = &group;
    folded.members.insert(group.members.begin(), group.members.end());
    for (const NodeId& id : group.members)
      if (!m_spec.find(id) || !isPlain(id) || m_foldOf.count(id)) return;
    std::set<NodeId> entries, exits;
    for (const Wire& wire : m_spec.wires) {
      const bool from = folded.members.count(wire.from.node) != 0, to = folded.members.count(wire.to.node) != 0;
      if (to && !from) entries.insert(wire.from.node);
      if (from && !to) exits.insert(wire.from.node);
    }
    if (entries.size() != 1 || exits.size() != 1) return;
    for (const NodeSpec& other : m_spec.nodes)
      if (!other.weightsOf.empty() && folded.members.count(other.id) != folded.members.count(other.weightsOf)) return;
    for (const NodeId& id : group.members)
      for (int copy = 2; copy <= group.repeat; ++copy) {
        const NodeAnalysis &first = node(id), &other = node(copyId(id, copy));
        if (makeOf(first) != makeOf(other) || callOf(first).text != callOf(other).text || first.inference.outputs != other.inference.outputs) return;
      }
    const std::string number = std::to_string(m_folded.size() + 1);
    folded.exit = *exits.begin();
    folded.member = (group.repeat > 1 ? "blocks" : "block") + number;
    folded.className = torchClassName(group.id, m_folded.size() + 1);
    while (!m_classNames.insert(folded.className).second) folded.className += "_" + number;
    for (const NodeId& id : group.members)
      for (int copy = 1; copy <= group.repeat; ++copy) m_foldOf[copyId(id, copy)] = m_folded.size();
    m_folded.push_back(std::move(folded));
  }

  const Folded* foldOf(const NodeId& id) const {
    const auto at = m_foldOf.find(id);
    return at == m_foldOf.end() ? nullptr : &m_folded[at->second];
  }

  // ---- values -----------------------------------------------------------------------------------------------------------

  /// What a reader inside `scope` (null: in Network itself) gets when it reads `id`: a node, a class's result, or what enters
  /// the class. Layers that are switched off hand through.
  std::string valueOf(NodeId id, const Folded* scope) const {
    while (true) {
      const Folded* folded = foldOf(id);
      if (folded != scope) return scope ? kEntry : folded->result();
      if (!nodeSpec(id).bypassed) return id;
      id = m_analysis.spec->into({id, node(id).def->inputs[0].name})[0]->from.node;
    }
  }

  TorchStatement statementOf(const NodeId& id, const Folded* scope) const {
    TorchStatement s;
    s.result = id;
    s.name = torchName(id);
    s.text = callOf(node(id)).text;
    s.self = "self." + torchName(id);
    for (const PortDef& port : node(id).def->inputs)
      for (const Wire* wire : m_analysis.spec->into({id, port.name})) s.reads.push_back(valueOf(wire->from.node, scope));
    s.remark = extents(node(id).inference.outputs[0].shape);
    s.mark = markOf(id);
    return s;
  }

  static std::string extents(const Shape& shape) {
    std::string out = "(batch";
    for (int axis = 0; axis < shape.rank(); ++axis) out += ", " + std::to_string(shape[axis]);
    return out + ")";
  }

  // ---- members ----------------------------------------------------------------------------------------------------------

  /// The lines of __init__: a member each, and then what ties and freezes them.
  struct Members {
    std::string lines, after;
  };

  void add(const NodeId& id, Members& members) {
    const NodeSpec& spec = nodeSpec(id);
    const TorchCall call = callOf(node(id));
    const std::string self = "self." + torchName(id), make = makeOf(node(id));
    if (spec.bypassed) {
      members.lines += "        # " + torchName(id) + " is switched off: it passes on what it gets" + markOf(id) + "\n";
      return;
    }
    remember(call, make);
    if (make.empty()) return;
    members.lines += "        " + self + " = " + make + (spec.name.empty() ? "" : "  # " + torchComment(spec.name)) + markOf(id) + "\n";
    if (!spec.weightsOf.empty()) {
      const TorchCall owner = callOf(node(spec.weightsOf));
      for (const WeightDef& weight : node(id).inference.weights)
        members.after += "        " + self + "." + weightName(call, weight.name) + " = self." + torchName(spec.weightsOf) + "." + weightName(owner, weight.name) + "  # the same weights" + markOf(id) + "\n";
    } else if (spec.frozen && !node(id).inference.weights.empty()) {
      members.after += "        " + self + ".requires_grad_(False)  # frozen" + markOf(id) + "\n";
    }
  }

  void remember(const TorchCall& call, const std::string& make) {
    if (!call.helper.empty() && std::find(m_helpers.begin(), m_helpers.end(), call.helper) == m_helpers.end()) m_helpers.push_back(call.helper);
    for (const auto& [ours, theirs] : call.weights) m_weightNames[ours] = theirs;
    const std::string made = make.substr(0, make.find('('));
    if (call.random && std::find(m_out.random.begin(), m_out.random.end(), made) == m_out.random.end()) m_out.random.push_back(made);
  }

  static std::string initOf(const Members& members) { return "    def __init__(self):\n        super().__init__()\n" + members.lines + members.after + "\n"; }

  std::string classOf(const Folded& folded) {
    Members members;
    std::vector<TorchStatement> statements;
    for (const NodeId& id : m_analysis.order) {
      if (!folded.members.count(id)) continue;
      add(id, members);
      if (!nodeSpec(id).bypassed) statements.push_back(statementOf(id, &folded));
    }
    const std::string name = torchComment(folded.group->name.empty() ? folded.group->id : folded.group->name);
    std::string out = "class " + folded.className + "(nn.Module):  # " + name + markOf(folded) + "\n" + initOf(members);
    return out + torchForward({{kEntry, "block_input", {}}}, statements, valueOf(folded.exit, &folded));
  }

  std::string networkClass() {
    Members members;
    std::vector<TorchStatement> statements;
    std::set<const Folded*> done;
    for (const NodeId& id : m_analysis.order) {
      if (!isPlain(id)) continue;
      const Folded* folded = foldOf(id);
      if (!folded) {
        add(id, members);
        if (!nodeSpec(id).bypassed) statements.push_back(statementOf(id, nullptr));
      } else if (done.insert(folded).second) {
        members.lines += "        self." + folded->member + " = " + makeGroup(*folded) + markOf(*folded) + "\n";
        statements.push_back(statementOf(*folded));
      }
    }
    std::vector<TorchParameter> parameters;
    for (const NodeId& id : m_analysis.inputs) parameters.push_back({id, torchName(id), markOf(id)});
    return "class Network(nn.Module):\n" + initOf(members) + torchForward(parameters, statements, valueOf(m_analysis.output, nullptr));
  }

  static std::string makeGroup(const Folded& folded) {
    if (folded.group->repeat == 1) return folded.className + "()";
    return "nn.Sequential(*[" + folded.className + "() for _ in range(" + std::to_string(folded.group->repeat) + ")])";
  }

  TorchStatement statementOf(const Folded& folded) const {
    TorchStatement s;
    s.result = folded.result();
    s.name = folded.member;
    s.text = "{self}({0})";
    s.self = "self." + folded.member;
    for (const Wire& wire : m_analysis.spec->wires)  // of copy 1: a wire from another repeated group comes from its last copy
      if (folded.members.count(wire.to.node) && !folded.members.count(wire.from.node)) s.reads = {valueOf(wire.from.node, nullptr)};
    s.remark = extents(node(folded.exit).inference.outputs[0].shape);
    s.mark = markOf(folded);
    return s;
  }

  // ---- weights and loss -------------------------------------------------------------------------------------------------

  std::string loading() const {
    std::string members, copies, weights;
    for (const NodeId& id : m_analysis.order) {
      if (foldOf(id) || !hasOwnWeights(id) || torchName(id) == id) continue;
      members += "    '" + id + "': '" + torchName(id) + "',\n";
    }
    for (const Folded& folded : m_folded) copies += copiesOf(folded);
    for (const auto& [ours, theirs] : m_weightNames) weights += "    '" + ours + "': '" + theirs + "',\n";
    const bool moved = !members.empty() || !copies.empty();
    std::string out;
    if (moved) out += "# Where nodes of the weights file stand in the model, if not under their own name.\nMEMBERS = {" + (members.empty() ? "" : "\n" + members) + "}\n" + copies;
    if (!weights.empty()) out += "# What PyTorch calls their tensors.\nWEIGHTS = {\n" + weights + "}\n";
    if (!out.empty()) {
      out += "\n\ndef name_in_model(name):\n    \"\"\"Tensors of the weights file are called <node>.<weight>.\"\"\"\n    node, weight = name.split('.', 1)\n    return ";
      out += std::string(moved ? "MEMBERS.get(node, node)" : "node") + " + '.' + " + (weights.empty() ? "weight" : "WEIGHTS.get(weight, weight)") + "\n\n\n";
    }
    return out +
           "def load_weights(model, path):\n"
           "    state = model.state_dict()  # its tensors share their memory with the model's\n"
           "    for name, tensor in read_safetensors(path).items():\n"
           "        place = state[" + (out.empty() ? "name" : "name_in_model(name)") + "]\n"
           "        if place.shape != tensor.shape:\n"
           "            raise ValueError(f'{name} is {tuple(tensor.shape)} in the file and {tuple(place.shape)} in the model')\n"
           "        place.copy_(tensor)\n";
  }

  bool hasOwnWeights(const NodeId& id) const { return isPlain(id) && !node(id).inference.weights.empty() && nodeSpec(id).weightsOf.empty() && !nodeSpec(id).bypassed; }

  std::string copiesOf(const Folded& folded) const {
    std::string names;
    for (const NodeId& id : folded.group->members)
      if (hasOwnWeights(id)) names += (names.empty() ? "'" : ", '") + id + "': '" + torchName(id) + "'";
    if (names.empty()) return {};
    const std::string loop = "for node, member in {" + names + "}.items():\n";
    if (folded.group->repeat == 1) return loop + "    MEMBERS[node] = f'" + folded.member + ".{member}'\n";
    return "for copy in range(1, " + std::to_string(folded.group->repeat + 1) + "):  # of " + folded.member + "\n    " + loop +
           "        MEMBERS[node if copy == 1 else f'{node}_{copy}'] = f'" + folded.member + ".{copy - 1}.{member}'\n";
  }

  std::string loss() const {
    const NodeAnalysis& loss = node(m_analysis.loss);
    const TorchCall call = callOf(loss);
    const std::string make = makeOf(loss);
    const auto write = [](const std::string& text) { return fillTorch(text, "loss_function", {"prediction"}); };
    if (m_masked)
      return "def loss_of(prediction, target, mask):\n"
             "    \"\"\"The mean of the items that count: the mask is 1 there, and 0 where an item does not.\"\"\"\n"
             "    items = " + write(call.items) + markOf(m_analysis.loss) + "\n"
             "    return (items.reshape(mask.shape) * mask).sum() / mask.sum().clamp(min=1)\n";
    const std::string body = "def loss_of(prediction, target):\n    return " + write(call.text) + markOf(m_analysis.loss) + "\n";
    return make.empty() ? body : "loss_function = " + make + markOf(m_analysis.loss) + "\n\n\n" + body;
  }

  static inline const std::string kEntry = "*entry";
  const NetworkSpec& m_spec;
  const Analysis& m_analysis;
  bool m_masked;
  TorchMarks m_marks;
  std::vector<Folded> m_folded;
  std::map<NodeId, std::size_t> m_foldOf;  // also of copies
  std::set<std::string> m_classNames{"Network", "SelfAttention", "Normalize", "Noise"};
  std::vector<std::string> m_helpers;
  std::map<std::string, std::string> m_weightNames;
  TorchModule m_out;
};

}  // namespace

Result<TorchModule> torchModule(const NetworkSpec& spec, const Analysis& analysis, bool masked, TorchMarks marks) { return ModuleWriter(spec, analysis, masked, marks).run(); }

bool isRandom(const Analysis& analysis, const NodeId& id) {
  const NodeAnalysis& node = analysis.nodes.at(id);
  return node.def->torchCall && !node.def->inputs.empty() && node.known && node.def->group != LayerGroup::Loss && callOf(node).random;
}

}  // namespace glassbox
