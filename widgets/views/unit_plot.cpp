#include "widgets/views/unit_plot.h"

#include "widgets/access/spoken_extremes.h"
#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kLeft = 36, kFoot = 32, kRight = 12;

} // namespace

UnitPlot::UnitPlot(QWidget* parent) : QWidget(parent) { connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, qOverload<>(&QWidget::update)); }

void UnitPlot::setContent(const UnitPlotContent& content) {
  m_content = content;
  setAccessibleName(content.title);
  update();
}

QString UnitPlot::summary() const {
  QStringList sentences;
  for (const UnitCurve& curve : m_content.curves) {
    QString text = (curve.name + u' ' + curve.value).trimmed();
    const auto extremes = extremesOf(static_cast<std::size_t>(curve.points.size()), [&](std::size_t i) { return curve.points[static_cast<qsizetype>(i)].y(); });
    if (extremes)
      text += semicolon() + spokenExtremes(*extremes, formatNumber, [&](std::size_t i) {
                return m_content.xName + u' ' + formatNumber(curve.points[static_cast<qsizetype>(i)].x());
              });
    sentences << text;
  }
  return sentences.isEmpty() ? QString() : (sentences.join(fullStop()) + fullStop()).trimmed();
}

QRect UnitPlot::plotRect() const {
  const Theme& t = theme();
  // Title and legend have a line each, so that nothing runs into the other.
  return rect().adjusted(t.px(kLeft), t.px(44), -t.px(kRight), -t.px(kFoot));
}

QSize UnitPlot::minimumSizeHint() const { return {theme().px(180), theme().px(160)}; }

QPointF UnitPlot::pixel(QPointF at) const {
  const QRect r = plotRect();
  return {r.left() + at.x() * r.width(), r.bottom() + 1 - at.y() * r.height()};
}

void UnitPlot::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  const QRect r = plotRect();
  p.setFont(t.font(FontRole::Bold));
  p.setPen(t.color(ColorRole::Text));
  p.drawText(QRect(0, 0, width(), t.px(20)), Qt::AlignVCenter | Qt::AlignLeft, m_content.title);
  int x = 0;
  for (const UnitCurve& curve : m_content.curves) {
    if (curve.value.isEmpty()) continue;
    const QRect line(x, t.px(20), width() - x, t.px(18));
    p.fillRect(QRect(x, line.center().y() - 1, t.px(12), 2), t.color(curve.color));
    p.setFont(t.font(FontRole::Hint));
    p.setPen(t.color(ColorRole::Text2));
    const QString words = curve.name + u' ' + curve.value;
    p.drawText(line.adjusted(t.px(16), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, words);
    x += t.px(28) + p.fontMetrics().horizontalAdvance(words);
  }
  p.setFont(t.font(FontRole::Tick));
  for (int i = 0; i <= 5; ++i) {
    const double u = i / 5.0;
    const QPointF across = pixel({0, u}), up = pixel({u, 0});
    p.setPen(t.color(ColorRole::Grid));
    p.drawLine(across, QPointF(r.right() + 1, across.y()));
    p.drawLine(up, QPointF(up.x(), r.top()));
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRectF(0, across.y() - t.px(8), r.left() - t.px(6), t.px(16)), Qt::AlignRight | Qt::AlignVCenter, formatShort(u));
    p.drawText(QRectF(up.x() - t.px(20), r.bottom() + t.px(4), t.px(40), t.px(14)), Qt::AlignHCenter | Qt::AlignTop, formatShort(u));
  }
  p.setPen(t.color(ColorRole::Ctrl));
  p.drawLine(r.left(), r.top(), r.left(), r.bottom() + 1);
  p.drawLine(r.left(), r.bottom() + 1, r.right() + 1, r.bottom() + 1);
  p.setPen(t.color(ColorRole::Text3));
  p.drawText(QRect(r.left(), height() - t.px(16), r.width(), t.px(16)), Qt::AlignRight | Qt::AlignVCenter, m_content.xName);

  p.setRenderHint(QPainter::Antialiasing);
  for (const UnitCurve& curve : m_content.curves) {
    QPolygonF line;
    for (const QPointF& at : curve.points) line << pixel(at);
    p.setPen(QPen(t.color(curve.color), 1.5));
    p.drawPolyline(line);
  }
  if (m_content.line) {
    p.setPen(QPen(t.color(ColorRole::Accent), 1, Qt::DashLine));
    p.drawLine(pixel({*m_content.line, 0}), pixel({*m_content.line, 1}));
  }
  if (m_content.point) {
    p.setPen(QPen(t.color(ColorRole::Canvas), 1));
    p.setBrush(t.color(ColorRole::Accent));
    p.drawEllipse(pixel(*m_content.point), t.px(4), t.px(4));
  }
}

void UnitPlot::mousePressEvent(QMouseEvent* event) {
  const QRect r = plotRect();
  if (event->button() != Qt::LeftButton || r.width() <= 0 || r.height() <= 0) return;
  emit placeChosen(std::clamp((event->position().x() - r.left()) / r.width(), 0.0, 1.0), std::clamp((r.bottom() + 1 - event->position().y()) / r.height(), 0.0, 1.0));
}

void UnitPlot::mouseMoveEvent(QMouseEvent* event) {
  const QRect r = plotRect();
  if (!(event->buttons() & Qt::LeftButton) || r.width() <= 0 || r.height() <= 0) return;
  emit placeChosen(std::clamp((event->position().x() - r.left()) / r.width(), 0.0, 1.0), std::clamp((r.bottom() + 1 - event->position().y()) / r.height(), 0.0, 1.0));
}

} // namespace glassbox
