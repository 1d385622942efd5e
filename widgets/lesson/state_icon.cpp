#include "widgets/lesson/state_icon.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"

#include <QPainter>
#include <QPainterPath>

namespace glassbox {
namespace {

constexpr int kDrawing = 300; // milliseconds

} // namespace

StateIcon::StateIcon(int size, QWidget* parent) : QWidget(parent), m_size(size) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_drawing.setStartValue(0.0);
  m_drawing.setEndValue(1.0);
  connect(&m_drawing, &QVariantAnimation::valueChanged, this, [this] { update(); });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &QWidget::updateGeometry);
}

void StateIcon::setStage(TaskStage stage) {
  if (stage == m_stage) return;
  m_stage = stage;
  m_drawing.stop();
  const int duration = ThemeManager::ofApplication().milliseconds(kDrawing);
  if (stage == TaskStage::Done && duration > 0 && isVisible()) {
    m_drawing.setDuration(duration);
    m_drawing.start();
  }
  update();
}

QSize StateIcon::sizeHint() const { return {theme().px(m_size), theme().px(m_size)}; }

void StateIcon::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const qreal unit = width() / 20.0; // drawn on a grid of 20
  p.scale(unit, unit);
  const qreal stroke = 1.5 * t.scale() / unit;
  const QPointF center(10, 10);
  switch (m_stage) {
  case TaskStage::Locked:
    p.resetTransform();
    paintIcon(p, rect(), QStringLiteral("lock"), t.color(ColorRole::Text3));
    break;
  case TaskStage::Open:
    p.setPen(QPen(t.color(ColorRole::Ctrl), stroke));
    p.drawEllipse(center, 7, 7);
    break;
  case TaskStage::Active:
    p.setPen(QPen(t.color(ColorRole::Accent), stroke));
    p.drawEllipse(center, 7, 7);
    p.setPen(Qt::NoPen);
    p.setBrush(t.color(ColorRole::Accent));
    p.drawPie(QRectF(3, 3, 14, 14), 90 * 16, 180 * 16);
    break;
  case TaskStage::Done: {
    const double shown = m_drawing.state() == QAbstractAnimation::Running ? m_drawing.currentValue().toDouble() : 1;
    QPainterPath check(QPointF(3.5, 10.5));
    check.lineTo(8, 15);
    check.lineTo(16.5, 5.5);
    QPen pen(t.color(ColorRole::Ok), stroke * 1.2, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    const qreal length = check.length() / pen.widthF();
    pen.setDashPattern({length * shown + 0.001, length * 2});
    if (shown >= 1) pen = QPen(t.color(ColorRole::Ok), stroke * 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.drawPath(check);
    break;
  }
  case TaskStage::Skipped:
    p.setPen(QPen(t.color(ColorRole::Text3), stroke, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(5, 10), QPointF(15, 10));
    break;
  }
}

} // namespace glassbox
