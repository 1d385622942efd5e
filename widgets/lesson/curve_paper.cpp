#include "widgets/lesson/curve_paper.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"
#include "widgets/plots/plot_axis.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kLast = DrawnCurve::kPoints - 1;
constexpr int kWidth = 320, kHeight = 220;
constexpr int kFine = 200, kCoarse = 40, kLeap = 10; // key presses from the lower edge to the upper one

bool isAccuracy(const CurveAxes& axes) { return axes.metric.ends_with("accuracy"); }

/// The colour that the plots below the diagram give to the metric.
ColorRole measuredRole(const CurveAxes& axes) { return axes.metric == "loss" ? ColorRole::Train : ColorRole::Test; }

} // namespace

CurvePaper::CurvePaper(QWidget* parent) : QWidget(parent), m_heights(DrawnCurve::kPoints) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  setProperty("ownFocus", true);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void CurvePaper::setContent(const CurveAxes& axes) {
  m_axes = axes;
  m_heights.assign(DrawnCurve::kPoints, std::nullopt);
  m_committed.reset();
  m_measured.clear();
  m_cursor = 0;
  describe();
  update();
}

void CurvePaper::setCommitted(const std::optional<DrawnCurve>& curve) {
  m_committed = curve;
  if (curve)
    for (int i = 0; i <= kLast; ++i) m_heights[static_cast<std::size_t>(i)] = heightAt(*curve, stepOf(i));
  setCursor(curve ? Qt::ArrowCursor : Qt::CrossCursor);
  describe();
  update();
}

void CurvePaper::setMeasured(std::vector<RecordedPoint> points) {
  m_measured = std::move(points);
  describe();
  update();
}

std::optional<DrawnCurve> CurvePaper::curve() const {
  if (m_committed) return m_committed;
  if (!m_heights.front() || !m_heights.back()) return std::nullopt;
  DrawnCurve out{m_axes, {}};
  for (int i = 0; i <= kLast; ++i) out.heights.push_back(*heightOf(i));
  return out;
}

bool CurvePaper::isEmpty() const {
  return std::none_of(m_heights.begin(), m_heights.end(), [](const std::optional<double>& height) { return height.has_value(); });
}

void CurvePaper::setZoom(double zoom) {
  m_zoom = zoom;
  updateGeometry();
  update();
}

void CurvePaper::clear() {
  if (m_committed) return;
  m_heights.assign(DrawnCurve::kPoints, std::nullopt);
  describe();
  update();
  emit changed();
}

/// What was drawn at a place, else on the straight line between its drawn neighbours; nothing left of the first and right of the last.
std::optional<double> CurvePaper::heightOf(int point) const {
  int left = point, right = point;
  while (left >= 0 && !m_heights[static_cast<std::size_t>(left)]) --left;
  while (right <= kLast && !m_heights[static_cast<std::size_t>(right)]) ++right;
  if (left < 0 || right > kLast) return std::nullopt;
  const double a = *m_heights[static_cast<std::size_t>(left)], b = *m_heights[static_cast<std::size_t>(right)];
  return left == right ? a : a + (b - a) * (point - left) / (right - left);
}

// ---- places ----------------------------------------------------------------------------------------------------------------

double CurvePaper::stepOf(int point) const { return static_cast<double>(m_axes.steps) * point / kLast; }

int CurvePaper::px(double n) const { return theme().px(n * m_zoom); }

QFont CurvePaper::font(FontRole role) const {
  QFont font = theme().font(role);
  font.setPixelSize(std::max(1, qRound(font.pixelSize() * m_zoom)));
  return font;
}

int CurvePaper::row() const { return qRound(theme().lineHeight(FontRole::Tick) * m_zoom); }

QRectF CurvePaper::plot() const { return QRectF(rect()).adjusted(px(44), row() + px(8), -px(12), -2 * row() - px(8)); }

