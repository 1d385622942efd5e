#include "engine/graph/expand_groups.h"

#include <algorithm>
#include <optional>
#include <set>

namespace glassbox {
namespace {

constexpr std::size_t kMostNodes = 10'000;  // of an expanded network: a number typed by mistake must not take all memory

bool contains(const GroupSpec& group, const NodeId& id) { return std::find(group.members.begin(), group.members.end(), id) != group.members.end(); }

NodeId copyId(const NodeId& id, int copy) { return copy == 1 ? id : id + "_" + std::to_string(copy); }

/// The one place outside that feeds the group, and the one member's port that is read outside.
struct Ends {
  PortRef entry, exit;
};

class Expander {
 public:
  explicit Expander(const NetworkSpec& spec) { m_out.spec = spec; }

  ExpandedGroups run() {
    for (std::size_t i = 0; i < m_out.spec.groups.size(); ++i) {
      const GroupSpec group = m_out.spec.groups[i];
      m_out.spec.groups[i].repeat = 1;
      const auto missing = std::find_if(group.members.begin(), group.members.end(), [&](const NodeId& id) { return !spec().find(id); });
      if (missing != group.members.end()) {
        m_out.refused.emplace_back(GB_TEXT("engine", "The group %1 names \"%2\", which is not there.").arg(nameOf(group)).arg(*missing));
        continue;
      }
      if (group.repeat <= 1) continue;
      if (const std::optional<Text> why = check(group)) m_out.refused.emplace_back(*why);
      else repeat(group);
    }
    return std::move(m_out);
  }

 private:
  const NetworkSpec& spec() const { return m_out.spec; }

  static const std::string& nameOf(const GroupSpec& group) { return group.name.empty() ? group.id : group.name; }

  std::optional<Text> check(const GroupSpec& group) {
    const std::string& name = nameOf(group);
    if (group.members.empty()) return GB_TEXT("engine", "The group %1 is empty: there is nothing to repeat.").arg(name);
    for (const NodeId& id : group.members)
      if (!m_taken.insert(id).second) return GB_TEXT("engine", "The group %1 cannot be repeated: %2 is in a second group too.").arg(name).arg(id);
    if (spec().nodes.size() + group.members.size() * static_cast<std::size_t>(group.repeat) > kMostNodes)
      return GB_TEXT("engine", "The group %1 cannot be repeated %2 times: the network would have more than %3 layers.").arg(name).arg(group.repeat).arg(std::int64_t{kMostNodes});
    for (int copy = 2; copy <= group.repeat; ++copy)
      for (const NodeId& id : group.members)
        if (spec().find(copyId(id, copy))) return GB_TEXT("engine", "The group %1 cannot be repeated: the name %2 of a copy is taken.").arg(name).arg(copyId(id, copy));
    std::set<PortRef> entries, exits;
    for (const Wire& wire : spec().wires) {
      const bool from = contains(group, wire.from.node), to = contains(group, wire.to.node);
      if (to && !from) entries.insert(wire.from);
      if (from && !to) exits.insert(wire.from);
    }
    if (entries.empty()) return GB_TEXT("engine", "The group %1 cannot be repeated: nothing feeds it.").arg(name);
    if (entries.size() > 1)
      return GB_TEXT("engine", "The group %1 cannot be repeated: %2 and %3 feed it, and a copy has only the one before it to read.").arg(name).arg(entries.begin()->node).arg(std::next(entries.begin())->node);
    if (exits.empty()) return GB_TEXT("engine", "The group %1 cannot be repeated: nothing reads what it gives.").arg(name);
    if (exits.size() > 1)
      return GB_TEXT("engine", "The group %1 cannot be repeated: %2 and %3 are both read outside, and only one can feed the next copy.").arg(name).arg(exits.begin()->node).arg(std::next(exits.begin())->node);
    m_ends = {*entries.begin(), *exits.begin()};
    return {};
  }

  void repeat(const GroupSpec& group) {
    std::vector<NodeSpec> copies;
    std::size_t last = 0;
    for (std::size_t i = 0; i < spec().nodes.size(); ++i)
      if (contains(group, spec().nodes[i].id)) last = i;
    for (int copy = 2; copy <= group.repeat; ++copy)
      for (const NodeSpec& node : spec().nodes) {
        if (!contains(group, node.id)) continue;
        NodeSpec made = node;
        made.id = copyId(node.id, copy);
        made.copyOf = node.id;
        made.copy = copy;
        if (contains(group, node.weightsOf)) made.weightsOf = copyId(node.weightsOf, copy);
        copies.push_back(std::move(made));
      }
    std::vector<NodeSpec>& nodes = m_out.spec.nodes;
    nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(last) + 1, copies.begin(), copies.end());
    rewire(group);
  }

  void rewire(const GroupSpec& group) {
    const PortRef exit = m_ends.exit;
    std::vector<Wire> wires = spec().wires, made;
    for (int copy = 2; copy <= group.repeat; ++copy)
      for (const Wire& wire : wires) {  // in their order, which counts where a port takes many
        if (!contains(group, wire.to.node)) continue;
        const bool inside = contains(group, wire.from.node);
        const PortRef from = inside ? PortRef{copyId(wire.from.node, copy), wire.from.port} : PortRef{copyId(exit.node, copy - 1), exit.port};
        made.push_back({from, {copyId(wire.to.node, copy), wire.to.port}});
      }
    for (Wire& wire : wires)
      if (wire.from == exit && !contains(group, wire.to.node)) wire.from.node = copyId(exit.node, group.repeat);
    wires.insert(wires.end(), made.begin(), made.end());
    m_out.spec.wires = std::move(wires);
  }

  ExpandedGroups m_out;
  std::set<NodeId> m_taken;
  Ends m_ends;
};

}  // namespace

ExpandedGroups expandGroups(const NetworkSpec& spec) { return Expander(spec).run(); }

}  // namespace glassbox
