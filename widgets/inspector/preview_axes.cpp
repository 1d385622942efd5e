#include "widgets/inspector/preview_axes.h"

#include "widgets/common/theme_manager.h"
#include "widgets/plots/plot_axis.h"

#include <QPainter>

#include <cmath>

namespace glassbox {

QRectF previewPlotArea(QSizeF size) {
  const Theme& t = theme();
  return QRectF({0, 0}, size).adjusted(t.px(26), t.px(6), -t.px(6), -t.px(18));
}

void drawPreviewAxes(QPainter& p, const QRectF& all, const QRectF& plot, double xLow, double xHigh, double yLow, double yHigh) {
  const Theme& t = theme();
  p.fillRect(all, t.color(ColorRole::Canvas));
  p.setFont(t.font(FontRole::Tick));
  p.setRenderHint(QPainter::Antialiasing, false);
  const int line = t.lineHeight(FontRole::Tick);
  for (const AxisTick& tick : linearTicks(xLow, xHigh, ValueFormat::Number, 5)) {
    const double x = std::round(plot.left() + (tick.value - xLow) / (xHigh - xLow) * plot.width());
    p.fillRect(QRectF(x, plot.top(), 1, plot.height()), t.color(ColorRole::Grid));
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRectF(x - 30, plot.bottom() + t.px(2), 60, line), Qt::AlignCenter, tick.label);
  }
  for (const AxisTick& tick : linearTicks(yLow, yHigh, ValueFormat::Number, 5)) {
    const double y = std::round(plot.bottom() - (tick.value - yLow) / (yHigh - yLow) * plot.height());
    p.fillRect(QRectF(plot.left(), y, plot.width(), 1), t.color(ColorRole::Grid));
    p.setPen(t.color(ColorRole::Text3));
    p.drawText(QRectF(0, y - line / 2.0, plot.left() - t.px(4), line), Qt::AlignRight | Qt::AlignVCenter, tick.label);
  }
  p.fillRect(QRectF(plot.left(), plot.top(), 1, plot.height()), t.color(ColorRole::Ctrl));
  p.fillRect(QRectF(plot.left(), plot.bottom(), plot.width() + 1, 1), t.color(ColorRole::Ctrl));
  p.setRenderHint(QPainter::Antialiasing, true);
}

} // namespace glassbox
