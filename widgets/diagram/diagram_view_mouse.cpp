// The mouse on the canvas: select, move, band, pan, and wires from port to port.
#include "widgets/diagram/diagram_view.h"

#include "engine/graph/spec_edit.h"
#include "widgets/diagram/canvas_tools.h"
#include "widgets/model/language.h"

#include <QApplication>
#include <QMouseEvent>
#include <QRubberBand>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace glassbox {

using Kind = DiagramHit::Kind;

namespace {

/// Drawn on a group to be clicked: nothing is selected or moved by it.
bool isButton(Kind kind) { return kind == Kind::Fold || kind == Kind::CopyBefore || kind == Kind::CopyAfter; }

} // namespace

bool DiagramView::isChosen(const NodeId& id) const {
  const std::set<NodeId> own = wholeGroups({id});
  return std::all_of(own.begin(), own.end(), [&](const NodeId& node) { return m_scene->selectedNodes().count(node) != 0; });
}

void DiagramView::mousePressEvent(QMouseEvent* event) {
  setProperty("focusByKey", false);
  if (m_wire) endWire(false);
  m_pressedAt = m_lastAt = event->pos();
  const bool pan = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && event->modifiers() & Qt::AltModifier);
  if (pan) {
    m_gesture = Gesture::Pan;
    viewport()->setCursor(Qt::ClosedHandCursor);
    return;
  }
  if (event->button() != Qt::LeftButton) return;
  const bool toggle = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
  m_pressed = m_scene->hitAt(mapToScene(event->pos()), pixelsPerUnit());
  m_gesture = Gesture::Press;
  switch (m_pressed.kind) {
  case Kind::Input:
  case Kind::Output:
    if (!refuseEdit()) {
      beginWire(m_pressed, false);
      m_gesture = Gesture::Wire;
      return;
    }
    [[fallthrough]];
  case Kind::Fold:
  case Kind::CopyBefore:
  case Kind::CopyAfter: break;
  case Kind::Frame:
  case Kind::Tile:
  case Kind::Word:
  case Kind::Badge:
  case Kind::Neuron:
  case Kind::Bias: {
    std::set<NodeId> chosen = m_scene->selectedNodes();
    if (toggle) {
      const std::set<NodeId> own = wholeGroups({m_pressed.node});
      const bool all = std::all_of(own.begin(), own.end(), [&](const NodeId& id) { return chosen.count(id) != 0; });
      for (const NodeId& id : own) {
        if (all) chosen.erase(id);
        else chosen.insert(id);
      }
    } else if (!isChosen(m_pressed.node)) {
      chosen = {m_pressed.node};
    }
    setSelection(chosen);
    m_scene->setCurrent(m_pressed.kind == Kind::Frame ? NodeId() : m_pressed.node, false);
    tellFocus();
    break;
  }
  case Kind::Wire: setSelection({}, {m_pressed.wire}); break;
  case Kind::Weight: break;
  case Kind::Nothing:
    m_bandStart = toggle ? m_scene->selectedNodes() : std::set<NodeId>();
    setSelection(m_bandStart);
    m_scene->setCurrent({}, false);
    m_gesture = Gesture::Band;
    break;
  }
}

void DiagramView::mouseMoveEvent(QMouseEvent* event) {
  const QPoint moved = event->pos() - m_pressedAt;
  const QPointF point = mapToScene(event->pos());
  switch (m_gesture) {
  case Gesture::None: hover(point); break;
  case Gesture::Press:
    if (moved.manhattanLength() >= QApplication::startDragDistance() && !isButton(m_pressed.kind) && m_pressed.kind != Kind::Wire && m_pressed.kind != Kind::Weight && !isReadOnly()) {
      beginMove();
      moveTo(point);
    }
    break;
  case Gesture::Move: moveTo(point); break;
  case Gesture::Wire: dragWire(point); break;
  case Gesture::Band: updateBand(event->pos()); break;
  case Gesture::Pan:
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (event->pos() - m_lastAt).x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - (event->pos() - m_lastAt).y());
    m_autoFit = false;
    m_minimap->update();
    break;
  }
  m_lastAt = event->pos();
}

