#include "widgets/formula/formula_widget.h"

#include "widgets/common/theme_manager.h"
#include "widgets/formula/spoken.h"

#include <QAccessibleWidget>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kMargin = 2;          // room for what leans out of its box
constexpr double kTintX = 2, kTintY = 2; // the tint reaches further than the link
constexpr double kSmaller[] = {0.93, 0.86, 0.8}; // sizes that are tried before a line is broken within brackets
constexpr double kSmallest = 0.6;      // of the size: a formula that cannot be broken shrinks so far

QAccessibleInterface* equation(const QString& className, QObject* object) {
  if (className != QLatin1String("glassbox::FormulaWidget") || !object) return nullptr;
  return new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::Equation);
}

} // namespace

FormulaWidget::FormulaWidget(QWidget* parent) : QWidget(parent) {
  static const bool installed = (QAccessible::installFactory(equation), true);
  Q_UNUSED(installed);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setMouseTracking(true);
  setFocusPolicy(Qt::ClickFocus);
  setProperty("ownFocus", true);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &FormulaWidget::remeasure);
}

void FormulaWidget::setContent(const FormulaContent& content) {
  const bool same = content.tex == m_content.tex;
  const bool sameSize = same && content.size == m_content.size && content.style == m_content.style;
  m_content = content;
  if (!same) {
    m_formula = Formula(content.tex);
    speak();
  }
  if (sameSize) return update();
  const QSize before = m_place ? QSize(static_cast<int>(std::ceil(m_place->layout.width)), heightForWidth(width())) : QSize();
  m_place.reset();
  // New numbers of the same extent do not disturb the layout around.
  const QSize now(static_cast<int>(std::ceil(place().layout.width)), heightForWidth(width()));
  if (now != before) updateGeometry();
  const std::vector<std::string> ids = links();
  setFocusPolicy(ids.empty() ? Qt::ClickFocus : Qt::StrongFocus);
  const auto gone = [&](const std::string& id) { return !id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end(); };
  if (gone(m_current)) m_current.clear();
  if (gone(m_hovered)) hover({});
  update();
}

void FormulaWidget::setTex(const QString& tex) {
  FormulaContent content = m_content;
  content.tex = tex;
  setContent(content);
}

std::vector<std::string> FormulaWidget::links() const {
  std::vector<std::string> ids;
  for (const FormulaLink& link : place().layout.links) ids.push_back(link.id);
  return ids;
}

std::vector<QRectF> FormulaWidget::linkRects(const std::string& id) const {
  const QPointF origin = originOf(place());
  for (const FormulaLink& link : place().layout.links)
    if (link.id == id) {
      std::vector<QRectF> rects = link.rects;
      for (QRectF& rect : rects) rect.translate(origin);
      return rects;
    }
  return {};
}

void FormulaWidget::setLitLink(const std::string& id) {
  if (id == m_lit) return;
  m_lit = id;
  update();
}

double FormulaWidget::size() const { return m_content.size * theme().scale(); }

FormulaWidget::Place FormulaWidget::placeFor(int width) const {
  const double room = width - 2 * kMargin;
  const auto at = [&](double factor) { return Place{layOut(m_formula, size() * factor, m_content.style, std::max(1.0, room)), factor}; };
  const Place full = at(1);
  if (full.layout.width <= room && !full.layout.awkward) return full;
  for (const double factor : kSmaller)
    if (Place place = at(factor); place.layout.width <= room && !place.layout.awkward) return place;
  return full.layout.width <= room ? full : at(std::clamp(room / full.layout.width, kSmallest, 1.0));
}

const FormulaWidget::Place& FormulaWidget::place() const {
  if (!m_place || m_placeWidth != width()) {
    m_place = placeFor(width());
    m_placeWidth = width();
  }
  return *m_place;
}

