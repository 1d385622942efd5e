// What a network is, as pure data: nodes, wires, groups. It may be incomplete or wrong; `analyse` says how.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/params.h"

namespace glassbox {

using NodeId = std::string;  ///< letters, digits and _; begins with a letter; "dense1"

struct NodeSpec {
  NodeId id;
  std::string key;         ///< layer or loss type
  Params params;           ///< only what differs from the default
  std::string name;        ///< shown in place of the title; may be empty
  NodeId weightsOf;        ///< uses this node's weights (tied); empty: its own
  bool frozen = false;     ///< weights are not trained
  bool bypassed = false;   ///< switched off: passes its input through
  NodeId copyOf;           ///< in an expanded spec only (expand_groups.h): the member of the group that this is a copy of
  int copy = 1;            ///< and its number
  bool operator==(const NodeSpec&) const = default;
};

struct PortRef {
  NodeId node;
  std::string port;
  auto operator<=>(const PortRef&) const = default;
};

/// From an output port ("out") to an input port ("in"). Wires into a port that takes many keep their order.
struct Wire {
  PortRef from, to;
  auto operator<=>(const Wire&) const = default;
};

/// Nodes drawn as one tile, repeated `repeat` times in a chain with weights of their own.
struct GroupSpec {
  std::string id;
  std::string name;
  std::vector<NodeId> members;
  int repeat = 1;
  bool operator==(const GroupSpec&) const = default;
};

struct NetworkSpec {
  std::vector<NodeSpec> nodes;
  std::vector<Wire> wires;
  std::vector<GroupSpec> groups;

  const NodeSpec* find(const NodeId& id) const;
  NodeSpec* find(const NodeId& id);

  /// Wires that end at the port, in their order.
  std::vector<const Wire*> into(const PortRef& port) const;

  /// Key + running number that no node has: "dense3".
  NodeId freshId(const std::string& key) const;

  bool operator==(const NetworkSpec&) const = default;
};

/// True for letters, digits and _, beginning with a letter, at most 40 characters.
bool isNodeId(std::string_view text);

/// Reads the one-line grammar: "input 784 | dense 128 relu | dense 10 | softmax_cross_entropy".
/// Nodes are joined by |; `key [number] [word] [name=value ...]`; `label:` names a node, `from label` starts a
/// branch, `add a` joins, `weights=a` uses node a's weights. `transformer_block heads [name=value ...]` stands for a
/// group of nodes (transformer_block.h). Fails with the part of the line that cannot be read.
Result<NetworkSpec> parseLine(std::string_view line);

}  // namespace glassbox