void DiagramView::mouseReleaseEvent(QMouseEvent* event) {
  const Gesture gesture = std::exchange(m_gesture, Gesture::None);
  viewport()->unsetCursor();
  switch (gesture) {
  case Gesture::None: break;
  case Gesture::Press:
    if (m_pressed.kind == Kind::Weight) emit weightActivated(m_pressed.node, m_pressed.unit, m_pressed.input);
    if (m_pressed.kind == Kind::Neuron) emit neuronActivated(m_pressed.node, m_pressed.unit);
    if (m_pressed.kind == Kind::Bias) emit biasActivated(m_pressed.node, m_pressed.unit);
    if (m_pressed.kind == Kind::Badge) emit issueActivated(m_pressed.node);
    // A click on one of several selected tiles chooses that one; the others were kept in case it was a drag.
    if (!(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) && m_scene->selectedNodes().size() > 1 &&
        isChosen(m_pressed.node))
      setSelection({m_pressed.node});
    if (m_pressed.kind == Kind::Fold) setFolded(groupOfTile(m_pressed.node), !m_scene->isFoldedNow(groupOfTile(m_pressed.node)));
    if (m_pressed.kind == Kind::CopyBefore || m_pressed.kind == Kind::CopyAfter) {
      const std::string group = groupOfTile(m_pressed.node);
      showCopy(group, m_scene->shownCopy(group) + (m_pressed.kind == Kind::CopyAfter ? 1 : -1));
    }
    break;
  case Gesture::Move: endMove(); break;
  case Gesture::Wire:
    dragWire(mapToScene(event->pos()));
    endWire(true);
    break;
  case Gesture::Band:
    delete m_band;
    m_band = nullptr;
    break;
  case Gesture::Pan: break;
  }
  hover(mapToScene(event->pos()));
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent* event) {
  const DiagramHit hit = m_scene->hitAt(mapToScene(event->pos()), pixelsPerUnit());
  m_gesture = Gesture::None;
  const std::string group = groupOfTile(hit.node);
  if (hit.kind == Kind::Frame || (hit.kind == Kind::Tile && !group.empty())) return setFolded(group, hit.kind == Kind::Frame);
  if (isButton(hit.kind)) return mousePressEvent(event);  // the second of two quick clicks is a click too
  if (hit.kind == Kind::Tile || hit.kind == Kind::Word || hit.kind == Kind::Badge || hit.kind == Kind::Neuron) emit nodeActivated(hit.node);
}

void DiagramView::wheelEvent(QWheelEvent* event) {
  const bool control = event->modifiers() & Qt::ControlModifier;
  // Two fingers on a pad give pixels and move the canvas; the wheel of a mouse gives steps and zooms.
  const bool pan = !control && (!event->pixelDelta().isNull() || event->modifiers() & Qt::ShiftModifier);
  if (pan) {
    QPoint by = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier && by.x() == 0) by = by.transposed();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
    m_autoFit = false;
  } else if (event->angleDelta().y() != 0) {
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setZoom(m_zoom * std::pow(1.25, event->angleDelta().y() / 240.0));
    setTransformationAnchor(QGraphicsView::AnchorViewCenter);
  }
  m_minimap->update();
  event->accept();
}

void DiagramView::hover(QPointF point) {
  const DiagramHit hit = m_scene->hitAt(point, pixelsPerUnit());
  m_scene->setHover(hit);
  const bool port = (hit.kind == Kind::Input || hit.kind == Kind::Output) && !isReadOnly();
  if (port) viewport()->setCursor(Qt::CrossCursor);
  else if (hit.kind == Kind::Weight || hit.kind == Kind::Bias || hit.kind == Kind::Neuron || hit.kind == Kind::Badge || isButton(hit.kind)) viewport()->setCursor(Qt::PointingHandCursor);
  else viewport()->unsetCursor();
  switch (hit.kind) {
  case Kind::Nothing: emit told({}); break;
  case Kind::Output: emit told(tr("Drag from here to an input to draw a wire.")); break;
  case Kind::Input: emit told(tr("Drag to an output to draw a wire; a wired port lets its wire go.")); break;
  default: emit told(toolTipAt(point).section(u'\n', 0, 1).replace(u'\n', QStringLiteral(": "))); break;
  }
}

