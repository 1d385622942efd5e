#include "engine/graph/spec_group.h"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/graph/analysis.h"
#include "engine/graph/expand_groups.h"

namespace glassbox::spec_edit {
namespace {

/// All nodes that can be reached from `start` along the wires, or against them; without `start`.
std::set<NodeId> reached(const NetworkSpec& spec, const std::set<NodeId>& start, bool along) {
  std::set<NodeId> found;
  std::vector<NodeId> open(start.begin(), start.end());
  while (!open.empty()) {
    const NodeId at = open.back();
    open.pop_back();
    for (const Wire& wire : spec.wires) {
      const NodeId& own = along ? wire.from.node : wire.to.node;
      const NodeId& next = along ? wire.to.node : wire.from.node;
      if (own == at && !start.count(next) && found.insert(next).second) open.push_back(next);
    }
  }
  return found;
}

}  // namespace

Result<NetworkSpec> makeGroup(const NetworkSpec& spec, const std::vector<NodeId>& ids, std::string& newGroup) {
  const std::set<NodeId> chosen(ids.begin(), ids.end());
  if (chosen.size() < 2) return Error(GB_TEXT("engine", "A group needs two layers or more: select them, then make the group."));
  for (const NodeId& id : chosen) {
    const NodeSpec* node = spec.find(id);
    if (!node) return Error(GB_TEXT("engine", "There is no node \"%1\" in this network.").arg(id));
    const NodeDef* def = findNode(node->key);
    if (def && (def->inputs.empty() || def->group == LayerGroup::Loss))
      return Error(GB_TEXT("engine", "A group holds what lies between the input and the loss: leave %1 out.").arg(nodeTitle(spec, id)));
    for (const GroupSpec& group : spec.groups)
      if (std::count(group.members.begin(), group.members.end(), id) > 0)
        return Error(GB_TEXT("engine", "%1 is in another group: dissolve that one first.").arg(nodeTitle(spec, id)));
  }
  const std::set<NodeId> behind = reached(spec, chosen, true), before = reached(spec, chosen, false);
  for (const NodeId& id : behind)
    if (before.count(id)) return Error(GB_TEXT("engine", "%1 lies between these layers: select it too.").arg(nodeTitle(spec, id)));

  NetworkSpec out = spec;
  GroupSpec group;
  const auto taken = [&](const std::string& id) { return std::any_of(out.groups.begin(), out.groups.end(), [&](const GroupSpec& g) { return g.id == id; }); };
  for (int number = 1; group.id.empty() || taken(group.id); ++number) group.id = "group" + std::to_string(number);
  for (const NodeSpec& node : out.nodes)
    if (chosen.count(node.id)) group.members.push_back(node.id);
  newGroup = group.id;
  out.groups.push_back(std::move(group));
  return out;
}

NetworkSpec dissolveGroup(const NetworkSpec& spec, const std::string& group) {
  NetworkSpec out = spec;
  std::erase_if(out.groups, [&](const GroupSpec& g) { return g.id == group; });
  return out;
}

Result<NetworkSpec> repeatGroup(const NetworkSpec& spec, const std::string& group, int copies) {
  if (copies < 1 || copies > kMostCopies) return Error(GB_TEXT("engine", "A group stands 1 to %1 times in a row; %2 is outside.").arg(kMostCopies).arg(copies));
  NetworkSpec out = spec;
  const auto at = std::find_if(out.groups.begin(), out.groups.end(), [&](const GroupSpec& g) { return g.id == group; });
  if (at == out.groups.end()) return out;
  at->repeat = copies;
  const std::size_t before = expandGroups(spec).refused.size();
  if (const ExpandedGroups expanded = expandGroups(out); expanded.refused.size() > before) return expanded.refused.back();
  return out;
}

}  // namespace glassbox::spec_edit
