#include "widgets/diagram/diagram_view.h"

#include "engine/data/data_spec.h"
#include "engine/graph/transformer_block.h"
#include "engine/layers/loss.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/diagram/canvas_tools.h"
#include "widgets/diagram/diagram_access.h"
#include "widgets/diagram/fold_tiles.h"
#include "widgets/diagram/ghost_item.h"
#include "widgets/diagram/group_actions.h"
#include "widgets/model/action_name.h"
#include "widgets/model/language.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kLeastZoom = 0.1, kMostZoom = 4;
constexpr double kZoomStep = 1.25;
constexpr int kFitMargin = 12, kToolsHeight = 40;
constexpr double kLeastForWords = 0.795;   // below, tiles show their names only
constexpr int kStripHeight = 200;          // a lower canvas shows names only
constexpr std::size_t kMinimapFrom = 21;   // more than 20 tiles
constexpr double kPasteShift = 32;

} // namespace

DiagramView::DiagramView(Document* document, QWidget* parent)
    : QGraphicsView(parent), m_document(document), m_scene(new DiagramScene(this)), m_ghost(new GhostItem) {
  DiagramAccess::install();
  setScene(m_scene);
  m_scene->addItem(m_ghost);
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
  setTransformationAnchor(QGraphicsView::AnchorViewCenter);
  setDragMode(QGraphicsView::NoDrag);
  setAcceptDrops(true);
  setMouseTracking(true);
  viewport()->setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ownFocus", true);
  setMinimumSize(160, 100);

  makeActions();
  m_groupActions = new GroupActions(document, this);
  m_tools = new CanvasTools(this);
  m_legend = new WeightLegend(this);
  m_minimap = new Minimap(this);
  m_empty = new EmptyState(this);
  m_empty->setObjectName(QStringLiteral("emptyState"));
  for (QWidget* onCanvas : {static_cast<QWidget*>(m_tools), static_cast<QWidget*>(m_legend), static_cast<QWidget*>(m_minimap), static_cast<QWidget*>(m_empty)}) onCanvas->setProperty("overlay", true);
  connect(m_empty, &EmptyState::triggered, this, [this] { addLayer(QStringLiteral("input")); });

  connect(m_document, &Document::changed, this, &DiagramView::showDocument);
  connect(m_scene, &DiagramScene::rearranged, this, [this] {
    updateEmptyState();
    if (m_autoFit && m_gesture == Gesture::None) fit();
  });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    if (m_autoFit) fit();
    else setZoom(m_zoom);
    placeOverlays();
  });
  for (const QScrollBar* bar : {horizontalScrollBar(), verticalScrollBar()}) connect(bar, &QScrollBar::valueChanged, this, &DiagramView::picturesWished);
  connect(this, &DiagramView::zoomChanged, this, &DiagramView::picturesWished);
  connect(this, &DiagramView::copyShown, this, &DiagramView::picturesWished);
  retranslate();
  showDocument(Document::Everything);
}

DiagramView::~DiagramView() = default;

void DiagramView::makeActions() {
  const auto make = [this](QAction*& action, const QList<QKeySequence>& keys, Qt::ShortcutContext context, auto done) {
    action = new QAction(this);
    action->setShortcuts(keys);
    action->setShortcutContext(context);
    addAction(action);
    connect(action, &QAction::triggered, this, done);
  };
  const auto here = Qt::WidgetWithChildrenShortcut;
  const auto window = Qt::WindowShortcut;
  make(m_actions.copy, {QKeySequence::Copy}, here,
       [this] { QGuiApplication::clipboard()->setText(m_document->copy(withWords(m_scene->selectedNodes()), m_scene->places())); });
  make(m_actions.paste, {QKeySequence::Paste}, here, [this] { pasteClipboard(); });
  make(m_actions.duplicate, {QKeySequence(Qt::CTRL | Qt::Key_D)}, here, [this] { duplicateSelected(); });
  make(m_actions.remove, {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)}, here, [this] { removeSelected(); });
  make(m_actions.selectAll, {QKeySequence::SelectAll}, here, [this] {
    std::set<NodeId> all;
    for (const NodeSpec& node : m_document->spec().nodes) all.insert(node.id);
    setSelection(all);
  });
  make(m_actions.tidy, {QKeySequence(Qt::CTRL | Qt::Key_L)}, window, [this] {
    m_document->setLayout(onlyFolds(m_document->layout()), GB_TEXT("document", "Arrange the tiles"));
    fit();
  });
  make(m_actions.fit, {QKeySequence(Qt::CTRL | Qt::Key_0)}, window, [this] { fit(); });
  make(m_actions.zoomIn, {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)}, window, [this] { setZoom(m_zoom * kZoomStep); });
  make(m_actions.zoomOut, {QKeySequence::ZoomOut}, window, [this] { setZoom(m_zoom / kZoomStep); });
  make(m_actions.freeze, {}, here, [this] {
    for (const NodeId& id : selection())
      if (const NodeSpec* node = m_document->spec().find(id)) m_document->setFrozen(id, !node->frozen);
  });
  make(m_actions.switchOff, {}, here, [this] {
    for (const NodeId& id : selection())
      if (const NodeSpec* node = m_document->spec().find(id)) m_document->setBypassed(id, !node->bypassed);
  });
}