// ---- moving tiles ------------------------------------------------------------------------------------------------------

void DiagramView::beginMove() {
  m_gesture = Gesture::Move;
  m_moveStart.clear();
  for (const NodeId& id : m_scene->selectedNodes()) {
    const Tile* tile = m_scene->tiles().tileOf(id);
    const auto place = tile ? m_scene->places().find(tile->id) : m_scene->places().end();
    if (place != m_scene->places().end()) m_moveStart.insert(*place);
  }
  viewport()->setCursor(Qt::SizeAllCursor);
}

void DiagramView::moveTo(QPointF point) {
  const QPointF by = point - mapToScene(m_pressedAt);
  Layout places;
  for (const auto& [id, start] : m_moveStart) places[id] = {snapped(start.x + by.x()), snapped(start.y + by.y())};
  m_scene->movePlaces(places);
}

void DiagramView::endMove() {
  const bool one = m_moveStart.size() == 1;
  const Text what = one && !groupOfTile(m_moveStart.begin()->first).empty() ? GB_TEXT("document", "Move the group")
                    : one ? GB_TEXT("document", "Move %1").arg(nodeTitle(m_document->spec(), m_moveStart.begin()->first))
                        : GB_TEXT("document", "Move %1 tiles").arg(static_cast<std::int64_t>(m_moveStart.size()));
  const bool moved = std::any_of(m_moveStart.begin(), m_moveStart.end(), [&](const auto& start) { return m_scene->places().at(start.first) != start.second; });
  m_moveStart.clear();
  if (moved) m_document->setLayout(m_scene->places(), what);
}

