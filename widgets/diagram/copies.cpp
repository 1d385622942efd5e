#include "widgets/diagram/copies.h"

#include "widgets/diagram/fold_tiles.h"

#include <algorithm>

namespace glassbox {

int ShownCopies::of(const std::string& group) const {
  const auto at = m_copy.find(group);
  return at == m_copy.end() ? 1 : at->second;
}

void ShownCopies::keepWithin(const NetworkSpec& spec) {
  std::erase_if(m_copy, [&](const auto& entry) { return !findGroup(spec, entry.first); });
  for (auto& [group, copy] : m_copy) copy = std::clamp(copy, 1, std::max(1, findGroup(spec, group)->repeat));
}

NodeId ShownCopies::shown(const Analysis& analysis, const NetworkSpec& spec, const NodeId& node) const {
  const GroupSpec* group = groupOf(spec, node);
  const int copy = group ? of(group->id) : 1;
  if (copy == 1 || !analysis.spec) return node;
  for (const NodeSpec& other : analysis.spec->nodes)
    if (other.copyOf == node && other.copy == copy) return other.id;
  return node;  // the group could not be repeated
}

FlowOfCopies flowOfCopies(const DiagramFlow& expanded, const Analysis& analysis, const NetworkSpec& spec) {
  FlowOfCopies out{expanded, {}};
  if (spec.groups.empty() || !analysis.spec) return out;
  const auto copyOf = [&](const NodeId& id) {
    const NodeSpec* node = analysis.spec->find(id);
    return node ? node->copy : 1;
  };
  out.flow.nodes.clear();
  for (const auto& [id, direction] : expanded.nodes) {
    const NodeId own = analysis.original(id);
    out.flow.nodes[own] = direction;
    if (const GroupSpec* group = groupOf(spec, own)) out.copies[group->id] = copyOf(id);
  }
  out.flow.wires.clear();
  for (const Wire& wire : expanded.wires) {
    const Wire own{{analysis.original(wire.from.node), wire.from.port}, {analysis.original(wire.to.node), wire.to.port}};
    const GroupSpec *from = groupOf(spec, own.from.node), *to = groupOf(spec, own.to.node);
    // From copy to copy: on the diagram that is the way into the group, or out of it, whichever end is lit.
    const bool between = from && from == to && copyOf(wire.from.node) != copyOf(wire.to.node);
    if (!between) {
      if (std::find(spec.wires.begin(), spec.wires.end(), own) != spec.wires.end()) out.flow.wires.insert(own);
      continue;
    }
    const bool entering = expanded.nodes.count(wire.to.node) != 0;
    for (const Wire& other : spec.wires)
      if (entering ? other.to == own.to && groupOf(spec, other.from.node) != to : other.from == own.from && groupOf(spec, other.to.node) != from) out.flow.wires.insert(other);
  }
  const auto isShown = [&](const NodeId& id) {
    const GroupSpec* group = groupOf(spec, analysis.original(id));
    const auto stepped = group ? out.copies.find(group->id) : out.copies.end();
    return copyOf(id) == (stepped == out.copies.end() ? 1 : stepped->second);
  };
  out.flow.numbers.clear();
  for (const auto& [id, numbers] : expanded.numbers)
    if (isShown(id)) out.flow.numbers[analysis.original(id)] = numbers;
  if (out.flow.weight) out.flow.weight->node = analysis.original(out.flow.weight->node);
  return out;
}

} // namespace glassbox
