// The keyboard on the canvas: walking along wires, moving, adding layers by letter, drawing wires with W and the arrows.
#include "widgets/diagram/diagram_view.h"

#include "engine/layers/loss.h"
#include "widgets/model/language.h"

#include <QAction>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace glassbox {

void DiagramView::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
  if (m_wire && m_wire->byKeyboard && keyOfWire(key)) return;
  if (key == Qt::Key_Escape) {
    if (m_wire) {
      endWire(false);
      m_gesture = Gesture::None;
    } else if (m_gesture == Gesture::Move) {
      m_scene->movePlaces(m_moveStart);
      m_moveStart.clear();
      m_gesture = Gesture::None;
    } else {
      setSelection({});
      m_scene->setCurrent({}, false);
    }
    return;
  }
  const int dx = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0, dy = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
  if (dx || dy) {
    if (held == Qt::ControlModifier) nudge(dx, dy);
    else if (held == Qt::NoModifier || held == Qt::ShiftModifier) walk(dx, dy, held == Qt::ShiftModifier);
    else return QGraphicsView::keyPressEvent(event);
    return;
  }
  if (held == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
    const auto ids = selection();
    const NodeId id = !m_scene->current().empty() ? m_scene->current() : ids.empty() ? NodeId() : ids.front();
    if (!id.empty()) activate(id);
    return;
  }
  if (key == Qt::Key_Slash && !(held & Qt::ControlModifier)) {
    emit findLayerRequested();
    return;
  }
  if (held == Qt::NoModifier && key == Qt::Key_W) {
    if (refuseEdit()) return;
    const Tile* tile = m_scene->tiles().tileOf(m_scene->current());
    if (tile && !tile->outputs.empty()) {
      DiagramHit port;
      port.kind = DiagramHit::Kind::Output;
      port.port = tile->outputs.front().ref;
      beginWire(port, true);
      chooseWire(0);
    }
    return;
  }
  if (!(held & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && addByLetter(event->text())) return;
  // While they are enabled these keys never come here.
  for (const QAction* edit : {m_actions.paste, m_actions.duplicate, m_actions.remove, m_actions.tidy})
    if (edit->shortcuts().contains(QKeySequence(event->keyCombination())) && refuseEdit()) return;
  event->ignore();  // Space and the rest belong to the window
}

bool DiagramView::addByLetter(const QString& text) {
  if (text.size() != 1) return false;
  const QChar letter = text.front().toUpper();
  const auto has = [&](const NodeDef* def) { return def->letter != 0 && QChar::fromLatin1(def->letter).toUpper() == letter; };
  for (const LayerDef* def : allLayers())
    if (has(def)) return addLayer(QString::fromStdString(def->key)), true;
  for (const LossDef* def : allLosses())
    if (has(def)) return addLayer(QString::fromStdString(def->key)), true;
  return false;
}

// Left and right go along a wire, up and down to the tile that stands there.
NodeId DiagramView::neighbour(int dx, int dy) const {
  const NodeId& at = m_scene->current();
  const Tiles& tiles = m_scene->tiles();
  const NodeItem* here = m_scene->nodeItem(at);
  if (!here) {
    const NodeId first = m_document->analysis().inputs.empty() ? NodeId() : m_document->analysis().inputs.front();
    return !first.empty() ? first : m_document->spec().nodes.empty() ? NodeId() : m_document->spec().nodes.front().id;
  }
  const auto middle = [&](const NodeId& id) {
    const NodeItem* item = m_scene->nodeItem(id);
    return item->pos() + QPointF(item->tile().width / 2, item->tile().anchor);
  };
  const QPointF from = middle(at);
  NodeId best;
  double least = 1e300;
  if (dx != 0) {
    for (const Wire& wire : m_document->spec().wires) {
      const NodeId own = tileShowing(dx > 0 ? wire.from.node : wire.to.node);
      const NodeId other = tileShowing(dx > 0 ? wire.to.node : wire.from.node);
      if (own != at || other == at || !m_scene->nodeItem(other)) continue;
      const QPointF d = middle(other) - from;
      if (const double distance = std::abs(d.y()) + 0.01 * std::abs(d.x()); distance < least) least = distance, best = other;
    }
    const bool isInput = std::count(m_document->analysis().inputs.begin(), m_document->analysis().inputs.end(), at) > 0;
    if (best.empty() && dx < 0 && isInput && tiles.find(kDataTile)) return kDataTile;
    if (best.empty() && dx > 0 && at == kDataTile && !m_document->analysis().inputs.empty()) return m_document->analysis().inputs.front();
    return best;
  }
  for (const Tile& tile : tiles.tiles) {
    if (!tile.isShown() || m_scene->nodeItem(tile.id) == here) continue;
    const QPointF d = middle(tile.id) - from;
    if (d.y() * dy <= 0) continue;
    if (const double distance = std::abs(d.y()) + 2 * std::abs(d.x()); distance < least) least = distance, best = tile.id;
  }
  return best;
}

