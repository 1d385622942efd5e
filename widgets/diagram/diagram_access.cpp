#include "widgets/diagram/diagram_access.h"

#include "engine/io/folding.h"
#include "widgets/diagram/diagram_part_access.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/spoken_diagram.h"

#include <algorithm>

namespace glassbox {
namespace {

using Kind = DiagramPart::Kind;

QAccessibleInterface* diagramAccess(const QString& className, QObject* object) {
  return className == QLatin1String("glassbox::DiagramView") && object ? new DiagramAccess(static_cast<DiagramView*>(object)) : nullptr;
}

void tell(QAccessibleInterface* about, QAccessible::Event what) {
  if (!about) return;
  QAccessibleEvent event(about, what);
  QAccessible::updateAccessibility(&event);
}

void tellSelected(QAccessibleInterface* about) {
  if (!about) return;
  QAccessible::State changed;
  changed.selected = true;
  QAccessibleStateChangeEvent event(about, changed);
  QAccessible::updateAccessibility(&event);
}

} // namespace

DiagramAccess::DiagramAccess(DiagramView* view) : QAccessibleWidget(view, QAccessible::Canvas), m_view(view) { m_told = parts(); }

DiagramAccess::~DiagramAccess() {
  for (const auto& [part, id] : m_known) QAccessible::deleteAccessibleInterface(id);
}

void DiagramAccess::install() {
  static const bool installed = (QAccessible::installFactory(diagramAccess), true);
  Q_UNUSED(installed);
}

DiagramAccess* DiagramAccess::of(DiagramView* view) { return dynamic_cast<DiagramAccess*>(QAccessible::queryAccessibleInterface(view)); }

// Tiles in the order of the network, then wires, then frames.
std::vector<DiagramPart> DiagramAccess::parts() const {
  std::vector<DiagramPart> out;
  if (!m_view) return out;
  const DiagramScene& scene = *m_view->diagram();
  const Tiles& tiles = scene.tiles();
  if (tiles.find(kDataTile)) out.push_back({Kind::Tile, kDataTile, {}});
  for (const Tile& tile : tiles.tiles)
    if (tile.id != kDataTile && tile.form != TileForm::Inside) out.push_back({Kind::Tile, tile.id, {}});
  for (const TileWire& wire : tiles.wires) out.push_back({Kind::Wire, {}, wire.wire});
  for (const GroupSpec& group : scene.spec().groups)
    if (const GroupItem* frame = scene.groupItem(group.id); frame && frame->isVisible()) out.push_back({Kind::Frame, groupTile(group.id), {}});
  return out;
}

std::set<DiagramPart> DiagramAccess::selected() const {
  std::set<DiagramPart> out;
  for (const DiagramPart& part : parts())
    if (part.kind == Kind::Wire ? m_view->diagram()->selectedWires().count(part.wire) != 0 : m_view->isChosen(part.node)) out.insert(part);
  return out;
}

QAccessibleInterface* DiagramAccess::interfaceOf(const DiagramPart& part) const {
  QAccessible::Id& id = m_known[part];
  if (!id) id = QAccessible::registerAccessibleInterface(new DiagramPartAccess(m_view, part));
  return QAccessible::accessibleInterface(id);
}

// ---- children ----------------------------------------------------------------------------------------------------------

// What lies on the canvas; the viewport is the canvas itself.
std::vector<QAccessibleInterface*> DiagramAccess::overlays() const {
  std::vector<QAccessibleInterface*> out;
  for (int i = 0; i < QAccessibleWidget::childCount(); ++i) {
    QAccessibleInterface* child = QAccessibleWidget::child(i);
    if (child && child->object() && child->object()->property("overlay").toBool()) out.push_back(child);
  }
  return out;
}

int DiagramAccess::childCount() const { return static_cast<int>(parts().size() + overlays().size()); }

QAccessibleInterface* DiagramAccess::child(int index) const {
  const std::vector<DiagramPart> own = parts();
  const auto at = static_cast<std::size_t>(index);
  if (index < 0) return nullptr;
  if (at < own.size()) return interfaceOf(own[at]);
  const std::vector<QAccessibleInterface*> widgets = overlays();
  return at - own.size() < widgets.size() ? widgets[at - own.size()] : nullptr;
}

int DiagramAccess::indexOfChild(const QAccessibleInterface* child) const {
  const std::vector<DiagramPart> own = parts();
  if (const auto* part = dynamic_cast<const DiagramPartAccess*>(child)) {
    const auto at = std::find(own.begin(), own.end(), part->part());
    return part->isValid() && at != own.end() ? static_cast<int>(at - own.begin()) : -1;
  }
  const std::vector<QAccessibleInterface*> widgets = overlays();
  const auto at = std::find(widgets.begin(), widgets.end(), child);
  return at == widgets.end() ? -1 : static_cast<int>(own.size()) + static_cast<int>(at - widgets.begin());
}

QAccessibleInterface* DiagramAccess::childAt(int x, int y) const {
  if (!m_view) return nullptr;
  for (QAccessibleInterface* overlay : overlays())
    if (overlay->rect().contains(x, y)) return overlay;
  const QPoint inside = m_view->viewport()->mapFromGlobal(QPoint(x, y));
  if (!m_view->viewport()->rect().contains(inside)) return nullptr;
  const DiagramHit hit = m_view->diagram()->hitAt(m_view->mapToScene(inside), m_view->transform().m11());
  using Hit = DiagramHit::Kind;
  switch (hit.kind) {
  case Hit::Nothing: return nullptr;
  case Hit::Wire:
  case Hit::Weight: return interfaceOf({Kind::Wire, {}, hit.wire});
  case Hit::Fold:
  case Hit::Frame:
  case Hit::CopyBefore:
  case Hit::CopyAfter: return interfaceOf({m_view->diagram()->tiles().find(hit.node) ? Kind::Tile : Kind::Frame, hit.node, {}});
  case Hit::Input:
  case Hit::Output: {  // of a folded group too, whose ports are those of its layers
    const Tile* tile = m_view->diagram()->tiles().tileOf(hit.port.node);
    return tile ? interfaceOf({Kind::Tile, tile->id, {}}) : nullptr;
  }
  default: return interfaceOf({Kind::Tile, hit.node, {}});
  }
}

QAccessibleInterface* DiagramAccess::focusChild() const {
  if (!m_view) return nullptr;
  const NodeId& current = m_view->diagram()->current();
  if (m_view->hasFocus() && m_view->diagram()->tiles().find(current)) return interfaceOf({Kind::Tile, current, {}});
  return QAccessibleWidget::focusChild();
}

QString DiagramAccess::text(QAccessible::Text which) const {
  if (which != QAccessible::Description || !m_view) return QAccessibleWidget::text(which);
  const QString told = m_view->accessibleDescription(), all = spokenDiagram(m_view->diagram()->spec(), m_view->diagram()->analysis());
  return told.isEmpty() ? all : told + u'\n' + all;
}

// ---- announcements -----------------------------------------------------------------------------------------------------

void DiagramAccess::tellFocus(const NodeId& id) {
  if (m_view->hasFocus() && m_view->diagram()->tiles().find(id)) tell(interfaceOf({Kind::Tile, id, {}}), QAccessible::Focus);
}

void DiagramAccess::tellSelection(const std::set<DiagramPart>& before) {
  std::vector<std::pair<DiagramPart, bool>> changes;
  const std::set<DiagramPart> now = selected();
  for (const DiagramPart& part : now)
    if (!before.count(part)) changes.emplace_back(part, true);
  const std::vector<DiagramPart> all = parts();
  for (const DiagramPart& part : before)
    if (!now.count(part) && std::find(all.begin(), all.end(), part) != all.end()) changes.emplace_back(part, false);
  for (const auto& [part, added] : changes) {
    QAccessibleInterface* child = interfaceOf(part);
    tellSelected(child);
    if (changes.size() == 1) tell(child, added ? QAccessible::SelectionAdd : QAccessible::SelectionRemove);
  }
  if (changes.size() > 1) tell(this, QAccessible::SelectionWithin);
}

void DiagramAccess::tellContent() {
  const std::vector<DiagramPart> now = parts();
  for (const DiagramPart& part : m_told)
    if (std::find(now.begin(), now.end(), part) == now.end())
      if (const auto at = m_known.find(part); at != m_known.end()) {
        tell(QAccessible::accessibleInterface(at->second), QAccessible::ObjectDestroyed);
        QAccessible::deleteAccessibleInterface(at->second);
        m_known.erase(at);
      }
  for (const DiagramPart& part : now)
    if (std::find(m_told.begin(), m_told.end(), part) == m_told.end()) tell(interfaceOf(part), QAccessible::ObjectCreated);
  m_told = now;
}

} // namespace glassbox