QPointF FormulaWidget::originOf(const Place& place) const {
  int faultHeight = 0;
  faultAt(width(), &faultHeight);
  const double spare = width() - place.layout.width;
  const double x = m_content.alignment & Qt::AlignLeft ? kMargin : m_content.alignment & Qt::AlignRight ? spare - kMargin : spare / 2;
  const double above = std::max(0.0, (height() - faultHeight - place.layout.height - place.layout.depth) / 2);
  return {std::max(kMargin, x), above + place.layout.height};
}

/// The sentence under a formula with a fault, and the height that it takes at `width`.
QString FormulaWidget::faultAt(int width, int* height) const {
  const QString sentence = m_formula.isEmpty() ? QString() : fault();
  *height = sentence.isEmpty() ? 0
                               : QFontMetrics(theme().font(FontRole::Hint))
                                     .boundingRect(QRect(0, 0, std::max(40, width), 1000), Qt::TextWordWrap, sentence)
                                     .height();
  return sentence;
}

int FormulaWidget::heightForWidth(int width) const {
  const Place measured = width == this->width() ? place() : placeFor(width);
  int faultHeight = 0;
  faultAt(width, &faultHeight);
  return static_cast<int>(std::ceil(measured.layout.height + measured.layout.depth + 2 * kMargin)) + faultHeight;
}

QSize FormulaWidget::sizeHint() const {
  const FormulaLayout wide = layOut(m_formula, size(), m_content.style);
  const int width = static_cast<int>(std::ceil(wide.width + 2 * kMargin));
  return {width, heightForWidth(width)};
}

QSize FormulaWidget::minimumSizeHint() const {
  if (m_formula.isEmpty()) return {0, 0};
  return {theme().px(48), static_cast<int>(std::ceil(size()))};
}

void FormulaWidget::remeasure() {
  m_place.reset();
  updateGeometry();
  update();
}

void FormulaWidget::speak() {
  setAccessibleName(spokenFormula(m_formula));
  setAccessibleDescription(m_formula.isEmpty() ? QString() : fault());
}

void FormulaWidget::copyTex() const { QGuiApplication::clipboard()->setText(m_content.tex); }

// ---- links --------------------------------------------------------------------------------------------------------------

std::string FormulaWidget::linkAt(QPointF point) const {
  std::string found;
  double smallest = 0;
  const QPointF origin = originOf(place());
  for (const FormulaLink& link : place().layout.links)
    for (const QRectF& rect : link.rects) {
      const QRectF area = rect.translated(origin).adjusted(-kTintX, -kTintY, kTintX, kTintY);
      const double extent = area.width() * area.height(); // of nested links the inner one
      if (area.contains(point) && (found.empty() || extent < smallest)) {
        found = link.id;
        smallest = extent;
      }
    }
  return found;
}

void FormulaWidget::hover(const std::string& id) {
  if (id == m_hovered) return;
  m_hovered = id;
  setCursor(id.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
  update();
  emit linkHovered(QString::fromStdString(id));
}

void FormulaWidget::mouseMoveEvent(QMouseEvent* event) { hover(linkAt(event->position())); }

void FormulaWidget::leaveEvent(QEvent*) { hover({}); }

void FormulaWidget::mousePressEvent(QMouseEvent* event) {
  m_pressed = event->button() == Qt::LeftButton ? linkAt(event->position()) : std::string();
  if (m_pressed.empty()) return QWidget::mousePressEvent(event);
  m_current = m_pressed;
  update();
}

void FormulaWidget::mouseReleaseEvent(QMouseEvent* event) {
  const std::string pressed = std::exchange(m_pressed, {});
  if (event->button() != Qt::LeftButton || pressed.empty()) return QWidget::mouseReleaseEvent(event);
  if (linkAt(event->position()) == pressed) emit linkActivated(QString::fromStdString(pressed));
}

/// Goes to the next or previous link; false where there is none.
bool FormulaWidget::step(int by) {
  const std::vector<std::string> ids = links();
  const auto at = std::find(ids.begin(), ids.end(), m_current);
  const auto count = static_cast<std::ptrdiff_t>(ids.size());
  const std::ptrdiff_t next = at == ids.end() ? (by > 0 ? 0 : count - 1) : (at - ids.begin()) + by;
  if (next < 0 || next >= count) return false;
  m_current = ids[static_cast<std::size_t>(next)];
  update();
  emit linkHovered(QString::fromStdString(m_current));
  return true;
}

void FormulaWidget::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) return copyTex();
  switch (event->key()) {
  case Qt::Key_Left:
  case Qt::Key_Up:
    step(-1);
    return;
  case Qt::Key_Right:
  case Qt::Key_Down:
    step(1);
    return;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (!m_current.empty()) return emit linkActivated(QString::fromStdString(m_current));
    break;
  default:
    break;
  }
  QWidget::keyPressEvent(event);
}

