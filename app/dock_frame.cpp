#include "app/dock_frame.h"

#include "app/dock_rail.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSplitter>
#include <QTabBar>

#include <algorithm>
#include <vector>

namespace glassbox {
namespace {

using Side = DockFrame::Side;

constexpr Side kSides[] = {Side::Left, Side::Right, Side::Bottom};
constexpr int kNarrow = 1100;         // below, the left dock is a rail; the tool bar has the same border
constexpr int kRoomy = 1600;          // the same while a number is explained: the right dock is then large
constexpr int kLeastCentre = 480;
constexpr int kLeastCentreHeight = 240; // with its tabs; the bottom dock gives way to it, and folds where it had less than its own least
constexpr int kLeastStrip = 124;        // of the diagram beside a lesson
constexpr int kLeast[] = {176, 224, 160};
constexpr int kScrollRoom = 20;       // larger letters bring scroll bars

struct Point {
  double at, extent;
};
// Sizes of docks by the size of the frame, at normal text size; windows are 92 px higher.
const std::vector<Point> kLeft{{1280, 208}, {1920, 264}}, kLesson{{1024, 360}, {1280, 416}, {1920, 480}}, kRight{{1024, 240}, {1280, 264}, {1920, 320}},
    kBottom{{676, 208}, {708, 232}, {988, 304}}, kExplain{{1024, 360}, {1280, 440}, {1920, 520}}, kArrays{{676, 240}, {708, 304}, {988, 380}};

/// Straight lines between the points, and the nearest one beyond them.
double along(const std::vector<Point>& line, double at) {
  if (at <= line.front().at) return line.front().extent;
  for (std::size_t i = 1; i < line.size(); ++i)
    if (at < line[i].at) return line[i - 1].extent + (line[i].extent - line[i - 1].extent) * (at - line[i - 1].at) / (line[i].at - line[i - 1].at);
  return line.back().extent;
}

QSplitter* splitter(Qt::Orientation orientation, QWidget* parent) {
  auto* split = new QSplitter(orientation, parent);
  split->setHandleWidth(1);
  split->setChildrenCollapsible(false);  // a dock that is away leaves its rail
  return split;
}

/// Under a dock over the canvas; its margin is the line that sets it off.
class Sheet : public QWidget {
 public:
  using QWidget::QWidget;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    p.fillRect(rect(), theme().color(ColorRole::Ctrl));
    p.fillRect(rect() - layout()->contentsMargins(), theme().color(ColorRole::Panel));
  }
};

int scrollRoom() { return theme().scale() > 1 ? kScrollRoom : 0; }

} // namespace

DockFrame::DockFrame(QWidget* parent)
    : QWidget(parent), m_across(splitter(Qt::Horizontal, this)), m_upDown(splitter(Qt::Vertical, m_across)), m_top(splitter(Qt::Horizontal, m_upDown)),
      m_sheet(new Sheet(this)), m_sheetLayout(new QHBoxLayout(m_sheet)), m_held(new QWidget(m_upDown)), m_scale(theme().scale()) {
  auto* all = new QHBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(m_across);
  m_sheet->setProperty("overlay", true);
  m_sheetLayout->setSpacing(0);
  m_sheet->hide();
}

void DockFrame::setParts(QWidget* centre, const Dock& left, const Dock& right, const Dock& bottom) {
  m_centre = centre;
  m_centre->setMinimumSize(320, 200);  // large letters or not
  at(Side::Left) = {left, new DockRail(left.tabs, this), m_across};
  at(Side::Right) = {right, new DockRail(right.tabs, this), m_top};
  at(Side::Bottom) = {bottom, nullptr, m_upDown};
  m_across->addWidget(at(Side::Left).rail);
  m_across->addWidget(left.body);
  m_across->addWidget(m_upDown);
  m_upDown->addWidget(m_top);
  m_upDown->addWidget(bottom.body);
  m_upDown->addWidget(m_held);
  m_top->addWidget(centre);
  m_top->addWidget(right.body);
  m_top->addWidget(at(Side::Right).rail);
  for (QWidget* growing : {static_cast<QWidget*>(m_upDown), static_cast<QWidget*>(m_top), centre}) {
    QSplitter* split = qobject_cast<QSplitter*>(growing->parentWidget());
    split->setStretchFactor(split->indexOf(growing), 1);
  }
  for (const Side side : {Side::Left, Side::Right}) {
    connect(at(side).rail, &DockRail::chosen, this, [this, side](int tab) { choose(side, tab); });
    connect(at(side).dock.tabs, &TabStrip::currentChanged, this, [this, side](int tab) { at(side).rail->setOpen(m_over == side ? tab : -1); });
  }
  bottom.tabs->bar()->installEventFilter(this);
  for (QSplitter* split : {m_across, m_upDown, m_top})
    connect(split, &QSplitter::splitterMoved, this, [this, split] {
      for (const Side side : kSides)
        if (at(side).home == split) remember(side);
    });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &DockFrame::followTheme);
  setPresenting(theme().textSize() == TextSize::Presentation);
}

