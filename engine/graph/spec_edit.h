// Every change of a network as a pure function: spec in, spec out, or why not. The only place where specs are edited.
#pragma once

#include <map>

#include "engine/graph/analysis.h"
#include "engine/graph/network_spec.h"

namespace glassbox::spec_edit {

/// Adds a node of type `key` behind `after` (empty: nowhere) and wires it in: what `after` fed is fed by the new node.
/// `newId` receives the node's id.
Result<NetworkSpec> insertAfter(const NetworkSpec& spec, const std::string& key, const NodeId& after, NodeId& newId);

/// Adds an unwired node.
Result<NetworkSpec> addNode(const NetworkSpec& spec, const std::string& key, NodeId& newId);

/// Puts a node on a wire, or on several that come from one output: what they led to reads the node. It joins the group that both
/// ends are in.
Result<NetworkSpec> insertOnWires(const NetworkSpec& spec, const std::string& key, const std::vector<Wire>& wires, NodeId& newId);
inline Result<NetworkSpec> insertOnWire(const NetworkSpec& spec, const std::string& key, const Wire& wire, NodeId& newId) { return insertOnWires(spec, key, {wire}, newId); }

/// Removes nodes and closes the gap where a removed node had one wire in: what it fed is fed by what fed it.
NetworkSpec removeNodes(const NetworkSpec& spec, const std::vector<NodeId>& ids);

/// Why this wire cannot be, before it is made: a loop, an unknown port, a loss that feeds something. A port that takes
/// one wire and has one gives it up to the new one.
Result<NetworkSpec> connect(const NetworkSpec& spec, const PortRef& from, const PortRef& to);
NetworkSpec disconnect(const NetworkSpec& spec, const Wire& wire);

/// Sets a parameter, checked against its definition.
Result<NetworkSpec> setParam(const NetworkSpec& spec, const NodeId& id, const std::string& key, const ParamValue& value);

NetworkSpec rename(const NetworkSpec& spec, const NodeId& id, const std::string& name);
NetworkSpec setFrozen(const NetworkSpec& spec, const NodeId& id, bool frozen);
NetworkSpec setBypassed(const NetworkSpec& spec, const NodeId& id, bool bypassed);

/// A node of type `key` takes the place of node `id`, and its wires: of the inputs the first goes to the first. Names, groups and
/// settings are those of a new node. `newId` receives its id.
Result<NetworkSpec> replaceNode(const NetworkSpec& spec, const NodeId& id, const std::string& key, NodeId& newId);

/// Applies an issue's repair.
Result<NetworkSpec> repair(const NetworkSpec& spec, const Issue& issue, const Repair& repair);

/// The nodes `ids` with the wires between them: what copy puts on the clipboard.
NetworkSpec extract(const NetworkSpec& spec, const std::vector<NodeId>& ids);

/// Adds all of `part` with fresh ids; `renamed` maps the part's ids to the new ones.
NetworkSpec paste(const NetworkSpec& spec, const NetworkSpec& part, std::map<NodeId, NodeId>& renamed);

}  // namespace glassbox::spec_edit