bool FormulaWidget::focusNextPrevChild(bool next) { return (hasFocus() && step(next ? 1 : -1)) || QWidget::focusNextPrevChild(next); }

void FormulaWidget::focusInEvent(QFocusEvent* event) {
  if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
    m_current.clear();
    step(event->reason() == Qt::TabFocusReason ? 1 : -1);
  }
  update();
}

void FormulaWidget::focusOutEvent(QFocusEvent* event) {
  if (event->reason() != Qt::PopupFocusReason && !m_current.empty() && m_hovered.empty()) emit linkHovered({});
  update();
}

void FormulaWidget::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  menu.addAction(tr("Copy as TeX"), this, &FormulaWidget::copyTex);
  menu.exec(event->globalPos());
}

bool FormulaWidget::event(QEvent* event) {
  // Ctrl+C belongs to the formula that has the focus, not to the window's Copy.
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
    event->accept();
    return true;
  }
  return QWidget::event(event);
}

void FormulaWidget::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    m_formula = Formula(m_content.tex); // its words
    speak();
    remeasure();
  }
  QWidget::changeEvent(event);
}

// ---- painting -----------------------------------------------------------------------------------------------------------

ColorRole FormulaWidget::tintOf(const FormulaLink& link, const FormulaLayout& layout) const {
  if (const auto tint = m_content.tints.find(link.id); tint != m_content.tints.end()) return tint->second;
  for (const FormulaGlyph& glyph : layout.glyphs)
    if (glyph.color && link.rects.front().contains(QPointF(glyph.x + 0.1, glyph.y - 0.1)))
      return *glyph.color == ColorRole::Bwd ? ColorRole::BwdTint : *glyph.color == ColorRole::Fwd ? ColorRole::FwdTint : ColorRole::Hover;
  return ColorRole::Hover;
}

void FormulaWidget::paintEvent(QPaintEvent*) {
  if (m_formula.isEmpty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const FormulaLayout& layout = place().layout;
  const QPointF origin = originOf(place());
  for (const FormulaLink& link : layout.links) {
    const bool lit = link.id == m_hovered || link.id == m_lit;
    const bool current = hasFocus() && link.id == m_current;
    for (const QRectF& rect : link.rects) {
      const QRectF area = rect.translated(origin).adjusted(-kTintX, -kTintY, kTintX, kTintY);
      painter.setPen(current ? QPen(theme().color(ColorRole::Focus), 2) : lit ? QPen(theme().color(ColorRole::Accent), 1) : QPen(Qt::NoPen));
      painter.setBrush(theme().color(tintOf(link, layout)));
      painter.drawRoundedRect(area, 3, 3);
    }
  }
  paintFormula(painter, layout, origin, {theme().color(isEnabled() ? m_content.ink : ColorRole::Off), nullptr});
  int faultHeight = 0;
  const QString sentence = faultAt(width(), &faultHeight);
  if (sentence.isEmpty()) return;
  painter.setFont(theme().font(FontRole::Hint));
  painter.setPen(theme().color(ColorRole::Err));
  painter.drawText(QRect(0, height() - faultHeight, width(), faultHeight), Qt::TextWordWrap | Qt::AlignHCenter, sentence);
}

} // namespace glassbox
