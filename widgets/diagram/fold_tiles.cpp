#include "widgets/diagram/fold_tiles.h"

#include "engine/io/folding.h"
#include "widgets/common/number_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace glassbox {
namespace {

constexpr double kWidth = 160, kHeight = 96, kPortPitch = 20;
constexpr int kMostSheets = 3;

bool contains(const GroupSpec& group, const NodeId& id) { return std::find(group.members.begin(), group.members.end(), id) != group.members.end(); }

class Folder {
public:
  Folder(Tiles& tiles, const NetworkSpec& spec, const Analysis& analysis) : m_tiles(tiles), m_spec(spec), m_analysis(analysis) {}

  void fold(const GroupSpec& group, const GroupFrame& words) {
    findInside(group);
    Tile tile;
    tile.id = groupTile(group.id);
    tile.form = TileForm::Group;
    tile.width = kWidth;
    tile.height = kHeight;
    tile.anchor = kHeight / 2;
    tile.title = tile.shortTitle = words.title;
    tile.line = lineOf(group);
    tile.icon = QStringLiteral("block");
    tile.group = categoryOf(group);
    tile.copies = words.copies;
    tile.parameters = words.count;
    tile.sheets = std::min(group.repeat - 1, kMostSheets);
    for (Tile& member : m_tiles.tiles) {
      if (!m_inside.count(member.id)) continue;
      if (member.issue && (!tile.issue || *member.issue == Issue::Severity::Error)) tile.issue = member.issue;
      if (!member.issueText.isEmpty()) tile.issueText += (tile.issueText.isEmpty() ? QString() : QStringLiteral("\n")) + member.issueText;
      member.form = TileForm::Inside;
      member.host = tile.id;
    }
    addPorts(tile);
    moveWires(tile);
    m_tiles.tiles.push_back(std::move(tile));
  }

private:
  // The members as they are seen: a word goes where its tile goes.
  void findInside(const GroupSpec& group) {
    m_inside.clear();
    for (const Tile& tile : m_tiles.tiles)
      if (contains(group, tile.form == TileForm::Word ? tile.host : tile.id)) m_inside.insert(tile.id);
  }

  // "heads: 4 · width 64", or how many layers there are.
  QString lineOf(const GroupSpec& group) const {
    for (const NodeId& id : group.members) {
      const auto facts = m_analysis.nodes.find(id);
      if (facts == m_analysis.nodes.end() || !facts->second.known || facts->second.inference.outputs.empty()) continue;
      const auto* heads = facts->second.params.find("heads");
      const auto* count = heads ? std::get_if<std::int64_t>(heads) : nullptr;
      const Shape& shape = facts->second.inference.outputs.front().shape;
      if (count && shape.rank() > 0)
        return QCoreApplication::translate("glassbox::FoldedTile", "heads: %1").arg(*count) + QStringLiteral(" · ") +
               QCoreApplication::translate("glassbox::FoldedTile", "width %1").arg(shape[shape.rank() - 1]);
    }
    return QCoreApplication::translate("glassbox::FoldedTile", "%1 layers").arg(group.members.size());
  }

  // The band of a sequence where there is one inside, else of the layer with most parameters.
  LayerGroup categoryOf(const GroupSpec& group) const {
    LayerGroup category = LayerGroup::Shape;
    std::int64_t most = -1;
    for (const NodeId& id : group.members) {
      const auto facts = m_analysis.nodes.find(id);
      if (facts == m_analysis.nodes.end() || !facts->second.def) continue;
      if (facts->second.def->group == LayerGroup::Sequence) return LayerGroup::Sequence;
      if (facts->second.parameters > most) most = facts->second.parameters, category = facts->second.def->group;
    }
    return category;
  }

