#include "engine/trace/node_reader.h"

#include <cassert>

namespace glassbox {

std::vector<ReaderRef> readersOf(const NetworkSpec& spec, const NodeId& id) {
  std::vector<ReaderRef> readers;
  for (const NodeSpec& node : spec.nodes) {
    const NodeDef* def = findNode(node.key);
    int wire = 0;
    for (const PortDef& port : def ? def->inputs : std::vector<PortDef>{})
      for (const Wire* w : spec.into({node.id, port.name})) {
        if (w->from.node == id) readers.push_back({node.id, wire});
        ++wire;
      }
  }
  return readers;
}

const TraceEntry* NodeReader::entry(const std::string& name) const {
  if (name.rfind("in", 0) == 0 && name.find_first_not_of("0123456789", 2) == std::string::npos && name.size() > 2) {
    int wanted = std::stoi(name.substr(2));
    for (const PortDef& port : m_analysis.nodes.at(m_node).def->inputs)
      for (const Wire* wire : m_analysis.spec->into({m_node, port.name}))
        if (wanted-- == 0) return m_trace.find(wire->from.node + ".out");
    return nullptr;
  }
  if (const TraceEntry* own = m_trace.find(m_node + "." + name)) return own;
  const NodeId& owner = m_analysis.spec->find(m_node)->weightsOf;
  return owner.empty() ? nullptr : m_trace.find(owner + "." + name);
}

Shape NodeReader::shapeOf(const std::string& name) const {
  const TraceEntry* found = entry(name);
  assert(found);
  return found->shape;
}

Factor NodeReader::factor(const std::string& name, std::span<const std::int64_t> index) const {
  const TraceEntry* found = entry(name);
  assert(found);
  const std::int64_t flat = flatIndex(found->shape, index);
  assert(flat >= 0);
  return {found->values[static_cast<std::size_t>(flat)], writeElement(found->name, index), texOf(name, *found, index)};
}

std::string NodeReader::texOf(const std::string& name, const TraceEntry& found, std::span<const std::int64_t> index) const {
  const auto places = [&](std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < index.size(); ++i) text += (i > from ? "," : "") + std::to_string(index[i]);
    return text.empty() ? text : "_{" + text + "}";
  };
  // Of one sample nobody wants to read its number.
  const std::string sample = m_trace.batch > 1 && !index.empty() ? "^{(" + std::to_string(index[0]) + ")}" : "";
  if (name == "grad") return "\\frac{\\partial L}{\\partial y" + places(1) + sample + "}";
  if (name == "out") return "y" + places(1) + sample;
  if (name == "target") return "t" + places(1) + sample;
  if (name == "in0" && !has("in1")) return "x" + places(1) + sample;
  if (found.kind == TraceKind::Output) return "x_{" + std::to_string(std::stoi(name.substr(2)) + 1) + "}";  // of several wires, as their formulas call them
  if (found.kind == TraceKind::Weight) return weightLetter(name) + places(0);
  // A cache or stage: its letter, where that can bear an index.
  const std::string letter = found.formula.substr(0, found.formula.find(" = "));
  const bool bare = letter.find_first_of("_^ {") == std::string::npos && !letter.empty();
  return bare ? letter + places(index.size() > 1 ? 1 : 0) + (index.size() > 1 ? sample : "") : letter;
}

/// "W" for "weight", "b" for "bias", "W^{qkv}" for "qkv.weight", "b^{ih}" for "b_ih".
std::string NodeReader::weightLetter(const std::string& name) const {
  for (const WeightDef& def : m_analysis.nodes.at(m_node).inference.weights)
    if (def.name == name && def.role == WeightRole::Gain) return "\\gamma";
  if (name == "weight") return "W";
  if (name == "bias") return m_analysis.nodes.at(m_node).def->group == LayerGroup::Regularize ? "\\beta" : "b";
  if (name.rfind("w_", 0) == 0 || name.rfind("b_", 0) == 0) return std::string(name[0] == 'w' ? "W" : "b") + "^{" + name.substr(2, 2) + "}";
  const std::size_t dot = name.find('.');
  if (dot != std::string::npos) return std::string(name.compare(dot, std::string::npos, ".weight") == 0 ? "W" : "b") + "^{" + name.substr(0, dot) + "}";
  if (name == "running_mean") return "{\\mu_{run}}";
  if (name == "running_var") return "{\\sigma_{run}^{2}}";
  return name == "mean" ? "\\mu" : name == "deviation" ? "\\sigma" : "w";
}

std::span<const double> NodeReader::values(const std::string& name) const {
  const TraceEntry* found = entry(name);
  assert(found);
  return found->values;
}

}  // namespace glassbox