void DiagramView::retranslate() {
  setAccessibleName(tr("Network diagram"));
  nameAction(m_actions.copy, GB_TEXT("glassbox::DiagramView", "Copy"));
  nameAction(m_actions.paste, GB_TEXT("glassbox::DiagramView", "Paste"));
  nameAction(m_actions.duplicate, GB_TEXT("glassbox::DiagramView", "Duplicate"));
  nameAction(m_actions.remove, GB_TEXT("glassbox::DiagramView", "Delete"));
  nameAction(m_actions.selectAll, GB_TEXT("glassbox::DiagramView", "Select all"));
  nameAction(m_actions.tidy, GB_TEXT("glassbox::DiagramView", "Arrange the tiles"));
  nameAction(m_actions.fit, GB_TEXT("glassbox::DiagramView", "Fit"));
  m_actions.fit->setIcon(icon("fit"));
  nameAction(m_actions.zoomIn, GB_TEXT("glassbox::DiagramView", "Zoom in"));
  nameAction(m_actions.zoomOut, GB_TEXT("glassbox::DiagramView", "Zoom out"));
  m_empty->setContent({QStringLiteral("layers"), tr("Drag a layer here from the list on the left, or begin with an input."), tr("Add an Input")});
  updateActions();
}

// ---- content -----------------------------------------------------------------------------------------------------------

DataCaption DiagramView::captionOfDocument() const {
  const DataSpec& source = m_document->data();
  DataCaption caption;
  if (const GeneratorDef* generator = findGenerator(source.source)) caption.title = translated(generator->title);
  else if (!source.path.empty()) caption.title = QFileInfo(QString::fromStdString(source.path)).fileName();
  else if (const ReaderDef* reader = findReader(source.source)) caption.title = translated(reader->title);
  return caption;
}

void DiagramView::showDocument(Document::Changes what) {
  if (what & Document::Data) {
    m_caption.reset();  // it told of other data
    m_scene->setData(captionOfDocument());
  }
  if (what == Document::Everything) {
    m_autoFit = true;
    setSelection({});
    m_scene->setCurrent({}, false);
  }
  if (!(what & (Document::Network | Document::Arrangement | Document::Fit))) return;
  if (m_wire) endWire(false);
  const auto before = selection();
  const NodeId currentBefore = m_scene->current();
  // A tile moved by hand stays under the pointer: only a change of the network may move the canvas.
  const bool keepSight = !(what & Document::Network);
  const bool autoFit = m_autoFit;
  if (keepSight) m_autoFit = false;
  const Layout places = m_scene->places();
  const Tiles& tiles = m_scene->tiles();
  std::set<NodeId> folds, foldsBefore;
  for (const Tile& tile : tiles.tiles)
    if (tile.form == TileForm::Group) foldsBefore.insert(tile.id);
  m_scene->setContent(m_document->spec(), m_document->layout(), m_document->analysis());
  for (const Tile& tile : tiles.tiles)
    if (tile.form == TileForm::Group) folds.insert(tile.id);
  m_scene->setSelection(wholeGroups(m_scene->selectedNodes()), m_scene->selectedWires());
  if (folds != foldsBefore && what != Document::Everything) {
    m_autoFit = autoFit;  // nothing is under the pointer that has to stay there
    if (autoFit) fit();
    glideFrom(places);
  }
  if (keepSight) m_autoFit = autoFit;
  updateActions();
  if (DiagramAccess* access = DiagramAccess::of(this)) access->tellContent();
  if (m_scene->current() != currentBefore) tellFocus();
  if (selection() != before) emit selectionChanged(selection());
}