  // One place for each thing that comes in, and one for each member's output that is read outside.
  void addPorts(Tile& tile) const {
    std::set<PortRef> sources;
    for (const Wire& wire : m_spec.wires) {
      if (m_inside.count(wire.to.node) && !m_inside.count(wire.from.node) && sources.insert(wire.from).second) tile.inputs.push_back({wire.to, 0, true});
      const bool leaves = m_inside.count(wire.from.node) != 0 && !m_inside.count(wire.to.node);
      const bool known = std::any_of(tile.outputs.begin(), tile.outputs.end(), [&](const TilePort& port) { return port.ref == wire.from; });
      if (leaves && !known) tile.outputs.push_back({wire.from, 0, true});
    }
    // What is not wired yet can be: the first member without a wire, and the last that nobody reads.
    for (const NodeSpec& node : m_spec.nodes) {
      const NodeId& id = node.id;
      if (!m_inside.count(id)) continue;
      const auto facts = m_analysis.nodes.find(id);
      if (facts == m_analysis.nodes.end() || !facts->second.def) continue;
      const bool feeds = std::any_of(m_spec.wires.begin(), m_spec.wires.end(), [&](const Wire& wire) { return wire.from.node == id; });
      if (tile.inputs.empty() && !facts->second.def->inputs.empty() && m_spec.into({id, facts->second.def->inputs.front().name}).empty())
        tile.inputs.push_back({{id, facts->second.def->inputs.front().name}, 0, false});
      if (!feeds && std::none_of(tile.outputs.begin(), tile.outputs.end(), [](const TilePort& port) { return port.wired; })) tile.outputs = {{{id, "out"}, 0, false}};
    }
    for (std::size_t i = 0; i < tile.inputs.size(); ++i) tile.inputs[i].y = kPortPitch * (static_cast<double>(i) - (static_cast<double>(tile.inputs.size()) - 1) / 2);
  }

  void moveWires(const Tile& tile) {
    std::set<std::pair<PortRef, NodeId>> seen;
    std::vector<TileWire> kept;
    for (TileWire wire : m_tiles.wires) {
      const bool from = m_inside.count(wire.wire.from.node) != 0, to = m_inside.count(wire.wire.to.node) != 0;
      if (from && to) continue;
      if (from) {
        wire.fromTile = tile.id;
        wire.bundle = false;
      }
      if (to) {
        if (!seen.insert({wire.wire.from, tile.id}).second) continue;
        wire.toTile = tile.id;
        wire.bundle = false;
        int port = 0;
        for (std::size_t i = 0; i < tile.inputs.size(); ++i)
          if (sourceOf(tile.inputs[i].ref, wire.wire)) port = static_cast<int>(i);
        wire.toPort = port;
      }
      kept.push_back(wire);
    }
    m_tiles.wires = std::move(kept);
  }

  bool sourceOf(const PortRef& port, const Wire& wire) const {
    return std::any_of(m_spec.wires.begin(), m_spec.wires.end(), [&](const Wire& other) { return other.to == port && other.from == wire.from; });
  }

  Tiles& m_tiles;
  const NetworkSpec& m_spec;
  const Analysis& m_analysis;
  std::set<NodeId> m_inside;  ///< of the group that is being folded
};

} // namespace

void foldGroups(Tiles& tiles, const NetworkSpec& spec, const Analysis& analysis, const std::map<std::string, GroupFrame>& folded) {
  Folder folder(tiles, spec, analysis);
  for (const GroupSpec& group : spec.groups)
    if (const auto words = folded.find(group.id); words != folded.end()) folder.fold(group, words->second);
}

const GroupSpec* groupOf(const NetworkSpec& spec, const NodeId& node) {
  const auto at = std::find_if(spec.groups.begin(), spec.groups.end(), [&](const GroupSpec& group) { return contains(group, node); });
  return at == spec.groups.end() ? nullptr : &*at;
}

const GroupSpec* findGroup(const NetworkSpec& spec, const std::string& id) {
  const auto at = std::find_if(spec.groups.begin(), spec.groups.end(), [&](const GroupSpec& group) { return group.id == id; });
  return at == spec.groups.end() ? nullptr : &*at;
}

} // namespace glassbox
