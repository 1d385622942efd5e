// Painting of class HeatMap; what it does with its data and the user is in heat_map.cpp.
#include "widgets/common/style_paint.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/heat_map.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace glassbox {

void HeatMap::paintEvent(QPaintEvent*) {
  QPainter p(viewport());
  if (m_content.rows == 0 || m_content.columns == 0) return;
  p.save();
  p.setClipRect(cellArea());
  paintCells(p);
  p.restore();
  paintHeads(p);
  if (m_content.showBar) paintBar(p);
}

void HeatMap::paintCells(QPainter& p) const {
  const Theme& t = theme();
  const QSize step = stepPixels();
  const QRect area = cellArea();
  const int firstRow = verticalScrollBar()->value() / step.height(), firstColumn = horizontalScrollBar()->value() / step.width();
  const int lastRow = std::min(m_content.rows - 1, (verticalScrollBar()->value() + area.height()) / step.height());
  const int lastColumn = std::min(m_content.columns - 1, (horizontalScrollBar()->value() + area.width()) / step.width());
  if (step.width() > kGapAbove) {
    p.setFont(cellFont());
    for (int row = firstRow; row <= lastRow; ++row)
      for (int column = firstColumn; column <= lastColumn; ++column) paintCell(p, row, column);
  } else {
    const QRect source(firstColumn, firstRow, lastColumn - firstColumn + 1, lastRow - firstRow + 1);
    const QRect target = cellRect(firstRow, firstColumn).united(cellRect(lastRow, lastColumn));
    p.drawImage(target, m_image, source); // without smoothing: a cell is a cell
  }
  for (const auto& [cell, role] : {std::pair(m_selected, ColorRole::Text), std::pair(m_hovered, ColorRole::Accent)})
    if (cell.row >= 0 && cell.row < m_content.rows && cell.column < m_content.columns) {
      const QRect r = cellRect(cell.row, cell.column);
      style::box(p, r.adjusted(-1, -1, 1, 1), 0, {}, t.color(role), 2);
    }
}

void HeatMap::paintCell(QPainter& p, int row, int column) const {
  const Theme& t = theme();
  const QRect r = cellRect(row, column);
  if (isMasked(row, column)) {
    QPen pen(t.color(ColorRole::Line), 1, Qt::DashLine);
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.drawRect(r.adjusted(0, 0, -1, -1));
    return;
  }
  const bool finite = std::isfinite(valueAt(row, column));
  const QColor fill = finite ? QColor::fromRgb(cellColor(row, column)) : t.color(ColorRole::ErrBg);
  p.fillRect(r, fill);
  if (!showsNumbers()) return;
  p.setPen(finite ? Theme::inkOn(fill) : t.color(ColorRole::Err));
  const QString text = cellText(row, column);
  // A number that does not fit whole is not written: half a number is a wrong number. The tooltip has it.
  if (p.fontMetrics().horizontalAdvance(text) <= r.width() - 2) p.drawText(r, Qt::AlignCenter | Qt::TextSingleLine, text);
}