int DockFrame::tableExtent(Side side) const {
  const double wide = width() / theme().scale(), high = height() / theme().scale();
  const double extent = side == Side::Left    ? along(m_reading ? kLesson : kLeft, wide)
                        : side == Side::Right ? along(m_explaining ? kExplain : kRight, wide)
                                              : along(m_explaining ? kArrays : kBottom, high);
  return theme().px(extent) + scrollRoom();
}

int DockFrame::extent(Side side) const {
  const std::optional<double> dragged = at(side).dragged;
  const int wished = dragged ? theme().px(*dragged) + scrollRoom() : tableExtent(side);
  if (m_over == side) return side == Side::Bottom ? std::min(wished, height()) : std::min(wished, width());
  if (side == Side::Bottom) return std::min(wished, std::max(theme().px(kLeast[2]), height() - theme().px(kLeastCentreHeight)));
  if (side == Side::Left && m_reading) return std::min(wished, std::max(theme().px(kLeast[0]), width() - 2 * theme().px(kLeastStrip)));
  return wished;
}

/// Beside the diagram there is no room for it.
bool DockFrame::isCramped(Side side) const {
  if (side == Side::Left) return width() < theme().px(m_explaining ? kRoomy : kNarrow) && !m_reading;
  if (side == Side::Bottom) return height() < theme().px(kLeast[2] + kLeastCentreHeight);
  const int left = isFolded(Side::Left) ? at(Side::Left).rail->width() : tableExtent(Side::Left);
  return width() - left - tableExtent(side) < theme().px(kLeastCentre);
}

bool DockFrame::isFolded(Side side) const { return at(side).folded || isCramped(side); }

// ---- what the user asks for --------------------------------------------------------------------------------------------------

void DockFrame::toggle(Side side) {
  const bool wasOver = m_over == side;
  closeOver();
  if (m_bare) {
    m_bare = false;
    for (const Side each : kSides) at(each).folded = each != side;
  } else if (!isCramped(side)) {
    at(side).folded = !at(side).folded;
  }
  arrange();
  if (isFolded(side) && isCramped(side) && !wasOver) openOver(side);
}

void DockFrame::toggleAll() {
  closeOver();
  m_bare = !m_bare;
  arrange();
}

void DockFrame::reveal(Side side) {
  if (!m_bare && !isFolded(side)) return;
  if (m_over != side) openOver(side);
}

void DockFrame::setReading(bool on) {
  if (on) {
    m_bare = false;
    at(Side::Left).folded = false;
  }
  if (on != m_reading) at(Side::Left).dragged.reset();
  m_reading = on;
  closeOver();
  arrange();
}

void DockFrame::setExplaining(bool on) {
  if (on == m_explaining) return;
  closeOver();
  m_explaining = on;
  // The explanation has the window's full height.
  Place& right = at(Side::Right);
  right.home = on ? m_across : m_top;
  putHome(Side::Right);
  right.home->insertWidget(right.home->indexOf(right.dock.body) + 1, right.rail);
  for (const Side side : {Side::Right, Side::Bottom}) {
    Place& place = at(side);
    place.dragged.reset();
    if (on) place.foldedElsewhere = std::exchange(place.folded, false);
    else place.folded = place.foldedElsewhere;
  }
  if (on) m_bare = false;
  arrange();
}

DockFrame::Arrangement DockFrame::arrangement() const {
  Arrangement now;
  for (const Side side : kSides) {
    const auto i = static_cast<std::size_t>(side);
    const Place& place = at(side);
    now.folded[i] = m_presenting ? place.foldedBefore : foldsElsewhere(side) ? place.foldedElsewhere : place.folded;
    if (!isWider(side)) now.extent[i] = place.dragged;
  }
  return now;
}

