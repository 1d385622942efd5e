#include "widgets/lesson/radar_chart.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace glassbox {
namespace {

constexpr int kRings = 4;        // 25 % each
constexpr int kNameWidth = 132;  // px beside the picture, for the words of an axis
constexpr int kGap = 10;         // px between the end of an axis and its words

QPointF directionOf(std::size_t axis, std::size_t axes) {
  const double angle = 2 * std::numbers::pi * static_cast<double>(axis) / static_cast<double>(axes);
  return {std::sin(angle), -std::cos(angle)};
}

double radiusIn(const QRectF& rect, const Theme& t) {
  const int lines = t.lineHeight(FontRole::Bold) + t.lineHeight(FontRole::Hint);
  return std::max(10.0, std::min(rect.width() / 2 - t.px(kNameWidth + kGap), rect.height() / 2 - lines - t.px(kGap)));
}

} // namespace

RadarChart::RadarChart(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &RadarChart::updateGeometry);
  setTexts();
}

std::vector<RadarAxis> RadarChart::axesOf(const Report& report) {
  std::vector<RadarAxis> axes;
  for (const SkillScore& score : skillScores(report.lessons)) axes.push_back({translated(skillTitle(score.skill)), score.passed, score.tasks});
  return axes;
}

QString RadarChart::valueOf(const RadarAxis& axis) {
  return axis.tasks > 0 ? tr("%1 of %2 tasks").arg(axis.passed).arg(axis.tasks) : tr("no lesson yet");
}

QString RadarChart::spoken(const std::vector<RadarAxis>& axes) {
  QStringList sentences;
  for (const RadarAxis& axis : axes) sentences << tr("%1: %2.", "Training: 4 of 6 tasks.").arg(axis.name, valueOf(axis));
  return sentences.join(u' ');
}

void RadarChart::paint(QPainter& p, const QRectF& rect, const std::vector<RadarAxis>& axes, const Theme& t, int current) {
  if (axes.empty()) return;
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  const QPointF centre = rect.center();
  const double radius = radiusIn(rect, t);
  const auto ring = [&](double share) {
    QPolygonF corners;
    for (std::size_t i = 0; i < axes.size(); ++i) corners << centre + directionOf(i, axes.size()) * radius * share;
    return corners;
  };
  p.setBrush(Qt::NoBrush);
  for (int i = 1; i <= kRings; ++i) {
    p.setPen(QPen(t.color(i == kRings ? ColorRole::Ctrl : ColorRole::Line), 1));
    p.drawPolygon(ring(static_cast<double>(i) / kRings));
  }
  QPolygonF reached;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    const QPointF way = directionOf(i, axes.size());
    QPen pen(t.color(ColorRole::Line), 1);
    if (axes[i].tasks == 0) pen.setDashPattern({4, 3});
    p.setPen(pen);
    p.drawLine(centre, centre + way * radius);
    if (axes[i].tasks > 0) reached << centre + way * radius * axes[i].share();
  }
  p.setPen(QPen(t.color(ColorRole::Accent), 2));
  p.setBrush(t.color(ColorRole::Accent, 0.18));
  p.drawPolygon(reached);
  p.setPen(Qt::NoPen);
  p.setBrush(t.color(ColorRole::Accent));
  for (const QPointF& corner : reached) p.drawEllipse(corner, t.px(3), t.px(3));

  for (std::size_t i = 0; i < axes.size(); ++i) {
    const QPointF way = directionOf(i, axes.size()), end = centre + way * (radius + t.px(kGap));
    const double width = t.px(kNameWidth), name = t.lineHeight(FontRole::Bold), height = name + t.lineHeight(FontRole::Hint);
    const int side = way.x() > 0.1 ? 1 : way.x() < -0.1 ? -1 : 0;
    const double left = side > 0 ? end.x() : side < 0 ? end.x() - width : end.x() - width / 2;
    const double top = end.y() - height * (1 - way.y()) / 2;
    const int align = (side > 0 ? Qt::AlignLeft : side < 0 ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignVCenter;
    const bool chosen = static_cast<int>(i) == current;
    if (chosen && axes[i].tasks > 0) {
      p.setPen(QPen(t.color(ColorRole::Accent), 2));
      p.setBrush(t.color(ColorRole::Raised));
      p.drawEllipse(centre + way * radius * axes[i].share(), t.px(6), t.px(6));
    }
    p.setFont(t.font(FontRole::Bold));
    p.setPen(t.color(axes[i].tasks == 0 ? ColorRole::Text3 : chosen ? ColorRole::Accent : ColorRole::Text));
    p.drawText(QRectF(left, top, width, name), align, axes[i].name);
    p.setFont(t.font(FontRole::Hint));
    p.setPen(t.color(axes[i].tasks == 0 ? ColorRole::Text3 : ColorRole::Text2));
    p.drawText(QRectF(left, top + name, width, height - name), align,
               axes[i].tasks > 0 ? QStringLiteral("%1 · %2").arg(formatPercent(axes[i].share(), 0), valueOf(axes[i])) : valueOf(axes[i]));
  }
  p.restore();
}

void RadarChart::setContent(const std::vector<RadarAxis>& axes) {
  if (axes == m_axes) return;
  m_axes = axes;
  m_current = std::min(m_current, static_cast<int>(axes.size()) - 1);
  setTexts();
  update();
}

QSize RadarChart::sizeHint() const { return {theme().px(460), theme().px(290)}; }

void RadarChart::paintEvent(QPaintEvent*) {
  QPainter p(this);
  paint(p, rect(), m_axes, theme(), m_current);
}

void RadarChart::choose(int axis) {
  if (axis == m_current) return;
  m_current = axis;
  setTexts();
  update();
}

void RadarChart::keyPressEvent(QKeyEvent* event) {
  const int count = static_cast<int>(m_axes.size());
  const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1 : 0;
  if (step == 0 || count == 0) return QWidget::keyPressEvent(event);
  choose(m_current < 0 ? (step > 0 ? 0 : count - 1) : (m_current + step + count) % count);
}

void RadarChart::mouseMoveEvent(QMouseEvent* event) {
  const QPointF from = event->position() - QRectF(rect()).center();
  const double turn = std::atan2(from.x(), -from.y()) / (2 * std::numbers::pi);
  const int count = static_cast<int>(m_axes.size());
  if (count > 0) choose((static_cast<int>(std::lround(turn * count)) + count) % count);
}

void RadarChart::leaveEvent(QEvent*) { choose(-1); }
void RadarChart::focusOutEvent(QFocusEvent* event) {
  choose(-1);
  QWidget::focusOutEvent(event);
}

/// The chosen axis comes first: a screen reader says it again when it changes.
void RadarChart::setTexts() {
  setToolTip(tr("<b>Skills</b> Left, Right<br>The share of the tasks passed, among all tasks of the lessons that train the skill.<br>See what you know well and what to do next."));
  const QString all = spoken(m_axes);
  const bool chosen = m_current >= 0 && m_current < static_cast<int>(m_axes.size());
  setAccessibleName(chosen ? spoken({m_axes[static_cast<std::size_t>(m_current)]}) : tr("Skills"));
  setAccessibleDescription(all);
  QAccessibleEvent told(this, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&told);
}

void RadarChart::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QWidget::changeEvent(event);
}

} // namespace glassbox
