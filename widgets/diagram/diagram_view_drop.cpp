// Layers dragged onto the canvas: into a wire, behind a layer, or onto a free place.
#include "widgets/diagram/diagram_view.h"

#include "engine/graph/transformer_block.h"
#include "engine/io/folding.h"
#include "widgets/diagram/ghost_item.h"

#include <QDragEnterEvent>
#include <QMimeData>

#include <cmath>

namespace glassbox {
namespace {

constexpr double kNearPort = 96;              // a layer held this close to a free output is wired to it
constexpr double kGhostWidth = 136, kGhostHeight = 48;

} // namespace

QString DiagramView::keyOfDrag(const QMimeData* mime) const {
  if (isReadOnly() || !mime->hasFormat(QLatin1String(kLayerMime))) return {};
  const QString key = QString::fromUtf8(mime->data(QLatin1String(kLayerMime)));
  return findAddable(key.toStdString()) ? key : QString();
}

LayerDrop DiagramView::dropAt(QPointF point, const QString& key) const {
  using Kind = DiagramHit::Kind;
  const NodeDef* def = findAddable(key.toStdString());
  LayerDrop drop;
  if (!def || def->inputs.empty()) return drop;
  const bool loss = def->group == LayerGroup::Loss;
  const auto onWire = [&](const Wire& wire) {
    drop.kind = loss ? LayerDrop::Kind::After : LayerDrop::Kind::OnWire;  // a loss ends a wire, it never stands on one
    drop.wire = wire;
    drop.after = wire.from.node;
    return drop;
  };
  const DiagramHit hit = m_scene->hitAt(point, pixelsPerUnit());
  if (hit.kind == Kind::Wire || hit.kind == Kind::Weight) return onWire(hit.wire);
  const Tile* tile = hit.kind == Kind::Nothing ? nullptr : m_scene->tiles().tileOf(hit.node);
  if (tile && tile->id != kDataTile) {
    // On the word of an activation: between it and its layer. On a loss: before it. On a tile: behind it.
    const NodeId before = hit.kind == Kind::Word ? hit.node : tile->group == LayerGroup::Loss ? tile->id : NodeId();
    for (const Wire& wire : m_document->spec().wires)
      if (wire.to.node == before) return onWire(wire);
    if (tile->group == LayerGroup::Loss) return drop;
    drop.kind = LayerDrop::Kind::After;
    drop.after = lastMember(tile->id);
    return drop;
  }
  for (const TileWire& wire : m_scene->tiles().wires)
    if (wire.bundle && m_scene->weightsItem(wire.wire)->gap().contains(point)) return onWire(wire.wire);

  const QPointF port = point - QPointF(kGhostWidth / 2, 0);
  double nearest = kNearPort;
  for (const Tile& other : m_scene->tiles().tiles)
    for (const TilePort& out : other.outputs) {
      if (out.wired || !other.isShown()) continue;
      const QPointF from = m_scene->nodeItem(other.id)->outputPoint();
      const double distance = std::hypot(port.x() - from.x(), port.y() - from.y());
      if (port.x() < from.x() - 24 || distance >= nearest) continue;
      nearest = distance;
      drop.kind = LayerDrop::Kind::After;
      drop.after = out.ref.node;
    }
  return drop;
}

/// All wires that stand behind the one that is drawn: a folded group shows one for many.
std::vector<Wire> DiagramView::drawnAs(const Wire& wire) const {
  std::vector<Wire> wires;
  const NodeId to = tileShowing(wire.to.node);
  for (const Wire& other : m_document->spec().wires)
    if (other == wire || (other.from == wire.from && m_scene->isFoldedNow(groupOfTile(to)) && tileShowing(other.to.node) == to)) wires.push_back(other);
  return wires;
}

Position DiagramView::placeFor(QPointF center) const { return {snapped(center.x() - kGhostWidth / 2), snapped(center.y())}; }

void DiagramView::showDrop(QPointF point, const QString& key) {
  const LayerDrop drop = dropAt(point, key);
  m_ghost->setLayer(findAddable(key.toStdString()));
  m_ghost->setPos(point - QPointF(kGhostWidth / 2, kGhostHeight / 2));
  m_ghost->show();
  m_scene->setDropWire(drop.kind == LayerDrop::Kind::OnWire ? std::optional<Wire>(drop.wire) : std::nullopt);
  if (drop.kind == LayerDrop::Kind::After) {
    const NodeItem* item = m_scene->nodeItem(drop.after);
    m_scene->draft()->setDraft(item->outputPoint(), m_ghost->pos() + QPointF(0, kGhostHeight / 2), false, {});
  }
  m_scene->draft()->setVisible(drop.kind == LayerDrop::Kind::After);
}

void DiagramView::hideDrop() {
  m_ghost->hide();
  m_scene->draft()->hide();
  m_scene->setDropWire(std::nullopt);
}

void DiagramView::dragEnterEvent(QDragEnterEvent* event) {
  if (keyOfDrag(event->mimeData()).isEmpty()) return event->ignore();
  event->acceptProposedAction();
}

void DiagramView::dragMoveEvent(QDragMoveEvent* event) {
  const QString key = keyOfDrag(event->mimeData());
  if (key.isEmpty()) return event->ignore();
  showDrop(mapToScene(event->position().toPoint()), key);
  event->acceptProposedAction();
}

void DiagramView::dragLeaveEvent(QDragLeaveEvent*) { hideDrop(); }

void DiagramView::dropEvent(QDropEvent* event) {
  const QString key = keyOfDrag(event->mimeData());
  hideDrop();
  if (key.isEmpty()) return event->ignore();
  const QPointF point = mapToScene(event->position().toPoint());
  const LayerDrop drop = dropAt(point, key);
  const std::string name = key.toStdString();
  Result<NodeId> added = [&]() -> Result<NodeId> {
    switch (drop.kind) {
    case LayerDrop::Kind::OnWire: return m_document->insertOnWires(name, drawnAs(drop.wire));
    case LayerDrop::Kind::After: return m_document->insertAfter(name, drop.after);
    case LayerDrop::Kind::Canvas: break;
    }
    const bool wasFit = m_autoFit;
    m_autoFit = false;  // it stays where it was dropped
    Result<NodeId> placed = m_document->addNode(name, m_scene->places(), placeFor(point));
    m_autoFit = wasFit;
    return placed;
  }();
  event->acceptProposedAction();
  setFocus();
  if (!added) return tell(added.error());
  setSelection({*added});
  m_scene->setCurrent(*added, false);
}

} // namespace glassbox