void DockFrame::setArrangement(const Arrangement& arrangement) {
  closeOver();
  if (!m_presenting) m_bare = false;
  for (const Side side : kSides) {
    const auto i = static_cast<std::size_t>(side);
    Place& place = at(side);
    (m_presenting ? place.foldedBefore : foldsElsewhere(side) ? place.foldedElsewhere : place.folded) = arrangement.folded[i];
    if (!isWider(side)) place.dragged = arrangement.extent[i];
  }
  arrange();
}

/// While a number is explained the docks that explain it are folded apart from the others.
bool DockFrame::foldsElsewhere(Side side) const { return m_explaining && side != Side::Left; }
/// The dock is as large as a lesson or an explained number wants it.
bool DockFrame::isWider(Side side) const { return side == Side::Left ? m_reading : m_explaining; }

void DockFrame::choose(Side side, int tab) {
  if (m_over == side && at(side).dock.tabs->current() == tab) return closeOver();
  at(side).dock.tabs->setCurrent(tab);
  if (m_over != side) openOver(side);
}

void DockFrame::setPresenting(bool on) {
  if (on == m_presenting) return;
  m_presenting = on;
  for (Place& place : m_places) {
    if (on) place.foldedBefore = std::exchange(place.folded, true);
    else place.folded = place.foldedBefore;
  }
}

void DockFrame::followTheme() {
  const bool presenting = theme().textSize() == TextSize::Presentation;
  if (std::exchange(m_scale, theme().scale()) == theme().scale() && presenting == m_presenting) return;
  closeOver();
  setPresenting(presenting);
  arrange();
}

// ---- over the canvas ---------------------------------------------------------------------------------------------------------

void DockFrame::openOver(Side side) {
  closeOver();
  m_over = side;
  arrange(side);
  m_sheetLayout->addWidget(at(side).dock.body);
  at(side).dock.body->show();
  placeSheet();
  m_sheet->show();
  m_sheet->raise();
  share(at(side).home);
  if (at(side).rail) at(side).rail->setOpen(at(side).dock.tabs->current());
  at(side).dock.tabs->bar()->setFocus(Qt::OtherFocusReason);
  qApp->installEventFilter(this);
}

void DockFrame::closeOver() {
  if (!m_over) return;
  const Side side = *m_over;
  const bool hadFocus = m_sheet->isAncestorOf(QApplication::focusWidget());
  qApp->removeEventFilter(this);
  m_over.reset();
  m_sheet->hide();
  putHome(side);
  arrange();
  if (at(side).rail) at(side).rail->setOpen(-1);
  if (!hadFocus) return;
  if (at(side).rail) at(side).rail->focusTab(at(side).dock.tabs->current());
  else at(side).dock.tabs->bar()->setFocus(Qt::OtherFocusReason);
}

/// Into its splitter, beside what grows there: the left dock stands behind its rail, the others behind the growing part.
void DockFrame::putHome(Side side) {
  const Place& place = at(side);
  place.home->insertWidget(side == Side::Left ? 1 : place.home->indexOf(growingIn(place.home)) + 1, place.dock.body);
}

QWidget* DockFrame::growingIn(const QSplitter* split) const {
  return split == m_across ? static_cast<QWidget*>(m_upDown) : split == m_upDown ? static_cast<QWidget*>(m_top) : m_centre;
}

void DockFrame::placeSheet() {
  if (!m_over) return;
  const int size = extent(*m_over) + 1;
  const QRect rest(m_upDown->mapTo(this, QPoint()), m_upDown->size()), top(m_top->mapTo(this, QPoint()), m_top->size());
  switch (*m_over) {
  case Side::Left:
    m_sheetLayout->setContentsMargins(0, 0, 1, 0);
    return m_sheet->setGeometry(rest.left(), 0, size, height());
  case Side::Right: {
    const int rail = at(Side::Right).rail->isVisible() ? at(Side::Right).rail->width() : 0;
    m_sheetLayout->setContentsMargins(1, 0, 0, 0);
    return m_sheet->setGeometry(width() - rail - size, 0, size, at(Side::Right).home == m_across ? height() : top.height());
  }
  case Side::Bottom:
    m_sheetLayout->setContentsMargins(0, 1, 0, 0);
    return m_sheet->setGeometry(rest.left(), height() - size, rest.width(), size);
  }
}