QPointF CurvePaper::pixelOf(double step, double value) const {
  const QRectF area = plot();
  return {area.left() + step / static_cast<double>(m_axes.steps) * area.width(), area.bottom() - (value - m_axes.least) / (m_axes.most - m_axes.least) * area.height()};
}

// ---- drawing ---------------------------------------------------------------------------------------------------------------

/// The places between the last one of the stroke and this one lie on a straight line: a fast mouse leaves no hole.
void CurvePaper::drawTo(QPointF pixel, bool first) {
  const QRectF area = plot();
  const double share = std::clamp((area.bottom() - pixel.y()) / area.height(), 0.0, 1.0);
  const double height = m_axes.least + share * (m_axes.most - m_axes.least);
  const int point = std::clamp(static_cast<int>(std::lround((pixel.x() - area.left()) / area.width() * kLast)), 0, kLast);
  if (first) m_last = point;
  const double from = m_heights[static_cast<std::size_t>(m_last)].value_or(height);
  const int way = point - m_last;
  for (int i = 1; i < std::abs(way); ++i) m_heights[static_cast<std::size_t>(m_last + (way > 0 ? i : -i))] = from + (height - from) * i / std::abs(way);
  m_heights[static_cast<std::size_t>(point)] = height;
  m_last = point;
  moveCursor(point);
  emit changed();
}

void CurvePaper::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_committed || m_axes.steps == 0) return QWidget::mousePressEvent(event);
  drawTo(event->position(), true);
}

void CurvePaper::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton && !m_committed && m_axes.steps > 0) drawTo(event->position(), false);
}

void CurvePaper::moveCursor(int point) {
  m_cursor = std::clamp(point, 0, kLast);
  describe();
  update();
}

/// From where the curve is; where there is none, from its nearest drawn place; on empty paper from the middle.
void CurvePaper::raise(double by) {
  std::optional<double> now = heightOf(m_cursor);
  for (int away = 1; !now && away <= kLast; ++away)
    for (const int at : {m_cursor - away, m_cursor + away})
      if (!now && at >= 0 && at <= kLast) now = m_heights[static_cast<std::size_t>(at)];
  const double range = m_axes.most - m_axes.least;
  m_heights[static_cast<std::size_t>(m_cursor)] = std::clamp(now.value_or(m_axes.least + range / 2) + by * range, m_axes.least, m_axes.most);
  moveCursor(m_cursor);
  emit changed();
}

void CurvePaper::keyPressEvent(QKeyEvent* event) {
  const double small = 1.0 / (event->modifiers() & Qt::ShiftModifier ? kFine : kCoarse);
  switch (event->key()) {
  case Qt::Key_Left:
    return moveCursor(m_cursor - 1);
  case Qt::Key_Right:
    return moveCursor(m_cursor + 1);
  case Qt::Key_Home:
    return moveCursor(0);
  case Qt::Key_End:
    return moveCursor(kLast);
  default:
    break;
  }
  if (m_committed) return QWidget::keyPressEvent(event);
  switch (event->key()) {
  case Qt::Key_Up:
    return raise(small);
  case Qt::Key_Down:
    return raise(-small);
  case Qt::Key_PageUp:
    return raise(1.0 / kLeap);
  case Qt::Key_PageDown:
    return raise(-1.0 / kLeap);
  case Qt::Key_Delete:
  case Qt::Key_Backspace:
    return clear();
  default:
    QWidget::keyPressEvent(event);
  }
}

/// The window and the page have shortcuts of some of these keys; while the paper has the focus they are its own.
bool CurvePaper::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<const QKeyEvent*>(event);
    for (const int own : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Delete, Qt::Key_Backspace})
      if (key->key() == own && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        event->accept();
        return true;
      }
  }
  return QWidget::event(event);
}

// ---- what is said ------------------------------------------------------------------------------------------------------------

