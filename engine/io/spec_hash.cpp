#include "engine/io/spec_hash.h"

#include <algorithm>

#include "engine/io/atomic_file.h"
#include "engine/io/json_writer.h"

namespace glassbox {

std::string specHash(const NetworkSpec& spec) {
  std::vector<NodeSpec> nodes = spec.nodes;
  std::sort(nodes.begin(), nodes.end(), [](const NodeSpec& a, const NodeSpec& b) { return a.id < b.id; });
  std::vector<Wire> wires = spec.wires;  // those into the same port keep their order: it counts
  std::stable_sort(wires.begin(), wires.end(), [](const Wire& a, const Wire& b) { return a.to < b.to; });
  std::vector<GroupSpec> groups = spec.groups;
  std::erase_if(groups, [](const GroupSpec& group) { return group.repeat == 1; });  // only drawn as one
  for (GroupSpec& group : groups) std::sort(group.members.begin(), group.members.end());
  std::sort(groups.begin(), groups.end(), [](const GroupSpec& a, const GroupSpec& b) { return a.members < b.members; });

  // Written as lists of words: quotes keep "a" + "bc" apart from "ab" + "c".
  JsonWriter out;
  out.beginArray();
  for (const NodeSpec& node : nodes) {
    out.beginArray();
    out.text(node.id);
    out.text(node.key);
    out.text(node.weightsOf);
    out.flag(node.bypassed);
    for (const auto& [key, value] : node.params.values()) {
      out.text(key);
      out.text(writeParam(value));
    }
    out.end();
  }
  for (const Wire& wire : wires)
    for (const std::string& part : {wire.from.node, wire.from.port, wire.to.node, wire.to.port}) out.text(part);
  for (const GroupSpec& group : groups) {
    out.integer(group.repeat);
    for (const NodeId& member : group.members) out.text(member);
  }
  out.end();
  return contentHash(out.take());
}

}  // namespace glassbox