/// Esc and clicks elsewhere close what lies over the canvas; the folded bottom dock opens from its tabs.
bool DockFrame::eventFilter(QObject* watched, QEvent* event) {
  const Place& bottom = at(Side::Bottom);
  if (watched == bottom.dock.tabs->bar() && isFolded(Side::Bottom) && m_over != Side::Bottom) {
    const bool clicked = event->type() == QEvent::MouseButtonRelease;
    const bool entered = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Return;
    // Afterwards: the tabs move while they open.
    if (clicked || entered) QMetaObject::invokeMethod(this, [this] { reveal(Side::Bottom); }, Qt::QueuedConnection);
  }
  auto* widget = qobject_cast<QWidget*>(watched);
  if (!m_over || !widget || widget->window() != window()) return QWidget::eventFilter(watched, event);
  const bool isEsc = (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
  if (isEsc) {
    event->accept();
    if (event->type() == QEvent::KeyPress) closeOver();
    return true;
  }
  if (event->type() == QEvent::MouseButtonPress) {
    // By place: a click that nobody wants is handed up to widgets that are larger than the dock.
    const QPoint place = static_cast<QMouseEvent*>(event)->globalPosition().toPoint();
    const auto hits = [&](const QWidget* part) { return part && part->rect().contains(part->mapFromGlobal(place)); };
    if (!hits(m_sheet) && !hits(at(*m_over).rail)) closeOver();
  }
  return QWidget::eventFilter(watched, event);
}

// ---- arrangement -------------------------------------------------------------------------------------------------------------

void DockFrame::arrange() {
  for (const Side side : kSides) arrange(side);
  for (QSplitter* split : {m_across, m_upDown, m_top}) share(split);
  placeSheet();
}

void DockFrame::arrange(Side side) {
  const Place& place = at(side);
  const bool folded = isFolded(side), over = m_over == side, atBottom = side == Side::Bottom;
  QWidget* body = place.dock.body;
  body->setVisible(over || (!m_bare && (!folded || atBottom)));
  if (place.rail) place.rail->setVisible(folded && !m_bare);
  if (atBottom) {
    place.dock.pages->setVisible(!folded || over);
    place.dock.tabs->setFolded(folded && !over);
    m_held->setFixedHeight(place.dock.tabs->height());
    m_held->setVisible(over && !m_bare);
    body->setMinimumHeight(over ? 0 : folded ? place.dock.tabs->height() : theme().px(kLeast[2]));
    body->setMaximumHeight(folded && !over ? place.dock.tabs->height() : QWIDGETSIZE_MAX);
  } else {
    body->setMinimumWidth(over ? 0 : theme().px(kLeast[static_cast<int>(side)]));
  }
}

/// Docks get their extent, the part that grows gets the rest.
void DockFrame::share(QSplitter* split) {
  const bool across = split->orientation() == Qt::Horizontal;
  QWidget* growing = growingIn(split);
  QList<int> sizes;
  int rest = across ? split->width() : split->height();
  for (int i = 0; i < split->count(); ++i) {
    QWidget* part = split->widget(i);
    int size = part == m_held ? m_held->height() : 0;
    for (const Side side : kSides) {
      const Place& place = at(side);
      if (part == place.rail) size = place.rail->width();
      if (part == place.dock.body) size = side == Side::Bottom && isFolded(side) ? place.dock.tabs->height() : extent(side);
    }
    if (part->isHidden()) size = 0;
    else if (i > 0) rest -= split->handleWidth();
    sizes << size;
    rest -= size;
  }
  sizes[split->indexOf(growing)] = std::max(rest, 1);
  split->setSizes(sizes);
}

void DockFrame::remember(Side side) {
  Place& place = at(side);
  const QWidget* body = place.dock.body;
  if (isFolded(side) || m_bare) return;
  place.dragged = ((side == Side::Bottom ? body->height() : body->width()) - scrollRoom()) / theme().scale();
}

void DockFrame::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_across->setGeometry(rect());  // before its parts are shared out
  if (m_over && !isFolded(*m_over)) return closeOver();
  arrange();
}

// Only now have the splitters their sizes.
void DockFrame::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  arrange();
}

void DockFrame::hideEvent(QHideEvent* event) {
  closeOver();
  QWidget::hideEvent(event);
}

} // namespace glassbox