void CurvePaper::describe() {
  const QString metric = translated(metricTitle(m_axes.metric));
  setAccessibleName(tr("Your curve: %1 over the steps").arg(metric));
  const QString step = formatInteger(std::llround(stepOf(m_cursor)));
  const std::optional<double> height = heightOf(m_cursor);
  setAccessibleDescription(height ? tr("Step %1: %2").arg(step, formatShort(std::round(*height * 1000) / 1000)) : tr("Step %1: not drawn yet").arg(step));
  setToolTip(m_committed ? QString()
                         : QStringLiteral("<b>%1</b><br>%2").arg(accessibleName(), tr("Draw from the left edge to the right one. Keys: left and right move, up and down set the height, with Shift finely; Delete clears the paper.")));
}

QString CurvePaper::summary() const {
  if (!m_committed) return isEmpty() ? tr("Nothing is drawn yet.") : curve() ? tr("The curve is complete.") : tr("The curve does not reach from edge to edge yet.");
  const auto end = [&](double value) { return formatShort(std::round(value * 1000) / 1000); };
  const auto lowest = std::min_element(m_committed->heights.begin(), m_committed->heights.end());
  const double share = static_cast<double>(lowest - m_committed->heights.begin()) / static_cast<double>(m_committed->heights.size() - 1);
  QString said = tr("You drew it from %1 to %2; lowest is %3, at step %4.")
                     .arg(end(m_committed->heights.front()), end(m_committed->heights.back()), end(*lowest), formatInteger(std::llround(share * static_cast<double>(m_axes.steps))));
  if (m_measured.empty()) return said;
  const auto least = std::min_element(m_measured.begin(), m_measured.end(), [](const RecordedPoint& a, const RecordedPoint& b) { return a.mean < b.mean; });
  return said + u' ' + tr("Measured it went from %1 to %2; lowest was %3, at step %4.").arg(end(m_measured.front().mean), end(m_measured.back().mean), end(least->mean), formatInteger(least->step));
}

// ---- what is seen ------------------------------------------------------------------------------------------------------------

QSize CurvePaper::sizeHint() const { return {px(kWidth), px(kHeight)}; }
QSize CurvePaper::minimumSizeHint() const { return {px(kWidth) / 2, px(kHeight)}; }

void CurvePaper::paintAxes(QPainter& p) const {
  const Theme& t = theme();
  const QRectF area = plot();
  const int row = this->row();
  p.fillRect(area, t.color(ColorRole::Canvas));
  p.setFont(font(FontRole::Tick));
  for (const AxisTick& tick : linearTicks(m_axes.least, m_axes.most, isAccuracy(m_axes) ? ValueFormat::Percent : ValueFormat::Number, 5)) {
    const double y = pixelOf(0, tick.value).y();
    p.setPen(QPen(t.color(ColorRole::Grid), 1));
    p.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    p.setPen(t.color(ColorRole::Text2));
    p.drawText(QRectF(0, y - row / 2.0, area.left() - px(6), row), Qt::AlignRight | Qt::AlignVCenter, tick.label);
  }
  for (const AxisTick& tick : linearTicks(0, static_cast<double>(m_axes.steps), ValueFormat::Integer, 5)) {
    const double x = pixelOf(tick.value, 0).x();
    p.setPen(QPen(t.color(ColorRole::Grid), 1));
    p.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    p.setPen(t.color(ColorRole::Text2));
    const double wide = p.fontMetrics().horizontalAdvance(tick.label);
    const double left = std::min(x - wide / 2, width() - wide);
    p.drawText(QRectF(left, area.bottom() + px(3), wide + 1, row), Qt::AlignLeft | Qt::AlignVCenter, tick.label);
  }
  p.drawText(QRectF(area.left(), area.bottom() + px(3) + row, area.width(), row), Qt::AlignRight | Qt::AlignVCenter, tr("steps"));
}

