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
  return {found->values[static_cast<std::size_t>(flat)], writeElement(found->name, index), ""};
}

std::span<const double> NodeReader::values(const std::string& name) const {
  const TraceEntry* found = entry(name);
  assert(found);
  return found->values;
}

}  // namespace glassbox