void DiagramView::setData(const DataCaption& caption) {
  m_caption = caption;
  m_scene->setData(caption);
  if (DiagramAccess* access = DiagramAccess::of(this)) access->tellContent();
}

void DiagramView::setLive(const DiagramLive& live) {
  m_scene->setLive(live);
  m_legend->setKind(live.wires);
}

void DiagramView::setFlow(const DiagramFlow& flow) { m_scene->setFlow(flow); }

void DiagramView::showWires(DiagramLive::Wires wires) {
  if (wires == m_wires) return;
  m_wires = wires;
  updateEmptyState();
  emit shownWiresChanged();
}

void DiagramView::setReadOnly(Keeper keeper, bool readOnly, const QString& reason) {
  const bool was = isReadOnly();
  if (readOnly) m_keepers[keeper] = reason;
  else m_keepers.erase(keeper);
  if (isReadOnly() == was) return;
  if (m_wire) endWire(false);
  setAcceptDrops(was);
  updateActions();
}

void DiagramView::updateEmptyState() {
  const bool empty = m_document->spec().nodes.empty();
  m_empty->setVisible(empty);
  m_tools->setVisible(!empty && height() >= kStripHeight);
  m_tools->setWires(m_wires, m_scene->hasWeightWires());
  m_legend->setVisible(!empty && m_scene->hasWeightWires() && height() >= kStripHeight);
  m_minimap->setVisible(m_scene->tiles().tiles.size() >= kMinimapFrom && width() > 480 && height() > 240);
  placeOverlays();
}

void DiagramView::placeOverlays() {
  const int bottom = viewport()->height() - 10;
  m_tools->setRoom(viewport()->width() - 24);
  m_tools->move(12, bottom - m_tools->height());
  const int left = m_tools->geometry().right() + 12;
  m_legend->setGeometry(left, m_tools->y(), std::max(0, std::min(m_legend->fullWidth(), viewport()->width() - left - 12)), m_tools->height());
  m_minimap->move(viewport()->width() - m_minimap->width() - 12, bottom - m_minimap->height());
  const QSize size = m_empty->sizeHint().boundedTo(viewport()->size());
  m_empty->setGeometry((viewport()->width() - size.width()) / 2, (viewport()->height() - size.height()) / 2, size.width(), size.height());
}

void DiagramView::updateActions() {
  const bool some = !m_scene->selectedNodes().empty(), wires = !m_scene->selectedWires().empty();
  const bool dataTile = m_scene->selectedNodes().count(kDataTile) != 0;
  m_actions.copy->setEnabled(some && !dataTile);
  m_actions.paste->setEnabled(!isReadOnly());
  m_actions.duplicate->setEnabled(some && !dataTile && !isReadOnly());
  m_actions.remove->setEnabled(((some && !dataTile) || wires) && !isReadOnly());
  m_actions.selectAll->setEnabled(!m_document->spec().nodes.empty());
  m_actions.tidy->setEnabled(!isReadOnly() && !arrangesItself(m_document->layout()));
  const auto ids = selection();
  const NodeSpec* one = ids.size() == 1 ? m_document->spec().find(ids.front()) : nullptr;
  const auto known = one ? m_document->analysis().nodes.find(one->id) : m_document->analysis().nodes.end();
  m_actions.freeze->setEnabled(one && !isReadOnly() && known != m_document->analysis().nodes.end() && known->second.parameters > 0);
  m_actions.switchOff->setEnabled(one && !isReadOnly());
  m_groupActions->refresh();
  nameAction(m_actions.freeze, one && one->frozen ? GB_TEXT("glassbox::DiagramView", "Train its weights again") : GB_TEXT("glassbox::DiagramView", "Freeze its weights"));
  nameAction(m_actions.switchOff, one && one->bypassed ? GB_TEXT("glassbox::DiagramView", "Switch on") : GB_TEXT("glassbox::DiagramView", "Switch off"));
}

