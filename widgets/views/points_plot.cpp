#include "widgets/views/points_plot.h"

#include "widgets/access/spoken_extremes.h"
#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/plot_axis.h"
#include "widgets/plots/title_row.h"
#include "widgets/views/surface_picture.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kLeft = 52, kRight = 16, kBottom = 40;
constexpr double kReach = 14; // px around a point that still mean it

} // namespace

PointsPlot::PointsPlot(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] { updateGeometry(), update(); });
}

void PointsPlot::setContent(const PointsPlotContent& content) {
  m_content = content;
  setAccessibleName(content.title);
  double left = HUGE_VAL, right = -HUGE_VAL, bottom = HUGE_VAL, top = -HUGE_VAL;
  for (const auto& point : content.points) {
    left = std::min(left, point.x), right = std::max(right, point.x);
    bottom = std::min(bottom, point.y), top = std::max(top, point.y);
  }
  const double air = 0.08;
  m_width = right > left ? (right - left) * (1 + 2 * air) : 2;
  m_height = top > bottom ? (top - bottom) * (1 + 2 * air) : 2;
  m_left = content.points.empty() ? -1 : (left + right - m_width) / 2;
  m_bottom = content.points.empty() ? -1 : (bottom + top - m_height) / 2;
  const int count = static_cast<int>(content.points.size());
  if (m_current && *m_current >= count) m_current.reset();
  if (m_hovered >= count) m_hovered = -1;
  std::erase_if(m_near, [count](int i) { return i >= count; });
  update();
}

QString PointsPlot::summary() const {
  const auto& points = m_content.points;
  QString text = tr("%1: %2 points").arg(m_content.title, formatInteger(static_cast<qint64>(points.size())));
  if (m_content.groups > 0) text += comma() + tr("%1 classes").arg(m_content.groups);
  const auto x = extremesOf(points.size(), [&](std::size_t i) { return points[i].x; });
  const auto y = extremesOf(points.size(), [&](std::size_t i) { return points[i].y; });
  if (x) text += semicolon() + tr("%1: %2 to %3").arg(m_content.xName, formatNumber(x->least), formatNumber(x->greatest));
  if (y) text += semicolon() + tr("%1: %2 to %3").arg(m_content.yName, formatNumber(y->least), formatNumber(y->greatest));
  return (text + fullStop()).trimmed();
}

void PointsPlot::setCurrent(std::optional<int> point) {
  m_current = point;
  setAccessibleDescription(point ? m_content.points[static_cast<std::size_t>(*point)].name : QString());
  update();
}

void PointsPlot::setNear(std::vector<int> points) {
  m_near = std::move(points);
  update();
}

QSize PointsPlot::sizeHint() const { return {theme().px(520), theme().px(420)}; }
QSize PointsPlot::minimumSizeHint() const { return {theme().px(260), theme().px(200)}; }

QRect PointsPlot::plotRect() const {
  const Theme& t = theme();
  return rect().adjusted(t.px(kLeft), titleRowHeight() + t.px(8), -t.px(kRight), -t.px(kBottom));
}

QPointF PointsPlot::pixelOf(int i) const {
  const QRectF r = plotRect();
  const auto& point = m_content.points[static_cast<std::size_t>(i)];
  return {r.left() + (point.x - m_left) / m_width * r.width(), r.bottom() - (point.y - m_bottom) / m_height * r.height()};
}

