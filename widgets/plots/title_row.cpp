#include "widgets/plots/title_row.h"

#include "widgets/common/theme_manager.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRect>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kSign = 10;

// A value keeps at least the room of "0.0000", so that its neighbours stand still while it changes.
qreal valueWidth(const QString& value) {
  QFont small = theme().font(FontRole::Bold);
  small.setPixelSize(theme().px(11));
  const QFontMetricsF metrics(small);
  return std::max(metrics.horizontalAdvance(value), metrics.horizontalAdvance(QStringLiteral("0.0000")));
}

QFont boldHint() {
  QFont font = theme().font(FontRole::Bold);
  font.setPixelSize(theme().px(11));
  return font;
}

qreal entryWidth(const LegendEntry& entry, bool withSuffix) {
  const Theme& t = theme();
  const QFontMetricsF hint(t.font(FontRole::Hint));
  qreal width = t.px(kSign + 4) + hint.horizontalAdvance(entry.name);
  if (!entry.value.isEmpty()) width += t.px(4) + valueWidth(entry.value);
  if (withSuffix && !entry.suffix.isEmpty()) width += t.px(4) + hint.horizontalAdvance(entry.suffix);
  return width;
}

void paintSign(QPainter& p, QPointF center, const LegendEntry& entry) {
  const Theme& t = theme();
  const qreal scale = t.scale();
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  switch (entry.sign) {
  case LegendSign::Disc:
    p.setPen(Qt::NoPen);
    p.setBrush(entry.color);
    p.drawEllipse(center, 4 * scale, 4 * scale);
    break;
  case LegendSign::Circle:
    p.setPen(QPen(entry.color, 1.2 * scale));
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(center, 3.5 * scale, 3.5 * scale);
    break;
  case LegendSign::Swatch:
    p.setPen(Qt::NoPen);
    p.setBrush(entry.color);
    p.drawRoundedRect(QRectF(center.x() - 5 * scale, center.y() - 5 * scale, 10 * scale, 10 * scale), 2 * scale, 2 * scale);
    break;
  }
  p.restore();
}

} // namespace

int titleRowHeight() { return theme().px(24); }

void paintTitleRow(QPainter& p, const QRect& rect, const TitleRow& row) {
  const Theme& t = theme();
  const QFont bold = t.font(FontRole::Bold), hint = t.font(FontRole::Hint), strong = boldHint();
  const QFontMetricsF boldMetrics(bold), hintMetrics(hint), strongMetrics(strong);
  qreal x = rect.left();
  const auto write = [&](const QString& text, const QFont& font, ColorRole role, qreal width) {
    p.setFont(font);
    p.setPen(t.color(role));
    p.drawText(QRectF(x, rect.top(), width + 1, rect.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    x += width;
  };

  const QString title = boldMetrics.elidedText(row.title, Qt::ElideRight, rect.width());
  write(title, bold, ColorRole::Text, boldMetrics.horizontalAdvance(title));
  if (!row.place.isEmpty()) {
    x += t.px(12);
    const qreal width = strongMetrics.horizontalAdvance(row.place);
    if (x + width <= rect.right()) write(row.place, strong, ColorRole::Text, width);
  }
  // A value says more than "smoothed": where not all has room, the words behind the values go first, then some air.
  const auto entriesWidth = [&](bool withSuffix, int gap) {
    qreal width = 0;
    for (const LegendEntry& entry : row.entries) width += gap + entryWidth(entry, withSuffix);
    return width;
  };
  const qreal room = rect.right() - x;
  const bool suffixes = entriesWidth(true, t.px(12)) <= room;
  const int gap = suffixes || entriesWidth(false, t.px(12)) <= room ? t.px(12) : t.px(6);
  const qreal dots = hintMetrics.horizontalAdvance(u'…');
  for (const LegendEntry& entry : row.entries) {
    const qreal width = entryWidth(entry, suffixes);
    const bool last = &entry == &row.entries.back();
    if (x + gap + width + (last ? 0 : t.px(8) + dots) > rect.right()) {
      x += t.px(8);
      if (x + dots <= rect.right()) write(QStringLiteral("…"), hint, ColorRole::Text3, dots);
      return;
    }
    x += gap;
    paintSign(p, QPointF(x + t.px(kSign) / 2.0, rect.top() + rect.height() / 2.0 + 0.5), entry);
    x += t.px(kSign + 4);
    write(entry.name, hint, ColorRole::Text2, hintMetrics.horizontalAdvance(entry.name));
    if (!entry.value.isEmpty()) {
      x += t.px(4);
      write(entry.value, strong, ColorRole::Text, valueWidth(entry.value));
    }
    if (suffixes && !entry.suffix.isEmpty()) {
      x += t.px(4);
      write(entry.suffix, hint, ColorRole::Text2, hintMetrics.horizontalAdvance(entry.suffix));
    }
  }
  x += t.px(12);
  const qreal width = hintMetrics.horizontalAdvance(row.remark);
  if (x + width <= rect.right()) write(row.remark, hint, ColorRole::Text3, width);
}

} // namespace glassbox
