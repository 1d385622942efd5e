#include "widgets/runs/sweep_legend.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/runs/sweep_map.h"

#include <QPainter>

namespace glassbox {
namespace {

constexpr int kBarWide = 120, kBarHigh = 8, kGap = 8;

} // namespace

SweepLegend::SweepLegend(const SweepMap* map, QWidget* parent) : QWidget(parent), m_map(map) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    update();
  });
}

QStringList SweepLegend::ends() const {
  const auto [low, high] = m_map->range();
  if (low > high) return {};
  if (m_map->hasAccuracy()) return {formatPercent(low), formatPercent(high)};
  return {formatNumber(low), formatNumber(high)};
}

QString SweepLegend::words() const { return m_map->hasAccuracy() ? tr("mean validation accuracy") : tr("mean validation loss"); }

QSize SweepLegend::sizeHint() const { return {theme().px(320), theme().px(20)}; }

void SweepLegend::paintEvent(QPaintEvent*) {
  const QStringList written = ends();
  if (written.isEmpty()) return;
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const QString seeds = tr("each seed");
  p.setFont(t.font(FontRole::Hint));
  const QFontMetrics metrics(p.font());
  const int gap = t.px(kGap), wide = t.px(kBarWide), ring = t.px(6);
  const int all = metrics.horizontalAdvance(written[0]) + metrics.horizontalAdvance(written[1]) + metrics.horizontalAdvance(words()) + metrics.horizontalAdvance(seeds) + wide + ring + 6 * gap;
  int x = std::max(0, (width() - all) / 2);
  const auto write = [&](const QString& text) {
    p.setPen(t.color(ColorRole::Text2));
    p.drawText(QRect(x, 0, metrics.horizontalAdvance(text) + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    x += metrics.horizontalAdvance(text) + gap;
  };
  write(written[0]);
  const int top = (height() - t.px(kBarHigh)) / 2;
  for (int i = 0; i < wide; ++i) {
    const double share = i / std::max(1.0, wide - 1.0);
    p.fillRect(QRect(x + i, top, 1, t.px(kBarHigh)), QColor(t.sequential(m_map->hasAccuracy() ? share : 1 - share)));
  }
  x += wide + gap;
  write(written[1]);
  write(words());
  x += gap;
  p.setPen(QPen(t.color(ColorRole::Text2), 1));
  p.setBrush(Qt::NoBrush);
  p.drawEllipse(QRectF(x, (height() - ring) / 2.0, ring, ring));
  x += ring + gap;
  write(seeds);
}

} // namespace glassbox