void HeatMap::paintHeads(QPainter& p) const {
  const Theme& t = theme();
  const QRect area = cellArea();
  const QSize step = stepPixels();
  const int line = t.lineHeight(FontRole::Hint);
  p.setFont(t.font(FontRole::Hint));
  p.setPen(t.color(ColorRole::Text3));
  const QFontMetrics metrics(p.font());
  const int shownWidth = std::min(area.width(), step.width() * m_content.columns),
            shownHeight = std::min(area.height(), step.height() * m_content.rows);
  // Centred on the cells; a title longer than they are begins at their edge and runs on.
  const int columnRoom = std::max(shownWidth, std::min(metrics.horizontalAdvance(m_content.columnTitle) + 2, area.width()));
  const int rowRoom = std::max(shownHeight, std::min(metrics.horizontalAdvance(m_content.rowTitle) + 2, viewport()->height() - area.top()));
  if (!m_content.columnTitle.isEmpty())
    p.drawText(QRect(area.left(), 0, columnRoom, line), Qt::AlignCenter,
               metrics.elidedText(m_content.columnTitle, Qt::ElideRight, columnRoom));
  if (!m_content.rowTitle.isEmpty()) {
    p.save();
    p.translate(0, area.top() + rowRoom);
    p.rotate(-90);
    p.drawText(QRect(0, 0, rowRoom, line), Qt::AlignCenter, metrics.elidedText(m_content.rowTitle, Qt::ElideRight, rowRoom));
    p.restore();
  }
  // Heads of cells that are smaller than the text: each n-th.
  int widest = 1;
  for (const QString& head : m_content.columnHeads) widest = std::max(widest, metrics.horizontalAdvance(head) + t.px(4));
  const int eachColumn = std::max(1, (widest + step.width() - 1) / step.width()),
            eachRow = std::max(1, (line + step.height() - 1) / step.height());
  p.save();
  p.setClipRect(QRect(0, 0, viewport()->width(), area.top())); // a head may be wider than its cell
  for (int column = 0; column < std::min(m_content.columns, static_cast<int>(m_content.columnHeads.size())); column += eachColumn) {
    const QRect cell = cellRect(0, column);
    if (!area.intersects(QRect(cell.left(), area.top(), cell.width(), 1))) continue;
    p.drawText(QRect(cell.left() - widest, area.top() - line - t.px(3), cell.width() + 2 * widest, line),
               Qt::AlignHCenter | Qt::AlignVCenter, m_content.columnHeads.at(column));
  }
  p.restore();
  p.save();
  p.setClipRect(QRect(0, area.top(), area.left(), area.height()));
  for (int row = 0; row < std::min(m_content.rows, static_cast<int>(m_content.rowHeads.size())); row += eachRow) {
    const QRect cell = cellRect(row, 0);
    p.drawText(QRect(0, cell.center().y() - line / 2, area.left() - t.px(8), line), Qt::AlignRight | Qt::AlignVCenter,
               m_content.rowHeads.at(row));
  }
  p.restore();
}

void HeatMap::paintBar(QPainter& p) const {
  const Theme& t = theme();
  const QRect area = cellArea();
  const int shown = std::min(area.height(), stepPixels().height() * m_content.rows);
  const int top = std::min(area.top() + shown + t.px(12), viewport()->height() - barHeight() + t.px(12));
  const bool signedRamp = m_content.ramp == HeatRamp::Diverging;
  const auto end = [this](double v) {
    return m_content.format == CellFormat::Percent   ? formatPercent(v, 0)
           : m_content.format == CellFormat::Integer ? formatInteger(std::llround(v))
                                                     : formatNumber(v);
  };
  const QString low = end(signedRamp ? -m_scale : 0),
                high = signedRamp && m_content.format == CellFormat::Number ? formatSigned(m_scale) : end(m_scale);
  const QFontMetrics ticks(t.font(FontRole::Tick));
  const int forTexts = 2 * std::max(ticks.horizontalAdvance(low), ticks.horizontalAdvance(high)) + t.px(signedRamp ? 24 : 8);
  const int width = std::max(forTexts, std::min(stepPixels().width() * m_content.columns, t.px(kBarWidth)));
  const QRect bar(area.left(), top, std::min(width, viewport()->width() - area.left()), t.px(kBarThick));
  for (int x = 0; x < bar.width(); ++x) {
    const double share = x / std::max(1.0, bar.width() - 1.0);
    const double shade = m_content.ramp == HeatRamp::Probability ? std::pow(share, 0.8) : share;
    const QRgb color = signedRamp ? t.diverging((2 * share - 1) * m_content.wash) : t.sequential(shade * m_content.wash);
    p.fillRect(QRect(bar.left() + x, bar.top(), 1, bar.height()), QColor::fromRgb(color));
  }
  p.setFont(t.font(FontRole::Tick));
  p.setPen(t.color(ColorRole::Text3));
  const QRect below(bar.left(), bar.bottom() + t.px(4), bar.width(), t.lineHeight(FontRole::Tick));
  p.drawText(below, Qt::AlignLeft | Qt::AlignTop, low);
  if (signedRamp) p.drawText(below, Qt::AlignHCenter | Qt::AlignTop, QStringLiteral("0"));
  p.drawText(below, Qt::AlignRight | Qt::AlignTop, high);
  if (m_content.remark.isEmpty()) return;
  p.setFont(t.font(FontRole::Hint));
  const QRect line(area.left(), below.bottom() + 1, viewport()->width() - area.left(), t.lineHeight(FontRole::Hint));
  p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(p.font()).elidedText(m_content.remark, Qt::ElideRight, line.width()));
}

} // namespace glassbox
