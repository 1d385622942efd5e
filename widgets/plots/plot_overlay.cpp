#include "widgets/plots/plot_overlay.h"

#include "widgets/common/theme_manager.h"

#include <QPainter>

#include <cmath>

namespace glassbox {

PlotOverlay::PlotOverlay(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
}

void PlotOverlay::setContent(OverlayContent content) {
  m_content = std::move(content);
  update();
}

void PlotOverlay::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  const QRect area = m_content.plot;
  if (m_content.fadeFrom) {
    QRectF later(area);
    later.setLeft(*m_content.fadeFrom + 1);
    p.fillRect(later, t.color(ColorRole::Canvas, 0.7));  // leaves .3 of the curve
  }
  if (m_content.measured) p.fillRect(m_content.measured->intersected(QRectF(area)), t.color(ColorRole::Accent, 0.12));
  const auto upright = [&](double x, ColorRole role, int width) {
    p.fillRect(QRectF(std::floor(x), area.top(), width, area.height()), t.color(role));
  };
  if (m_content.pin) {
    upright(*m_content.pin, ColorRole::Accent, 1);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(t.color(ColorRole::Accent));
    const qreal half = t.px(4), x = std::floor(*m_content.pin) + 0.5;
    p.drawPolygon(QPolygonF({{x - half, area.bottom() + 1.0}, {x + half, area.bottom() + 1.0}, {x, area.bottom() - half}}));
  }
  if (m_content.line) upright(*m_content.line, ColorRole::Text, 1);
  p.setRenderHint(QPainter::Antialiasing);
  const qreal radius = 3.5 * t.scale();
  for (const OverlayContent::Dot& dot : m_content.dots) {
    p.setPen(QPen(t.color(ColorRole::Canvas), 1));
    p.setBrush(dot.color);
    p.drawEllipse(dot.at, radius, radius);
  }
}

} // namespace glassbox
