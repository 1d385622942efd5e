#include "engine/graph/spec_edit.h"

#include <algorithm>
#include <set>

#include "engine/graph/transformer_block.h"

namespace glassbox::spec_edit {
namespace {

bool contains(const std::vector<NodeId>& ids, const NodeId& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

const PortDef* portOf(const NetworkSpec& spec, const PortRef& ref) {
  const NodeSpec* node = spec.find(ref.node);
  const NodeDef* def = node ? findNode(node->key) : nullptr;
  if (!def) return nullptr;
  for (const PortDef& port : def->inputs)
    if (port.name == ref.port) return &port;
  return nullptr;
}

/// Nodes on the way from `start` to `goal` along the wires, both included; empty when there is none.
std::vector<NodeId> path(const NetworkSpec& spec, const NodeId& start, const NodeId& goal) {
  std::map<NodeId, NodeId> cameFrom{{start, start}};
  std::vector<NodeId> front{start};
  while (!front.empty() && !cameFrom.count(goal)) {
    std::vector<NodeId> next;
    for (const NodeId& id : front)
      for (const Wire& wire : spec.wires)
        if (wire.from.node == id && cameFrom.try_emplace(wire.to.node, id).second) next.push_back(wire.to.node);
    front = std::move(next);
  }
  std::vector<NodeId> way;
  if (!cameFrom.count(goal)) return way;
  for (NodeId at = goal;; at = cameFrom[at]) {
    way.insert(way.begin(), at);
    if (at == start) return way;
  }
}

/// A transformer block behind `after`; the wires of `spec` for which `passed` holds come from its end then.
template<typename Passed> Result<NetworkSpec> insertBlock(const NetworkSpec& spec, const NodeId& after, NodeId& newId, const Passed& passed) {
  NetworkSpec out = spec;
  Result<NodeId> last = appendTransformerBlock(out, after, {}, {});
  if (!last) return last.error();
  newId = *last;
  for (std::size_t i = 0; i < spec.wires.size(); ++i)
    if (passed(spec.wires[i])) out.wires[i].from = {newId, "out"};
  return out;
}
bool isBlock(const std::string& key) { return key == transformerBlockDef().key; }

bool feedsOthers(const NodeDef& def) { return def.group != LayerGroup::Loss; }

}  // namespace

Result<NetworkSpec> addNode(const NetworkSpec& spec, const std::string& key, NodeId& newId) {
  if (isBlock(key)) return insertBlock(spec, {}, newId, [](const Wire&) { return false; });
  if (!findNode(key)) return Error(GB_TEXT("engine", "This version has no layer \"%1\".").arg(key));
  NetworkSpec out = spec;
  newId = out.freshId(key);
  NodeSpec node;
  node.id = newId;
  node.key = key;
  out.nodes.push_back(node);
  return out;
}

Result<NetworkSpec> insertAfter(const NetworkSpec& spec, const std::string& key, const NodeId& after, NodeId& newId) {
  if (isBlock(key)) return insertBlock(spec, after, newId, [&](const Wire& wire) { return wire.from.node == after; });
  Result<NetworkSpec> added = addNode(spec, key, newId);
  if (!added) return added;
  NetworkSpec out = std::move(*added);
  const NodeSpec* before = spec.find(after);
  const NodeDef* def = findNode(key);
  const NodeDef* beforeDef = before ? findNode(before->key) : nullptr;
  if (!beforeDef || def->inputs.empty() || !feedsOthers(*beforeDef)) return out;
  if (feedsOthers(*def))
    for (Wire& wire : out.wires)
      if (wire.from.node == after) wire.from.node = newId;
  out.wires.push_back({{after, "out"}, {newId, def->inputs[0].name}});
  return out;
}

Result<NetworkSpec> insertOnWires(const NetworkSpec& spec, const std::string& key, const std::vector<Wire>& wires, NodeId& newId) {
  const auto isMeant = [&](const Wire& wire) { return std::find(wires.begin(), wires.end(), wire) != wires.end(); };
  if (isBlock(key)) return insertBlock(spec, wires.front().from.node, newId, isMeant);
  Result<NetworkSpec> added = addNode(spec, key, newId);
  if (!added) return added;
  NetworkSpec out = std::move(*added);
  const NodeDef* def = findNode(key);
  const auto count = std::count_if(out.wires.begin(), out.wires.end(), isMeant);
  if (static_cast<std::size_t>(count) != wires.size() || def->inputs.empty() || !feedsOthers(*def))
    return Error(GB_TEXT("engine", "%1 cannot stand on a wire.").arg(def->title));
  const PortRef from = wires.front().from;
  for (Wire& wire : out.wires)
    if (isMeant(wire)) wire.from = {newId, "out"};
  out.wires.push_back({from, {newId, def->inputs[0].name}});
  for (GroupSpec& group : out.groups)
    if (contains(group.members, from.node) && std::all_of(wires.begin(), wires.end(), [&](const Wire& wire) { return contains(group.members, wire.to.node); })) group.members.push_back(newId);
  return out;
}

NetworkSpec removeNodes(const NetworkSpec& spec, const std::vector<NodeId>& ids) {
  NetworkSpec out = spec;
  for (const NodeId& id : ids) {
    std::vector<PortRef> sources;
    for (const Wire& wire : out.wires)
      if (wire.to.node == id) sources.push_back(wire.from);
    std::vector<Wire> wires;
    for (Wire wire : out.wires) {
      if (wire.to.node == id) continue;
      if (wire.from.node == id) {
        if (sources.size() != 1) continue;
        wire.from = sources[0];
        if (std::find(out.wires.begin(), out.wires.end(), wire) != out.wires.end()) continue;
      }
      wires.push_back(wire);
    }
    out.wires = std::move(wires);
    std::erase_if(out.nodes, [&](const NodeSpec& node) { return node.id == id; });
    for (NodeSpec& node : out.nodes)
      if (node.weightsOf == id) node.weightsOf.clear();
    for (GroupSpec& group : out.groups) std::erase(group.members, id);
  }
  std::erase_if(out.groups, [](const GroupSpec& group) { return group.members.empty(); });
  return out;
}

Result<NetworkSpec> connect(const NetworkSpec& spec, const PortRef& from, const PortRef& to) {
  const NodeSpec* source = spec.find(from.node);
  const NodeSpec* target = spec.find(to.node);
  if (!source || !target) return Error(GB_TEXT("engine", "A wire needs a node at both ends."));
  const NodeDef* sourceDef = findNode(source->key);
  if (sourceDef && !feedsOthers(*sourceDef)) return Error(GB_TEXT("engine", "%1 is a loss: nothing can follow it.").arg(nodeTitle(spec, from.node)));
  const PortDef* port = portOf(spec, to);
  if (!port) return Error(GB_TEXT("engine", "%1 takes no input.").arg(nodeTitle(spec, to.node)));
  if (std::vector<NodeId> loop = path(spec, to.node, from.node); !loop.empty()) {
    Text way = nodeTitle(spec, loop.back());
    for (const NodeId& id : loop) way = GB_TEXT("engine", "%1 → %2").arg(way).arg(nodeTitle(spec, id));
    return Error(GB_TEXT("engine", "This wire would close a loop: %1. Use a recurrent layer for memory.").arg(way));
  }
  const Wire wire{from, to};
  NetworkSpec out = spec;
  if (std::find(out.wires.begin(), out.wires.end(), wire) != out.wires.end())
    return Error(GB_TEXT("engine", "This wire is already there."));
  if (!port->many) std::erase_if(out.wires, [&](const Wire& old) { return old.to == to; });
  out.wires.push_back(wire);
  return out;
}

NetworkSpec disconnect(const NetworkSpec& spec, const Wire& wire) {
  NetworkSpec out = spec;
  std::erase(out.wires, wire);
  return out;
}

Result<NetworkSpec> setParam(const NetworkSpec& spec, const NodeId& id, const std::string& key, const ParamValue& value) {
  NetworkSpec out = spec;
  NodeSpec* node = out.find(id);
  const NodeDef* def = node ? findNode(node->key) : nullptr;
  if (!def) return Error(GB_TEXT("engine", "There is no node \"%1\".").arg(id));
  const ParamDef* param = findParam(def->params, key);
  if (!param) return complete(def->params, Params{{key, value}}).error();
  Result<ParamValue> checked = checkParam(*param, value);
  if (!checked) return checked.error();
  if (*checked == param->fallback) node->params.erase(key);
  else node->params.set(key, *checked);
  return out;
}

NetworkSpec rename(const NetworkSpec& spec, const NodeId& id, const std::string& name) {
  NetworkSpec out = spec;
  if (NodeSpec* node = out.find(id)) node->name = name;
  return out;
}

NetworkSpec setFrozen(const NetworkSpec& spec, const NodeId& id, bool frozen) {
  NetworkSpec out = spec;
  if (NodeSpec* node = out.find(id)) node->frozen = frozen;
  return out;
}

NetworkSpec setBypassed(const NetworkSpec& spec, const NodeId& id, bool bypassed) {
  NetworkSpec out = spec;
  if (NodeSpec* node = out.find(id)) node->bypassed = bypassed;
  return out;
}

Result<NetworkSpec> replaceNode(const NetworkSpec& spec, const NodeId& id, const std::string& key, NodeId& newId) {
  const NodeSpec* old = spec.find(id);
  const NodeDef* oldDef = old ? findNode(old->key) : nullptr;
  const NodeDef* def = findNode(key);
  if (!oldDef || !def) return Error(GB_TEXT("engine", "There is no node \"%1\".").arg(oldDef ? key : id));
  NetworkSpec out = spec;
  newId = out.freshId(key);
  *out.find(id) = NodeSpec{newId, key, {}, "", "", false, false};
  for (Wire& wire : out.wires) {
    if (wire.from.node == id) wire.from.node = newId;
    if (wire.to.node != id) continue;
    wire.to.node = newId;
    if (!def->inputs.empty() && !oldDef->inputs.empty() && wire.to.port == oldDef->inputs[0].name) wire.to.port = def->inputs[0].name;
  }
  for (GroupSpec& group : out.groups) std::replace(group.members.begin(), group.members.end(), id, newId);
  return out;
}

Result<NetworkSpec> repair(const NetworkSpec& spec, const Issue& issue, const Repair& repair) {
  const NodeId id = repair.node.empty() ? issue.node : repair.node;
  if (repair.param == "bypassed") return setBypassed(spec, id, std::get<bool>(repair.value));
  if (repair.insertKey.empty()) return setParam(spec, id, repair.param, repair.value);
  const NodeSpec* node = spec.find(id);
  const NodeDef* def = node ? findNode(node->key) : nullptr;
  if (!def) return Error(GB_TEXT("engine", "There is no node \"%1\".").arg(id));
  NodeId newId;
  if (repair.place == Repair::Place::Behind) return insertAfter(spec, repair.insertKey, id, newId);
  if (repair.place == Repair::Place::Instead) return replaceNode(spec, id, repair.insertKey, newId);
  const auto wires = def->inputs.empty() ? std::vector<const Wire*>{} : spec.into({id, def->inputs[0].name});
  if (wires.empty()) return Error(GB_TEXT("engine", "%1 has no input yet: draw a wire to it.").arg(nodeTitle(spec, id)));
  return insertOnWire(spec, repair.insertKey, *wires[0], newId);
}

NetworkSpec extract(const NetworkSpec& spec, const std::vector<NodeId>& ids) {
  NetworkSpec out;
  for (const NodeSpec& node : spec.nodes)
    if (contains(ids, node.id)) out.nodes.push_back(node);
  for (NodeSpec& node : out.nodes)
    if (!contains(ids, node.weightsOf)) node.weightsOf.clear();
  for (const Wire& wire : spec.wires)
    if (contains(ids, wire.from.node) && contains(ids, wire.to.node)) out.wires.push_back(wire);
  for (const GroupSpec& group : spec.groups)
    if (std::all_of(group.members.begin(), group.members.end(), [&](const NodeId& id) { return contains(ids, id); })) out.groups.push_back(group);
  return out;
}

NetworkSpec paste(const NetworkSpec& spec, const NetworkSpec& part, std::map<NodeId, NodeId>& renamed) {
  NetworkSpec out = spec;
  for (NodeSpec node : part.nodes) {
    const NodeId fresh = out.freshId(node.key);
    renamed[node.id] = fresh;
    node.id = fresh;
    out.nodes.push_back(node);
  }
  for (NodeSpec& node : out.nodes)
    if (!spec.find(node.id) && renamed.count(node.weightsOf)) node.weightsOf = renamed[node.weightsOf];
  for (const Wire& wire : part.wires)
    if (renamed.count(wire.from.node) && renamed.count(wire.to.node))
      out.wires.push_back({{renamed[wire.from.node], wire.from.port}, {renamed[wire.to.node], wire.to.port}});
  for (GroupSpec group : part.groups) {
    for (NodeId& id : group.members) id = renamed[id];
    for (int number = 2; std::any_of(out.groups.begin(), out.groups.end(), [&](const GroupSpec& g) { return g.id == group.id; }); ++number)
      group.id = group.id + "_" + std::to_string(number);
    out.groups.push_back(group);
  }
  return out;
}

}  // namespace glassbox::spec_edit
