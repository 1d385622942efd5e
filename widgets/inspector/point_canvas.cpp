#include "widgets/inspector/point_canvas.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/class_marker.h"
#include "widgets/inspector/preview_axes.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kLeastExtent = 1.2; // room for what the built-in sets cover
constexpr double kReach = 10;        // pixels within which a point is meant

double rounded(double v) { return std::round(v * 1000) / 1000; }

} // namespace

PointCanvas::PointCanvas(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    update();
  });
  describe();
}

void PointCanvas::setContent(const PointCanvasContent& content) {
  m_content = content;
  m_stroke = Stroke::None;
  m_fresh.clear();
  m_gone.clear();
  m_extent = extent();
  describe();
  update();
}

QSize PointCanvas::sizeHint() const { return {theme().px(184), theme().px(184)}; }

double PointCanvas::extent() const {
  double most = kLeastExtent / 1.1;
  for (const PaintedPoint& point : m_content.points) most = std::max({most, std::abs(point.x), std::abs(point.y)});
  return most * 1.1;
}

double PointCanvas::unitsPerPixel() const { return 2 * m_extent / std::max(1.0, previewPlotArea(size()).width()); }

QPointF PointCanvas::pixelOf(double x, double y) const {
  const QRectF plot = previewPlotArea(size());
  return {plot.left() + (x + m_extent) / (2 * m_extent) * plot.width(), plot.bottom() - (y + m_extent) / (2 * m_extent) * plot.height()};
}

QPointF PointCanvas::placeOf(QPointF pixel) const {
  const QRectF plot = previewPlotArea(size());
  const double x = (pixel.x() - plot.left()) / plot.width() * 2 * m_extent - m_extent;
  const double y = (plot.bottom() - pixel.y()) / plot.height() * 2 * m_extent - m_extent;
  return {rounded(std::clamp(x, -m_extent, m_extent)), rounded(std::clamp(y, -m_extent, m_extent))};
}

// ---- strokes ---------------------------------------------------------------------------------------------------------------

void PointCanvas::begin(QPointF place, bool erase) {
  if (!m_content.lockedBecause.isEmpty()) return;
  m_stroke = erase || m_content.tool == PaintTool::Eraser ? Stroke::Erase : Stroke::Paint;
  touch(place);
}

void PointCanvas::touch(QPointF place) {
  m_last = place;
  if (m_stroke == Stroke::Erase) {
    const bool wide = m_content.tool != PaintTool::Point;
    const auto hit = wide ? pointsWithin(m_content.points, place, m_content.brush.radius)
                          : nearestPoint(m_content.points, place, kReach * unitsPerPixel());
    m_gone.insert(hit.begin(), hit.end());
  } else if (m_content.tool == PaintTool::Brush) {
    const auto more = dab(m_content.brush, place, m_content.classIndex, m_content.seed, m_content.points.size() + m_fresh.size());
    m_fresh.insert(m_fresh.end(), more.begin(), more.end());
  } else {
    m_fresh.push_back({place.x(), place.y(), m_content.classIndex});
  }
  update();
}

void PointCanvas::finish() {
  const Stroke stroke = m_stroke;
  m_stroke = Stroke::None;
  const std::vector<PaintedPoint> fresh = std::move(m_fresh);
  const std::vector<std::size_t> gone(m_gone.begin(), m_gone.end());
  m_fresh.clear();
  m_gone.clear();
  if (stroke == Stroke::Paint && !fresh.empty()) emit painted(fresh);
  if (stroke == Stroke::Erase && !gone.empty()) emit erased(gone);
  update();
}

void PointCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::RightButton && !m_content.values) return emit classChosen((m_content.classIndex + 1) % kClasses);
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  begin(placeOf(event->position()), event->modifiers() & Qt::ShiftModifier);
}

void PointCanvas::mouseMoveEvent(QMouseEvent* event) {
  const QPointF place = placeOf(event->position());
  moveCursor(place);
  if (m_stroke == Stroke::None) return;
  // A dab each half radius of the way; a single point is set once, where the button went down.
  const QPointF way = place - m_last;
  const bool spaced = std::hypot(way.x(), way.y()) >= m_content.brush.radius / 2;
  if (m_stroke == Stroke::Erase || (m_content.tool == PaintTool::Brush && spaced)) touch(place);
}

void PointCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && m_stroke != Stroke::None) finish();
}

void PointCanvas::leaveEvent(QEvent*) {
  m_showCursor = hasFocus();
  update();
}