void PointsPlot::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  const QRectF r = plotRect();
  TitleRow row;
  row.title = m_content.title;
  const int told = m_hovered >= 0 ? m_hovered : m_current.value_or(-1);
  if (told >= 0) row.place = m_content.points[static_cast<std::size_t>(told)].name;
  paintTitleRow(p, QRect(0, 0, width(), titleRowHeight()), row);
  const int line = t.lineHeight(FontRole::Tick), hint = t.lineHeight(FontRole::Hint);
  p.setFont(t.font(FontRole::Tick));
  for (const AxisTick& tick : linearTicks(m_left, m_left + m_width, ValueFormat::Number)) {
    const double x = std::round(r.left() + (tick.value - m_left) / m_width * r.width());
    p.fillRect(QRectF(x, r.top(), 1, r.height()), t.color(ColorRole::Grid));
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRectF(x - 50, r.bottom() + t.px(4), 100, line), Qt::AlignHCenter | Qt::AlignTop, tick.label);
  }
  for (const AxisTick& tick : linearTicks(m_bottom, m_bottom + m_height, ValueFormat::Number)) {
    const double y = std::round(r.bottom() - (tick.value - m_bottom) / m_height * r.height());
    p.fillRect(QRectF(r.left(), y, r.width(), 1), t.color(ColorRole::Grid));
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRectF(0, y - line / 2.0, r.left() - t.px(6), line), Qt::AlignRight | Qt::AlignVCenter, tick.label);
  }
  p.setFont(t.font(FontRole::Hint));
  p.drawText(QRectF(0, r.bottom() + t.px(4) + line, r.right(), hint), Qt::AlignRight | Qt::AlignTop, p.fontMetrics().elidedText(m_content.xName, Qt::ElideRight, static_cast<int>(r.right())));
  p.drawText(QRectF(r.left() + t.px(6), r.top() + t.px(2), r.width(), hint), Qt::AlignLeft | Qt::AlignTop, m_content.yName);
  p.setRenderHint(QPainter::Antialiasing);
  if (m_current) {
    p.setPen(QPen(t.color(ColorRole::Text2), 1));
    for (const int i : m_near) p.drawLine(pixelOf(*m_current), pixelOf(i));
  }
  const int count = static_cast<int>(m_content.points.size());
  const double radius = (count > 300 ? 2.6 : 3.6) * t.scale();
  for (int i = 0; i < count; ++i) {
    const auto& point = m_content.points[static_cast<std::size_t>(i)];
    const bool marked = i == m_current || i == m_hovered;
    const QColor color = m_content.groups > 0 ? groupColor(point.group, m_content.groups, t) : t.color(ColorRole::Train);
    paintMark(p, pixelOf(i), marked ? 1.6 * radius : radius, m_content.groups > 0 ? point.group : 0, MarkFill::Full, marked ? t.color(ColorRole::Accent) : color, t);
  }
  // Names that would cover others are left out: the first come first, those that are looked at before all.
  if (m_content.named) {
    std::vector<QRectF> taken{QRectF(r.left(), r.top(), t.px(12) + QFontMetricsF(t.font(FontRole::Hint)).horizontalAdvance(m_content.yName), hint + t.px(4))};
    std::vector<int> order;
    if (m_hovered >= 0) order.push_back(m_hovered);
    if (m_current) order.push_back(*m_current);
    order.insert(order.end(), m_near.begin(), m_near.end());
    for (int i = 0; i < count; ++i) order.push_back(i);
    const QFontMetrics metrics(t.font(FontRole::Hint));
    for (const int i : order) {
      const auto& point = m_content.points[static_cast<std::size_t>(i)];
      QRectF place(pixelOf(i) + QPointF(t.px(6), -hint / 2.0), QSizeF(metrics.horizontalAdvance(point.name) + 1, hint));
      place.moveTop(std::clamp(place.top(), r.top(), r.bottom() - hint));
      if (place.right() > r.right()) place.moveRight(pixelOf(i).x() - t.px(6));
      if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(place); })) continue;
      taken.push_back(place);
      p.fillRect(place, t.color(ColorRole::Canvas));  // a name is read where points lie under it
      p.setPen(t.color(i == m_current || i == m_hovered ? ColorRole::Text : ColorRole::Text2));
      p.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, point.name);
    }
  }
  p.setRenderHint(QPainter::Antialiasing, false);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.color(hasFocus() ? ColorRole::Focus : ColorRole::Ctrl), hasFocus() ? 2 : 1));
  p.drawRect(r);
}

int PointsPlot::pointAt(QPointF place) const {
  int best = -1;
  double least = kReach * theme().scale();
  for (int i = 0; i < static_cast<int>(m_content.points.size()); ++i) {
    const QPointF way = pixelOf(i) - place;
    const double far = std::hypot(way.x(), way.y());
    if (far < least) least = far, best = i;
  }
  return best;
}

void PointsPlot::mouseMoveEvent(QMouseEvent* event) {
  const int point = pointAt(event->position());
  if (point == m_hovered) return;
  m_hovered = point;
  update();
  emit hovered(point);
}

void PointsPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton)
    if (const int point = pointAt(event->position()); point >= 0) emit chosen(point);
}

void PointsPlot::leaveEvent(QEvent*) {
  if (m_hovered < 0) return;
  m_hovered = -1;
  update();
  emit hovered(-1);
}

void PointsPlot::keyPressEvent(QKeyEvent* event) {
  const int count = static_cast<int>(m_content.points.size());
  const bool on = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down, back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
  if (count == 0 || (!on && !back)) return QWidget::keyPressEvent(event);
  emit chosen(((m_current.value_or(on ? -1 : 0) + (on ? 1 : -1)) % count + count) % count);
}

void PointsPlot::focusInEvent(QFocusEvent*) { update(); }

void PointsPlot::focusOutEvent(QFocusEvent*) { update(); }

} // namespace glassbox