// ---- selection -----------------------------------------------------------------------------------------------------------

std::vector<NodeId> DiagramView::selection() const {
  std::vector<NodeId> ids;
  if (m_scene->selectedNodes().count(kDataTile)) ids.push_back(kDataTile);
  for (const NodeSpec& node : m_document->spec().nodes)
    if (m_scene->selectedNodes().count(node.id)) ids.push_back(node.id);
  return ids;
}

void DiagramView::setSelection(const std::set<NodeId>& nodes, const std::set<Wire>& wires) {
  const auto before = selection();
  DiagramAccess* access = DiagramAccess::of(this);
  const std::set<DiagramPart> partsBefore = access ? access->selected() : std::set<DiagramPart>();
  m_scene->setSelection(wholeGroups(nodes), wires);
  updateActions();
  if (access) access->tellSelection(partsBefore);
  if (selection() != before) emit selectionChanged(selection());
}

void DiagramView::toggle(const NodeId& id) {
  std::set<NodeId> nodes = m_scene->selectedNodes();
  const std::set<NodeId> own = wholeGroups({id});
  const bool chosen = isChosen(id);
  for (const NodeId& node : own)
    if (chosen) nodes.erase(node);
    else nodes.insert(node);
  setSelection(nodes, m_scene->selectedWires());
}

void DiagramView::toggle(const Wire& wire) {
  std::set<Wire> wires = m_scene->selectedWires();
  if (!wires.erase(wire)) wires.insert(wire);
  setSelection(m_scene->selectedNodes(), wires);
}

void DiagramView::select(const std::vector<NodeId>& ids) {
  setSelection(std::set<NodeId>(ids.begin(), ids.end()));
  m_scene->setCurrent(ids.empty() ? NodeId() : tileShowing(ids.front()), false);
}

void DiagramView::setCurrent(const NodeId& id, bool byKeyboard) {
  m_scene->setCurrent(id, byKeyboard && hasFocus());
  if (byKeyboard)
    if (const NodeItem* item = m_scene->nodeItem(id)) ensureVisible(item->box().translated(item->pos()), 24, 24);
  if (byKeyboard) tellFocus();
}

// A screen reader says the tile that the keyboard or a click came to.
void DiagramView::tellFocus() {
  if (DiagramAccess* access = DiagramAccess::of(this)) access->tellFocus(m_scene->current());
}

void DiagramView::reveal(const NodeId& id) {
  if (const GroupSpec* group = groupOf(m_document->spec(), id); group && m_scene->isFoldedNow(group->id)) setFolded(group->id, false);
  const NodeItem* item = m_scene->nodeItem(id);
  if (!item) return;
  select({id});
  if (detailAt(pixelsPerUnit()) < Detail::Name) setZoom(1);
  ensureVisible(item->box().translated(item->pos()), 48, 48);
}

// ---- edits -------------------------------------------------------------------------------------------------------------

void DiagramView::tell(const Error& error) {
  Error spoken = error;
  spoken.place.clear();
  emit told(translated(spoken));
}

// What a tile shows belongs to it: its word goes where it goes.
std::vector<NodeId> DiagramView::withWords(const std::set<NodeId>& ids) const {
  std::vector<NodeId> out;
  for (const NodeSpec& node : m_document->spec().nodes) {
    const Tile* tile = m_scene->tiles().find(node.id);
    if (ids.count(node.id) || (tile && !tile->isShown() && ids.count(tile->host))) out.push_back(node.id);
  }
  return out;
}

NodeId DiagramView::lastMember(const NodeId& id) const {
  const Tile* tile = m_scene->tiles().tileOf(id);
  return tile && !tile->outputs.empty() ? tile->outputs.back().ref.node : id;
}

NodeId DiagramView::defaultPredecessor() const {
  const auto ids = selection();
  if (!ids.empty() && ids.back() != kDataTile) return lastMember(ids.back());
  if (ids.empty() && m_document->spec().find(m_scene->current())) return lastMember(m_scene->current());
  return m_document->analysis().original(m_document->analysis().output);
}