bool DiagramView::walk(int dx, int dy, bool extend) {
  const NodeId next = neighbour(dx, dy);
  if (next.empty()) return false;
  std::set<NodeId> chosen = extend ? m_scene->selectedNodes() : std::set<NodeId>();
  chosen.insert(next);
  setSelection(chosen);
  setCurrent(next, true);
  return true;
}

void DiagramView::walkTo(const NodeId& id) {
  setSelection({id});
  setCurrent(id, true);
}

void DiagramView::activate(const NodeId& id) {
  if (const std::string group = groupOfTile(tileShowing(id)); !group.empty()) setFolded(group, false);
  else emit nodeActivated(id);
}

void DiagramView::nudge(int dx, int dy) {
  if (refuseEdit()) return;
  Layout places = m_scene->places();
  QString which;
  for (const NodeId& id : m_scene->selectedNodes()) {
    const Tile* tile = m_scene->tiles().tileOf(id);
    const auto place = tile ? places.find(tile->id) : places.end();
    if (place == places.end()) continue;
    place->second.x += dx * kGrid;
    place->second.y += dy * kGrid;
    which += QString::fromStdString(tile->id) + u' ';
  }
  if (which.isEmpty()) return;
  m_document->setLayout(places, GB_TEXT("document", "Move"), QStringLiteral("nudge ") + which);
}

// ---- wires by keyboard -----------------------------------------------------------------------------------------------------

bool DiagramView::keyOfWire(int key) {
  switch (key) {
  case Qt::Key_Right:
  case Qt::Key_Down: chooseWire(1); return true;
  case Qt::Key_Left:
  case Qt::Key_Up: chooseWire(-1); return true;
  case Qt::Key_Return:
  case Qt::Key_Enter: {
    const NodeId target = m_wire->target ? m_wire->target->node : NodeId();
    const bool refused = m_wire->refused;
    if (refused) return true;  // the reason stands there
    endWire(true);
    if (!target.empty()) setCurrent(target, true);
    return true;
  }
  case Qt::Key_W:
  case Qt::Key_Escape: endWire(false); return true;
  default: return false;
  }
}

void DiagramView::chooseWire(int step) {
  if (!m_wire) return;
  WireDraft& draft = *m_wire;
  const Tile* own = m_scene->tiles().tileOf(draft.fixed.node);
  if (draft.choices.empty()) {
    for (const PortRef& port : m_scene->inputPorts())
      if (m_scene->tiles().tileOf(port.node) != own) draft.choices.push_back(port);
    // Begin at the nearest port to the right that takes the wire.
    const QPointF from = m_scene->portPoint(draft.fixed);
    for (std::size_t i = 0; i < draft.choices.size(); ++i)
      if (m_scene->portPoint(draft.choices[i]).x() > from.x() && connected(draft.choices[i])) {
        draft.choice = i;
        break;
      }
  }
  if (draft.choices.empty()) {
    endWire(false);
    emit told(tr("There is no other input to draw a wire to."));
    return;
  }
  const auto count = static_cast<int>(draft.choices.size());
  draft.choice = static_cast<std::size_t>((static_cast<int>(draft.choice) + step + count) % count);
  draft.target = draft.choices[draft.choice];
  const Result<NetworkSpec> result = connected(*draft.target);
  draft.refused = !result.ok();
  QString reason;
  if (draft.refused) {
    Error spoken = result.error();
    spoken.place.clear();
    reason = translated(spoken);
  }
  std::set<PortRef> valid;
  for (const PortRef& port : draft.choices)
    if (connected(port)) valid.insert(port);
  m_scene->setWireTargets(valid, draft.target);
  const QPointF end = m_scene->portPoint(*draft.target);
  m_scene->draft()->setDraft(m_scene->portPoint(draft.fixed), end, draft.refused, reason);
  ensureVisible(QRectF(end - QPointF(20, 20), QSizeF(40, 40)), 16, 16);
  const QString way = tr("Wire to %1: Enter draws it, arrows choose another, Esc stops.").arg(translated(nodeTitle(m_document->spec(), draft.target->node)));
  setAccessibleDescription(reason.isEmpty() ? way : reason);  // the status line is not read by itself
  emit told(reason.isEmpty() ? way : reason);
}

} // namespace glassbox
