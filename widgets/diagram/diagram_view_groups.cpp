// Groups on the canvas: folding and unfolding with their places, and which copy of a repeated one is shown.
#include "widgets/diagram/diagram_view.h"

#include "widgets/diagram/fold_tiles.h"
#include "widgets/diagram/group_actions.h"

#include <QVariantAnimation>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kFoldTime = 120;      // ms
constexpr double kWider = 56;       // a folded tile than most layers: its neighbour keeps its distance

/// The left edges of the first and the last of some tiles, and the height of the first. Not their widths: these change with the zoom.
struct Extent {
  double first = 1e300, last = -1e300, y = 0;
  bool empty() const { return last < first; }
  void add(const Position& at) {
    if (at.x < first) first = at.x, y = at.y;
    last = std::max(last, at.x);
  }
};

} // namespace

bool DiagramView::isFolded(const std::string& group) const { return glassbox::isFolded(m_document->layout(), group); }

void DiagramView::setFolded(const std::string& id, bool folded) {
  const GroupSpec* group = findGroup(m_document->spec(), id);
  if (!group || folded == isFolded(id)) return;
  const NodeId own = groupTile(id);
  const Text what = folded ? GB_TEXT("document", "Fold the group") : GB_TEXT("document", "Unfold the group");
  Layout layout = m_document->layout();
  if (arrangesItself(layout)) {
    if (folded) layout[own] = {};
    else layout.erase(own);
    return m_document->setLayout(layout, what);
  }
  for (const auto& [tile, place] : m_scene->places()) layout[tile] = place;
  const Tiles& tiles = m_scene->tiles();
  const auto isMember = [&](const NodeId& tile) { return std::count(group->members.begin(), group->members.end(), tile) > 0; };
  Extent members;
  for (const Tile& tile : tiles.tiles)
    if (const auto at = layout.find(tile.id); isMember(tile.id) && tile.form != TileForm::Word && at != layout.end()) members.add(at->second);
  if (members.empty()) {  // it was folded when the tiles were moved: the layers find their places by themselves
    layout.erase(own);
    return m_document->setLayout(layout, what);
  }
  // What stands to the right comes as much closer as the group gets narrower, and goes back.
  const double less = members.last - members.first - kWider;
  const Position at = folded ? Position{members.first, members.y} : layout.at(own);
  for (auto& [tile, place] : layout) {
    if (isMember(tile)) {
      if (!folded) place = {place.x + at.x - members.first, place.y + at.y - members.y};
    } else if (tile != own && place.x > (folded ? members.last : at.x + kWider)) {
      place.x += folded ? -less : less;
    }
  }
  if (folded) layout[own] = at;
  else layout.erase(own);
  m_document->setLayout(layout, what);
}

void DiagramView::showCopy(const std::string& group, int copy) {
  const int before = m_scene->shownCopy(group);
  m_scene->showCopy(group, copy);
  if (m_scene->shownCopy(group) != before) emit copyShown(group);
}

// A folded group is chosen as a whole: what is done to it is done to all its layers.
std::set<NodeId> DiagramView::wholeGroups(const std::set<NodeId>& nodes) const {
  std::set<NodeId> out;
  for (const NodeId& id : nodes) {
    const std::string named = groupOfTile(id);
    const GroupSpec* group = named.empty() ? groupOf(m_document->spec(), id) : findGroup(m_document->spec(), named);
    if (!group || (named.empty() && !m_scene->isFoldedNow(group->id))) out.insert(id);
    else out.insert(group->members.begin(), group->members.end());
  }
  return out;
}

std::vector<NodeId> DiagramView::selectedWithWords() const { return withWords(m_scene->selectedNodes()); }

NodeId DiagramView::tileShowing(const NodeId& id) const {
  const Tile* tile = m_scene->tiles().tileOf(id);
  return tile && tile->form == TileForm::Group ? tile->id : id;
}

// Every wire that brings the same thing into a folded group is drawn as one.
std::vector<Wire> DiagramView::wiresBehind(const std::set<Wire>& wires) const {
  std::vector<Wire> out(wires.begin(), wires.end());
  for (const Wire& wire : wires) {
    const Tile* tile = m_scene->tiles().tileOf(wire.to.node);
    if (!tile || tile->form != TileForm::Group) continue;
    for (const Wire& other : m_document->spec().wires)
      if (other.from == wire.from && m_scene->tiles().tileOf(other.to.node) == tile && other != wire) out.push_back(other);
  }
  return out;
}

// Tiles that were elsewhere a moment ago travel to their places; layers come out of their group's tile and go into it.
void DiagramView::glideFrom(const Layout& before) {
  const int time = ThemeManager::ofApplication().milliseconds(kFoldTime);
  if (time == 0 || !isVisible()) return;
  Layout from;
  for (const Tile& tile : m_scene->tiles().tiles) {
    if (!tile.isShown()) continue;
    const GroupSpec* group = groupOf(m_document->spec(), tile.id);
    auto at = before.find(tile.id);
    if (at == before.end() && group) at = before.find(groupTile(group->id));
    if (at == before.end())
      if (const GroupSpec* folded = findGroup(m_document->spec(), groupOfTile(tile.id)); folded && !folded->members.empty()) at = before.find(folded->members.front());
    if (at != before.end()) from[tile.id] = at->second;
  }
  if (!m_glide) {
    m_glide = new QVariantAnimation(this);
    m_glide->setEasingCurve(QEasingCurve::OutCubic);
    m_glide->setStartValue(0.0);
    m_glide->setEndValue(1.0);
    connect(m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) { m_scene->glide(m_glideStart, share.toDouble()); });
  }
  m_glide->stop();
  m_glideStart = std::move(from);
  m_glide->setDuration(time);
  m_glide->start();
}

} // namespace glassbox