void DiagramView::selectNew(const NodeId& id) {
  setSelection({id});
  setCurrent(id, m_scene->current().empty() ? false : true);
  if (const NodeItem* item = m_scene->nodeItem(id)) ensureVisible(item->box().translated(item->pos()), 16, 16);
}

bool DiagramView::refuseEdit() {
  if (isReadOnly() && !m_keepers.rbegin()->second.isEmpty()) emit told(m_keepers.rbegin()->second);
  return isReadOnly();
}

void DiagramView::addLayer(const QString& key) {
  if (refuseEdit()) return;
  const NodeDef* def = findAddable(key.toStdString());
  NodeId after = def && def->inputs.empty() ? NodeId() : defaultPredecessor();
  // Behind a loss nothing can stand: what is added there goes in front of it.
  const NodeSpec* before = m_document->spec().find(after);
  const NodeDef* beforeDef = before ? findNode(before->key) : nullptr;
  if (beforeDef && beforeDef->group == LayerGroup::Loss && def && def->group != LayerGroup::Loss) after = m_document->analysis().original(m_document->analysis().output);
  Result<NodeId> added = m_document->insertAfter(key.toStdString(), after);
  if (!added) return tell(added.error());
  selectNew(*added);
}

void DiagramView::removeSelected() {
  const std::set<NodeId> nodes = m_scene->selectedNodes();
  const std::set<Wire> wires = m_scene->selectedWires();
  const std::vector<NodeId> gone = withWords(nodes);
  // The keyboard goes on at what came before.
  NodeId next;
  for (const Wire& wire : m_document->spec().wires)
    if (std::find(gone.begin(), gone.end(), wire.to.node) != gone.end() && std::find(gone.begin(), gone.end(), wire.from.node) == gone.end())
      next = wire.from.node;
  const bool ring = !m_scene->current().empty();
  m_document->removeNodesAndWires(gone, wiresBehind(wires));
  if (ring && !next.empty() && m_scene->current().empty()) setCurrent(next, true);
}

void DiagramView::duplicateSelected() {
  const QString text = m_document->copy(withWords(m_scene->selectedNodes()), m_scene->places());
  const Result<std::vector<NodeId>> added = m_document->paste(text, kPasteShift, kPasteShift);
  if (!added) return tell(added.error());
  setSelection({added->begin(), added->end()});
}

void DiagramView::pasteClipboard() {
  const Result<std::vector<NodeId>> added = m_document->paste(QGuiApplication::clipboard()->text(), kPasteShift, kPasteShift);
  if (!added) return tell(added.error());
  setSelection({added->begin(), added->end()});
  setFocus();
}

// ---- zoom --------------------------------------------------------------------------------------------------------------

double DiagramView::pixelsPerUnit() const { return m_zoom * theme().scale(); }

void DiagramView::setZoom(double zoom) {
  m_autoFit = false;
  m_zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
  // 1.25³ / 1.25³ is not quite 1; a figure that reads 100 % is 100 %.
  if (std::abs(m_zoom * 100 - std::round(m_zoom * 100)) < 1e-6) m_zoom = std::round(m_zoom * 100) / 100;
  setTransform(QTransform::fromScale(pixelsPerUnit(), pixelsPerUnit()));
  m_tools->setZoom(m_zoom);
  m_minimap->update();
  emit zoomChanged(m_zoom);
}

QSizeF DiagramView::sizeToFit() const {
  const int tools = height() >= kStripHeight ? kToolsHeight : 0;
  return {std::max(40.0, viewport()->width() - 2.0 * kFitMargin), std::max(40.0, viewport()->height() - 2.0 * kFitMargin - tools)};
}

