#include "widgets/views/confusion_margins.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/heat_map.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kRecall = 60, kGap = 8;
constexpr int kBar = 8, kBarWidth = 160;

QString shareText(std::optional<double> share) { return share ? formatPercent(*share) : QStringLiteral("–"); }

} // namespace

ConfusionMargins::ConfusionMargins(const HeatMap* map, QWidget* parent) : QWidget(parent), m_map(map) {
  setProperty("overlay", true); // writes around the map, which lies over it
}

void ConfusionMargins::setContent(const Content& content) {
  m_content = content;
  update();
}

int ConfusionMargins::rightMargin() {
  const QFontMetrics metrics(theme().font(FontRole::Hint));
  int words = theme().px(kRecall);
  for (const QString& text : {tr("recall"), tr("precision"), tr("precision, %")}) words = std::max(words, metrics.horizontalAdvance(text) + theme().px(4));
  return theme().px(kGap) + words;
}

int ConfusionMargins::bottomMargin() {
  const Theme& t = theme();
  return t.px(kGap) + t.lineHeight(FontRole::Hint) + t.px(16 + kBar + 3) + t.lineHeight(FontRole::Tick);
}

void ConfusionMargins::paintEvent(QPaintEvent*) {
  const int classes = static_cast<int>(m_content.recall.size());
  if (classes == 0) return;
  const Theme& t = theme();
  QPainter p(this);
  const int hint = t.lineHeight(FontRole::Hint), tick = t.lineHeight(FontRole::Tick);
  const QPoint shift = m_map->viewport()->mapTo(parentWidget(), QPoint(0, 0)) - pos();
  const auto cell = [&](int row, int column) { return m_map->cellRect(row, column).translated(shift); };
  const QRect first = cell(0, 0), last = cell(classes - 1, classes - 1);
  const QRect frame(m_map->geometry().translated(-pos()));

  p.setFont(t.font(FontRole::Hint));
  const QFontMetrics metrics(p.font());
  const int right = std::min(last.right(), frame.right()) + t.px(kGap);
  p.setPen(t.color(ColorRole::Text3));
  p.drawText(QRect(right, first.top() - hint - t.px(3), rightMargin(), hint), Qt::AlignLeft | Qt::AlignVCenter, tr("recall"));
  const int eachRow = std::max(1, (hint + first.height() - 1) / std::max(1, first.height()));
  p.setPen(t.color(ColorRole::Text));
  for (int k = 0; k < classes; k += eachRow) {
    const QRect c = cell(k, classes - 1);
    if (c.center().y() > frame.bottom() || c.center().y() < first.top()) continue;
    p.drawText(QRect(right, c.center().y() - hint / 2, rightMargin() - t.px(4), hint), Qt::AlignLeft | Qt::AlignVCenter,
               shareText(m_content.recall[static_cast<std::size_t>(k)]));
  }

  const int below = std::min(last.bottom(), frame.bottom()) + t.px(kGap);
  // Narrow cells have no room for a decimal, and very narrow ones only for each n-th number.
  const int decimals = metrics.horizontalAdvance(QStringLiteral("100.0 %")) + 4 <= first.width() ? 1 : 0;
  // Where the signs have no room beside each other, one sign at the end says it for the row.
  const bool signs = metrics.horizontalAdvance(QStringLiteral("100 %")) + 4 <= first.width();
  const int wide = metrics.horizontalAdvance(decimals ? QStringLiteral("100.0 %") : signs ? QStringLiteral("100 %") : QStringLiteral("100")) + 2;
  const int eachColumn = std::max(1, (wide + first.width()) / std::max(1, first.width() + 1));
  for (int k = 0; k < classes; k += eachColumn) {
    const QRect c = cell(0, k);
    const auto share = m_content.precision[static_cast<std::size_t>(k)];
    p.drawText(QRect(c.center().x() - 40, below, 81, hint), Qt::AlignHCenter | Qt::AlignVCenter,
               !share ? QStringLiteral("–") : signs ? formatPercent(*share, decimals) : formatFixed(100 * *share, 0));
  }
  p.setPen(t.color(ColorRole::Text3));
  p.drawText(QRect(right, below, rightMargin(), hint), Qt::AlignLeft | Qt::AlignVCenter, signs ? tr("precision") : tr("precision, %"));

  const QRect bar(first.left(), below + hint + t.px(16), std::min(t.px(kBarWidth), std::max(t.px(80), last.right() - first.left())),
                  t.px(kBar));
  for (int x = 0; x < bar.width(); ++x)
    p.fillRect(QRect(bar.left() + x, bar.top(), 1, bar.height()),
               QColor::fromRgb(t.sequential(std::pow(x / std::max(1.0, bar.width() - 1.0), 0.8))));
  p.setFont(t.font(FontRole::Tick));
  const QRect under(bar.left(), bar.bottom() + t.px(3), bar.width(), tick);
  p.drawText(under, Qt::AlignLeft | Qt::AlignTop, QStringLiteral("0"));
  p.drawText(under, Qt::AlignRight | Qt::AlignTop, formatInteger(std::llround(m_content.largest)));
  p.setFont(t.font(FontRole::Hint));
  p.drawText(QRect(bar.right() + t.px(12), bar.center().y() - hint / 2, width(), hint), Qt::AlignLeft | Qt::AlignVCenter,
             tr("samples in a cell"));
}

} // namespace glassbox