void PointCanvas::keyPressEvent(QKeyEvent* event) {
  const double step = 2 * m_extent / (event->modifiers() & Qt::ShiftModifier ? 240 : 48);
  switch (event->key()) {
  case Qt::Key_Left:
    return moveCursor(m_cursor - QPointF(step, 0));
  case Qt::Key_Right:
    return moveCursor(m_cursor + QPointF(step, 0));
  case Qt::Key_Up:
    return moveCursor(m_cursor + QPointF(0, step));
  case Qt::Key_Down:
    return moveCursor(m_cursor - QPointF(0, step));
  case Qt::Key_Return:
  case Qt::Key_Enter:
  case Qt::Key_Delete:
  case Qt::Key_Backspace:
    begin(m_cursor, event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace);
    if (m_stroke != Stroke::None) finish();
    return;
  default:
    break;
  }
  const int number = event->key() - Qt::Key_0;
  if (!m_content.values && number >= 0 && number < kClasses) return emit classChosen(number);
  QWidget::keyPressEvent(event);
}

void PointCanvas::moveCursor(QPointF place) {
  m_cursor = {rounded(std::clamp(place.x(), -m_extent, m_extent)), rounded(std::clamp(place.y(), -m_extent, m_extent))};
  m_showCursor = true;
  describe();
  update();
}

// ---- what is seen ------------------------------------------------------------------------------------------------------------

void PointCanvas::describe() {
  const QString lines[] = {
      m_content.values ? tr("The plane for your points of a curve") : tr("The plane for your points"),
      m_content.values
          ? tr("Click sets a point, Shift and click takes it away. Keys: arrows move, Enter sets, Delete takes away.")
          : tr("Click sets a point, Shift and click takes it away, the right button takes the next class. Keys: arrows move, Enter sets, "
               "Delete takes away, 0 to 4 choose the class."),
      tr("Find out what your network can tell apart, and what it cannot.")};
  setAccessibleName(lines[0]);
  setAccessibleDescription(tr("x %1, y %2; %3 points").arg(formatFixed(m_cursor.x(), 2), formatFixed(m_cursor.y(), 2), formatInteger(static_cast<qint64>(m_content.points.size()))));
  setToolTip(m_content.lockedBecause.isEmpty() ? QStringLiteral("<b>%1</b><br>%2<br>%3").arg(lines[0], lines[1], lines[2]) : m_content.lockedBecause);
}

void PointCanvas::paintPoint(QPainter& p, const PaintedPoint& point, int classes) const {
  const QPointF at = pixelOf(point.x, point.y);
  if (!m_content.values) return paintClassMarker(p, at, point.classIndex, classes, theme().px(6), false);
  p.setPen(QPen(theme().color(ColorRole::Canvas), 0.6));
  p.setBrush(theme().color(ColorRole::Train));
  p.drawEllipse(at, theme().px(6) / 2.0, theme().px(6) / 2.0);
}

void PointCanvas::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  const QRectF plot = previewPlotArea(size());
  drawPreviewAxes(p, rect(), plot, -m_extent, m_extent, -m_extent, m_extent);
  int classes = std::max(2, m_content.classIndex + 1);
  for (const PaintedPoint& point : m_content.points) classes = std::max(classes, point.classIndex + 1);
  for (std::size_t i = 0; i < m_content.points.size(); ++i) {
    p.setOpacity(m_gone.count(i) ? 0.25 : 1);
    paintPoint(p, m_content.points[i], classes);
  }
  p.setOpacity(1);
  for (const PaintedPoint& point : m_fresh) paintPoint(p, point, classes);
  if (m_content.points.empty() && m_fresh.empty()) {
    p.setPen(t.color(ColorRole::Text2));
    p.setFont(t.font(FontRole::Normal));
    p.drawText(plot.adjusted(t.px(8), 0, -t.px(8), -plot.height() / 2), Qt::AlignCenter | Qt::TextWordWrap, tr("Click here to set a point."));
  }
  if (!m_showCursor) return;
  const QPointF at = pixelOf(m_cursor.x(), m_cursor.y());
  p.setClipRect(plot);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.color(ColorRole::Text), 1, Qt::DotLine));
  if (m_content.tool == PaintTool::Point) {
    p.drawLine(QPointF(plot.left(), at.y()), QPointF(plot.right(), at.y()));
    p.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()));
  } else {
    const double r = m_content.brush.radius / unitsPerPixel();
    p.drawEllipse(at, r, r);
  }
}

void PointCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  QWidget::changeEvent(event);
}

} // namespace glassbox