// Tiles that nobody has moved close up, and then give up their thumbnails, so that all words can be read.
void DiagramView::chooseDetail() {
  if (height() < kStripHeight) return m_scene->setTileDetail(TileDetail::Names);
  const QSizeF room = sizeToFit() / theme().scale();
  const auto zoomWith = [&](TileDetail detail, double gap) {
    const QSizeF size = m_scene->sizeWith(detail, gap);
    return std::min({room.width() / std::max(1.0, size.width()), room.height() / std::max(1.0, size.height()), 1.0});
  };
  const auto tryAll = [&](double least) {
    for (const TileDetail detail : {TileDetail::Pictures, TileDetail::Words})
      for (double gap = kColumnGap; gap >= kLeastColumnGap; gap -= kGrid)
        if (zoomWith(detail, gap) >= least) return m_scene->setTileDetail(detail, gap), true;
    return false;
  };
  if (zoomWith(TileDetail::Pictures, kLeastColumnGap) >= 1) {  // closer columns are worth 100 %
    for (double gap = kColumnGap; gap >= kLeastColumnGap; gap -= kGrid)
      if (zoomWith(TileDetail::Pictures, gap) >= 1) return m_scene->setTileDetail(TileDetail::Pictures, gap);
  }
  if (!tryAll(kLeastForWords)) m_scene->setTileDetail(TileDetail::Words, kLeastColumnGap);  // thumbnails would not be seen
}

void DiagramView::fit() {
  if (m_fitting) return;  // another detail rearranges the scene, which asks for a fit
  m_fitting = true;
  chooseDetail();
  const QRectF content = m_scene->contentRect();
  if (!content.isEmpty()) {
    const QSizeF room = sizeToFit();
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setZoom(std::min({room.width() / content.width(), room.height() / content.height(), theme().scale()}) / theme().scale());
    const int tools = height() >= kStripHeight ? kToolsHeight : 0;
    centerOn(content.center() + QPointF(0, tools / 2.0 / pixelsPerUnit()));
    setTransformationAnchor(QGraphicsView::AnchorViewCenter);
  }
  m_autoFit = true;
  m_fitting = false;
}

void DiagramView::resizeEvent(QResizeEvent* event) {
  QGraphicsView::resizeEvent(event);
  updateEmptyState();
  if (m_autoFit) fit();
  else if ((event->oldSize().height() < kStripHeight) != (height() < kStripHeight)) chooseDetail();
}

// ---- painting and events of the widget -----------------------------------------------------------------------------------

void DiagramView::drawBackground(QPainter* painter, const QRectF& rect) { painter->fillRect(rect, theme().color(ColorRole::Canvas)); }

void DiagramView::drawForeground(QPainter* painter, const QRectF&) {
  // With the keyboard here and no node under it, the canvas itself wears the ring.
  if (!hasFocus() || !m_scene->current().empty() || focusPolicy() == Qt::NoFocus || !property("focusByKey").toBool()) return;
  painter->save();
  painter->resetTransform();
  QPen pen(theme().color(ColorRole::Focus), 2);
  pen.setJoinStyle(Qt::MiterJoin);
  painter->setPen(pen);
  painter->setBrush(Qt::NoBrush);
  painter->drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
  painter->restore();
}

void DiagramView::focusInEvent(QFocusEvent* event) {
  QGraphicsView::focusInEvent(event);
  const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
  setProperty("focusByKey", byKey);
  if (byKey && m_scene->current().empty() && !selection().empty()) setCurrent(selection().front(), true);
  else if (byKey) setCurrent(m_scene->current(), true);
  viewport()->update();
}

void DiagramView::focusOutEvent(QFocusEvent* event) {
  QGraphicsView::focusOutEvent(event);
  m_scene->setCurrent(m_scene->current(), false);
  viewport()->update();
}

void DiagramView::changeEvent(QEvent* event) {
  QGraphicsView::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslate();
  if (!m_caption) m_scene->setData(captionOfDocument());
  m_scene->setContent(m_document->spec(), m_document->layout(), m_document->analysis());
}

bool DiagramView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString text = m_gesture == Gesture::None && !m_wire ? toolTipAt(mapToScene(help->pos())) : QString();
    if (text.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), QStringLiteral("<div style=\"white-space:pre-wrap\">%1</div>").arg(text.toHtmlEscaped()), viewport());
    return true;
  }
  if (event->type() == QEvent::Leave) {
    m_scene->setHover({});
    emit told({});
  }
  return QGraphicsView::viewportEvent(event);
}

} // namespace glassbox
