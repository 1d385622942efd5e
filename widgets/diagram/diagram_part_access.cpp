#include "widgets/diagram/diagram_part_access.h"

#include "engine/io/folding.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/spoken_diagram.h"

#include <QKeySequence>

#include <algorithm>

namespace glassbox {
namespace {

using Kind = DiagramPart::Kind;

const TileWire* findWire(const Tiles& tiles, const Wire& wire) {
  const auto at = std::find_if(tiles.wires.begin(), tiles.wires.end(), [&](const TileWire& drawn) { return drawn.wire == wire; });
  return at == tiles.wires.end() ? nullptr : &*at;
}

QString keyName(Qt::Key key) { return QKeySequence(key).toString(QKeySequence::NativeText); }

} // namespace

DiagramPartAccess::DiagramPartAccess(DiagramView* view, DiagramPart part) : m_view(view), m_part(std::move(part)) {}

bool DiagramPartAccess::isValid() const {
  if (!m_view) return false;
  const DiagramScene& scene = *m_view->diagram();
  switch (m_part.kind) {
  case Kind::Tile: {
    const Tile* tile = scene.tiles().find(m_part.node);
    return tile && tile->form != TileForm::Inside;
  }
  case Kind::Wire: return scene.wireItem(m_part.wire) != nullptr;
  case Kind::Frame: {
    const GroupItem* frame = scene.groupItem(groupOfTile(m_part.node));
    return frame && frame->isVisible();
  }
  }
  return false;
}

QAccessibleInterface* DiagramPartAccess::parent() const { return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr; }

QString DiagramPartAccess::name() const {
  const DiagramScene& scene = *m_view->diagram();
  switch (m_part.kind) {
  case Kind::Tile: return spokenTile(*scene.tiles().find(m_part.node), scene.spec(), scene.analysis());
  case Kind::Wire: {
    const TileWire* wire = findWire(scene.tiles(), m_part.wire);
    return wire ? spokenWire(*wire, scene.tiles(), scene.spec(), scene.analysis()) : QString();
  }
  case Kind::Frame: return spokenFrame(scene.groupItem(groupOfTile(m_part.node))->frame());
  }
  return {};
}

QString DiagramPartAccess::text(QAccessible::Text which) const {
  if (!isValid()) return {};
  if (which == QAccessible::Name) return name();
  const DiagramScene& scene = *m_view->diagram();
  if (which == QAccessible::Description && m_part.kind == Kind::Tile) return spokenPlace(*scene.tiles().find(m_part.node), scene.tiles(), scene.spec());
  if (which == QAccessible::Accelerator) return keyBindingsForAction(pressAction()).join(u' ');
  return {};
}

QRectF DiagramPartAccess::sceneRect() const {
  const DiagramScene& scene = *m_view->diagram();
  if (m_part.kind == Kind::Wire) return scene.wireItem(m_part.wire)->route().path.boundingRect().adjusted(-2, -2, 2, 2); // a straight one has no height
  if (m_part.kind == Kind::Frame) return scene.groupItem(groupOfTile(m_part.node))->box();
  const NodeItem* item = scene.nodeItem(m_part.node);
  const bool word = item->tile().id != m_part.node;
  return (word ? item->wordRect() : item->box()).translated(item->pos());
}

QRect DiagramPartAccess::rect() const {
  if (!isValid()) return {};
  const QRect inView = m_view->mapFromScene(sceneRect()).boundingRect();
  return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
}

QAccessible::Role DiagramPartAccess::role() const {
  switch (m_part.kind) {
  case Kind::Tile: return QAccessible::Button;
  case Kind::Wire: return QAccessible::Graphic;
  case Kind::Frame: return QAccessible::Grouping;
  }
  return QAccessible::NoRole;
}

bool DiagramPartAccess::isSelected() const {
  if (m_part.kind == Kind::Wire) return m_view->diagram()->selectedWires().count(m_part.wire) != 0;
  return m_view->isChosen(m_part.node);
}

QAccessible::State DiagramPartAccess::state() const {
  QAccessible::State state;
  if (!isValid()) {
    state.invalid = true;
    return state;
  }
  const QRect seen = rect() & QRect(m_view->viewport()->mapToGlobal(QPoint()), m_view->viewport()->size());
  state.invisible = !m_view->isVisible();
  state.offscreen = seen.isEmpty();
  state.selectable = state.extSelectable = true;
  state.selected = isSelected();
  const bool folded = !groupOfTile(m_part.node).empty() && m_part.kind == Kind::Tile;
  state.expandable = folded || m_part.kind == Kind::Frame;
  state.collapsed = folded;
  state.expanded = m_part.kind == Kind::Frame;
  if (m_part.kind == Kind::Tile) {
    state.focusable = true;
    state.focused = m_view->hasFocus() && m_view->diagram()->current() == m_part.node;
  }
  return state;
}

void* DiagramPartAccess::interface_cast(QAccessible::InterfaceType type) {
  return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
}

QStringList DiagramPartAccess::actionNames() const {
  if (!isValid()) return {};
  if (m_part.kind == Kind::Wire) return {toggleAction()};
  if (m_part.kind == Kind::Frame) return {pressAction(), toggleAction()};
  return {pressAction(), toggleAction(), setFocusAction()};
}

void DiagramPartAccess::doAction(const QString& name) {
  if (!actionNames().contains(name)) return;
  if (name == toggleAction()) {
    if (m_part.kind == Kind::Wire) m_view->toggle(m_part.wire);
    else m_view->toggle(m_part.node);
  } else if (name == setFocusAction()) {
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->walkTo(m_part.node);
  } else if (m_part.kind == Kind::Frame) {
    m_view->setFolded(groupOfTile(m_part.node), true);
  } else {
    m_view->activate(m_part.node);
  }
}

QStringList DiagramPartAccess::keyBindingsForAction(const QString& name) const {
  return name == pressAction() && m_part.kind == Kind::Tile ? QStringList{keyName(Qt::Key_Return)} : QStringList{};
}

} // namespace glassbox