void CurvePaper::paintDrawn(QPainter& p) const {
  const Theme& t = theme();
  QPainterPath path;
  bool begun = false;
  for (int i = 0; i <= kLast; ++i) {
    const std::optional<double> height = heightOf(i);
    if (!height) continue;
    const QPointF at = pixelOf(stepOf(i), *height);
    begun ? path.lineTo(at) : path.moveTo(at);
    begun = true;
  }
  p.setPen(QPen(t.color(ColorRole::Accent), px(2.5), m_committed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.setBrush(Qt::NoBrush);
  p.drawPath(path);
  if (begun && path.elementCount() == 1) p.drawPoint(path.currentPosition());
}

/// A value that is no number breaks the line.
void CurvePaper::paintMeasured(QPainter& p) const {
  const Theme& t = theme();
  QPainterPath path;
  bool on = false;
  for (const RecordedPoint& point : m_measured) {
    if (point.step > m_axes.steps) break;
    if (!std::isfinite(point.mean)) {
      on = false;
      continue;
    }
    const QPointF at = pixelOf(static_cast<double>(point.step), std::clamp(point.mean, m_axes.least - (m_axes.most - m_axes.least), m_axes.most + (m_axes.most - m_axes.least)));
    on ? path.lineTo(at) : path.moveTo(at);
    on = true;
  }
  p.setPen(QPen(t.color(measuredRole(m_axes)), px(2)));
  p.setBrush(Qt::NoBrush);
  p.drawPath(path);
}

void CurvePaper::paintLegend(QPainter& p) const {
  const Theme& t = theme();
  const int row = this->row();
  p.setFont(font(FontRole::Tick));
  double x = plot().left();
  const auto entry = [&](const QString& words, ColorRole role, Qt::PenStyle style) {
    p.setPen(QPen(t.color(role), px(2), style));
    p.drawLine(QPointF(x, row / 2.0), QPointF(x + px(20), row / 2.0));
    p.setPen(t.color(ColorRole::Text2));
    const double wide = p.fontMetrics().horizontalAdvance(words);
    p.drawText(QRectF(x + px(26), 0, wide + 1, row), Qt::AlignLeft | Qt::AlignVCenter, words);
    x += px(26) + wide + px(16);
  };
  const QString metric = translated(metricTitle(m_axes.metric));
  if (!m_committed) {
    p.setPen(t.color(ColorRole::Text2));
    p.drawText(QRectF(x, 0, width() - x, row), Qt::AlignLeft | Qt::AlignVCenter, metric);
    return;
  }
  entry(tr("your prediction"), ColorRole::Accent, Qt::DashLine);
  if (!m_measured.empty()) entry(tr("measured: %1").arg(metric), measuredRole(m_axes), Qt::SolidLine);
}

void CurvePaper::paintEvent(QPaintEvent*) {
  if (m_axes.steps == 0) return;
  const Theme& t = theme();
  const QRectF area = plot();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  paintAxes(p);
  paintLegend(p);
  if (isEmpty()) {
    p.setPen(t.color(ColorRole::Text2));
    p.setFont(font(FontRole::Normal));
    p.drawText(area.adjusted(px(12), 0, -px(12), 0), Qt::AlignCenter | Qt::TextWordWrap, tr("Draw the curve here, from the left edge to the right one."));
  }
  p.setClipRect(area.adjusted(-1, -1, 1, 1));
  paintDrawn(p);
  paintMeasured(p);
  if (hasFocus()) {
    const QPointF at = pixelOf(stepOf(m_cursor), heightOf(m_cursor).value_or((m_axes.least + m_axes.most) / 2));
    p.setPen(QPen(t.color(ColorRole::Text), 1, Qt::DotLine));
    p.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    if (heightOf(m_cursor)) {
      p.setPen(QPen(t.color(ColorRole::Text), px(1.5)));
      p.drawEllipse(at, px(4), px(4));
    }
  }
  p.setClipping(false);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.color(hasFocus() ? ColorRole::Focus : ColorRole::Line), hasFocus() ? 2 : 1));
  p.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
}

void CurvePaper::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void CurvePaper::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void CurvePaper::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  QWidget::changeEvent(event);
}

} // namespace glassbox