void DiagramView::updateBand(QPoint corner) {
  if (!m_band && (corner - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
  if (!m_band) {
    m_band = new QRubberBand(QRubberBand::Rectangle, viewport());
    m_band->show();
  }
  const QRect rect = QRect(m_pressedAt, corner).normalized();
  m_band->setGeometry(rect);
  const QRectF area = mapToScene(rect).boundingRect();
  std::set<NodeId> chosen = m_bandStart;
  for (const Tile& tile : m_scene->tiles().tiles) {
    if (!tile.isShown() || tile.form == TileForm::Data) continue;
    const NodeItem* item = m_scene->nodeItem(tile.id);
    if (area.intersects(item->box().translated(item->pos()))) chosen.insert(tile.id);
  }
  setSelection(chosen);
}

// ---- drawing wires -------------------------------------------------------------------------------------------------------

void DiagramView::beginWire(const DiagramHit& port, bool byKeyboard) {
  WireDraft draft;
  draft.byKeyboard = byKeyboard;
  draft.fixed = port.port;
  draft.fromOutput = port.kind == Kind::Output;
  if (!draft.fromOutput && !byKeyboard) {
    // A wired input gives its wire into the hand, with the other end fixed.
    const auto wires = m_document->spec().into(port.port);
    if (!wires.empty()) {
      draft.detached = *wires.back();
      draft.fixed = draft.detached->from;
      draft.fromOutput = true;
    }
  }
  m_wire = draft;
  std::set<PortRef> valid;
  if (draft.fromOutput) {
    for (const PortRef& to : m_scene->inputPorts())
      if (connected(to)) valid.insert(to);
  } else {
    for (const Tile& tile : m_scene->tiles().tiles)
      for (const TilePort& out : tile.outputs)
        if (connected(out.ref)) valid.insert(out.ref);
  }
  m_scene->setHover({});
  m_scene->setWireTargets(valid);
  m_scene->draft()->setDraft(m_scene->portPoint(m_wire->fixed), m_scene->portPoint(port.port), false, {});
  m_scene->draft()->show();
  if (m_wire->detached)
    if (WireItem* item = m_scene->wireItem(*m_wire->detached)) item->setOpacity(0.25);
}

NetworkSpec DiagramView::specWithoutDetached() const {
  return m_wire && m_wire->detached ? spec_edit::disconnect(m_document->spec(), *m_wire->detached) : m_document->spec();
}

Result<NetworkSpec> DiagramView::connected(const PortRef& other) const {
  const NetworkSpec base = specWithoutDetached();
  return m_wire->fromOutput ? spec_edit::connect(base, m_wire->fixed, other) : spec_edit::connect(base, other, m_wire->fixed);
}

std::optional<PortRef> DiagramView::wireTargetAt(QPointF point) const {
  const DiagramHit hit = m_scene->hitAt(point, pixelsPerUnit());
  const Tile* tile = m_scene->tiles().tileOf(hit.node);
  const bool onTile = hit.kind != Kind::Nothing && hit.kind != Kind::Wire && hit.kind != Kind::Weight;
  if (!onTile || !tile || tile->id == kDataTile) return std::nullopt;
  const Tile* own = m_scene->tiles().tileOf(m_wire->fixed.node);
  if (own == tile) return std::nullopt;  // not yet away from where it began
  if (hit.kind == (m_wire->fromOutput ? Kind::Input : Kind::Output)) return hit.port;
  // Anywhere on a tile means its first port that takes the wire, else the one that says why not.
  const auto& ports = m_wire->fromOutput ? tile->inputs : tile->outputs;
  for (const TilePort& port : ports)
    if (!port.wired && connected(port.ref)) return port.ref;
  for (const TilePort& port : ports)
    if (connected(port.ref)) return port.ref;
  return ports.empty() ? PortRef{tile->id, m_wire->fromOutput ? "in" : "out"} : ports.front().ref;
}

void DiagramView::dragWire(QPointF point) {
  if (!m_wire) return;
  m_wire->target = wireTargetAt(point);
  QString reason;
  m_wire->refused = false;
  if (m_wire->target) {
    const Result<NetworkSpec> result = connected(*m_wire->target);
    if (!result) {
      m_wire->refused = true;
      Error spoken = result.error();
      spoken.place.clear();
      reason = translated(spoken);
    }
  }
  const QPointF fixed = m_scene->portPoint(m_wire->fixed);
  const QPointF end = m_wire->target && !m_wire->refused ? m_scene->portPoint(*m_wire->target) : point;
  m_scene->draft()->setDraft(m_wire->fromOutput ? fixed : end, m_wire->fromOutput ? end : fixed, m_wire->refused, reason);
  if (!reason.isEmpty()) emit told(reason);
}

void DiagramView::endWire(bool commit) {
  if (!m_wire) return;
  const WireDraft draft = *m_wire;
  const Result<NetworkSpec> result = draft.target ? connected(*draft.target) : Result<NetworkSpec>(specWithoutDetached());
  m_scene->draft()->hide();
  m_scene->setWireTargets(std::nullopt);
  if (draft.detached)
    if (WireItem* item = m_scene->wireItem(*draft.detached)) item->setOpacity(1);
  m_wire.reset();
  setAccessibleDescription({});
  if (!commit) return;
  if (draft.target && !result) return tell(result.error());
  if (draft.target && draft.detached && draft.detached->to == *draft.target) return;  // back where it was: same order too
  if (draft.target && draft.detached) {
    m_document->applySpec(*result, GB_TEXT("document", "Move a wire"));
  } else if (draft.target) {
    const PortRef from = draft.fromOutput ? draft.fixed : *draft.target, to = draft.fromOutput ? *draft.target : draft.fixed;
    if (const Result<void> done = m_document->connectPorts(from, to); !done) tell(done.error());
  } else if (draft.detached) {
    const Tile* own = m_scene->tiles().tileOf(draft.detached->to.node);
    const DiagramHit under = m_scene->hitAt(mapToScene(m_lastAt), pixelsPerUnit());
    // Let go on the canvas the wire is gone; let go on its own tile it stays.
    if (under.kind == Kind::Nothing || under.kind == Kind::Wire || under.kind == Kind::Weight || m_scene->tiles().tileOf(under.node) != own)
      m_document->disconnectWire(*draft.detached);
  }
}

} // namespace glassbox
