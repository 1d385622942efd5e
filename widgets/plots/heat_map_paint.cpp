// Painting of class HeatMap; what it does with its data and the user is in heat_map.cpp.
#include "widgets/common/style_paint.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/heat_map.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kFrame = 2; // px

// Where there is no room for all heads, each second, fifth, tenth ... is written.
int roundEach(int each) {
  for (int power = 1;; power *= 10)
    for (const int digit : {1, 2, 5})
      if (digit * power >= each) return digit * power;
}

} // namespace

void HeatMap::paintEvent(QPaintEvent*) {
  QPainter p(viewport());
  if (m_content.rows == 0 || m_content.columns == 0) return;
  p.save();
  paintCells(p);
  p.restore();
  paintHeads(p);
  if (m_content.showBar) paintBar(p);
}

void HeatMap::paintCells(QPainter& p) const {
  const QRect cells = seenCells();
  p.setClipRect(cellArea());
  if (stepPixels().width() > kGapAbove) {
    for (int row = cells.top(); row <= cells.bottom(); ++row)
      for (int column = cells.left(); column <= cells.right(); ++column) paintCell(p, row, column);
  } else {
    paintImage(p, cells);
  }
  if (m_content.source && stepPixels().width() >= 4)
    for (int row = cells.top(); row <= cells.bottom(); ++row)
      for (int column = cells.left(); column <= cells.right(); ++column) paintChange(p, row, column);
  p.setClipRect(cellArea().adjusted(-kFrame, -kFrame, kFrame, kFrame)); // frames of the cells at the edge
  paintMarks(p, cells);
  paintFrame(p, m_selected, ColorRole::Text);
  paintFrame(p, m_hovered, ColorRole::Accent);
  if (m_byKeyboard && m_hovered.row < 0) paintFrame(p, cursor(), ColorRole::Focus);
}

QRgb HeatMap::pixelColor(int row, int column) const {
  const Theme& t = theme();
  switch (kindOf(row, column)) {
  case CellKind::Gap:
    return 0;
  case CellKind::Masked:
    return t.color(ColorRole::Canvas).rgb();
  case CellKind::Hidden:
    return t.color(ColorRole::Hover).rgb();
  case CellKind::Number:
    break;
  }
  return std::isfinite(valueAt(row, column)) ? cellColor(row, column) : t.color(ColorRole::Err).rgb();
}

void HeatMap::paintImage(QPainter& p, const QRect& cells) const {
  if (cells != m_imageCells) {
    m_image = QImage(cells.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < cells.height(); ++y) {
      auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(y));
      for (int x = 0; x < cells.width(); ++x) line[x] = pixelColor(cells.top() + y, cells.left() + x);
    }
    m_imageCells = cells;
  }
  // without smoothing: a cell is a cell
  p.drawImage(cellRect(cells.top(), cells.left()).united(cellRect(cells.bottom(), cells.right())), m_image);
}

void HeatMap::paintCell(QPainter& p, int row, int column) const {
  const Theme& t = theme();
  const QRect r = cellRect(row, column);
  const CellKind kind = kindOf(row, column);
  if (kind == CellKind::Gap) return;
  if (kind == CellKind::Masked) {
    QPen pen(t.color(ColorRole::Line), 1, Qt::DashLine);
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.drawRect(r.adjusted(0, 0, -1, -1));
    return;
  }
  const bool hidden = kind == CellKind::Hidden, finite = hidden || std::isfinite(valueAt(row, column));
  const QColor fill = hidden ? t.color(ColorRole::Hover) : finite ? QColor::fromRgb(cellColor(row, column)) : t.color(ColorRole::ErrBg);
  p.fillRect(r, fill);
  if (!showsNumbers()) return;
  p.setFont(cellFont());
  p.setPen(hidden ? t.color(ColorRole::Text2) : finite ? Theme::inkOn(fill) : t.color(ColorRole::Err));
  const QString text = cellText(row, column);
  // A number that does not fit whole is not written: half a number is a wrong number. The tooltip has it.
  if (p.fontMetrics().horizontalAdvance(text) <= r.width() - 2) p.drawText(r, Qt::AlignCenter | Qt::TextSingleLine, text);
}

// A triangle that points where the number went, in the corner of a cell with a number; a dot in a small one.
void HeatMap::paintChange(QPainter& p, int row, int column) const {
  if (kindOf(row, column) != CellKind::Number) return;
  const std::optional<double> before = beforeOf(row, column);
  if (!before) return;
  const QRect r = cellRect(row, column);
  const QColor ink = Theme::inkOn(QColor::fromRgb(pixelColor(row, column)));
  if (!showsNumbers()) {
    const int side = std::max(2, r.width() / 3);
    p.fillRect(QRect(r.left() + (r.width() - side) / 2, r.top() + (r.height() - side) / 2, side, side), ink);
    return;
  }
  const double right = r.right() - 1, top = r.top() + 2, wide = theme().px(7), high = theme().px(4);
  const bool up = !(valueAt(row, column) < *before);
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  p.setBrush(ink);
  const double base = up ? top + high : top, peak = up ? top : top + high;
  p.drawPolygon(QPolygonF({QPointF(right - wide, base), QPointF(right, base), QPointF(right - wide / 2, peak)}));
  p.restore();
}

void HeatMap::paintMarks(QPainter& p, const QRect& cells) const {
  const auto isMarked = [this](const HeatMapMark& mark, int down, int right) {
    const std::pair at(mark.row + down, mark.column + right);
    auto it = std::lower_bound(m_marks.begin(), m_marks.end(), at,
                               [](const HeatMapMark& m, const auto& place) { return std::pair(m.row, m.column) < place; });
    for (; it != m_marks.end() && std::pair(it->row, it->column) == at; ++it)
      if (it->color == mark.color) return true;
    return false;
  };
  const QSize step = stepPixels();
  auto mark = std::lower_bound(m_marks.begin(), m_marks.end(), cells.top(), [](const HeatMapMark& m, int row) { return m.row < row; });
  for (; mark != m_marks.end() && mark->row <= cells.bottom(); ++mark) {
    if (mark->column < cells.left() || mark->column > cells.right() || mark->row >= m_content.rows) continue;
    const QColor color = theme().color(mark->color);
    QRect r = cellRect(mark->row, mark->column);
    if (!showsNumbers()) r = QRect(r.topLeft(), step).adjusted(-kFrame, -kFrame, kFrame, kFrame); // around the cell: it would be covered
    // A cell with a number has a frame of its own, cells without share one around them all.
    if (showsNumbers() || !isMarked(*mark, -1, 0)) p.fillRect(QRect(r.left(), r.top(), r.width(), kFrame), color);
    if (showsNumbers() || !isMarked(*mark, 1, 0)) p.fillRect(QRect(r.left(), r.bottom() + 1 - kFrame, r.width(), kFrame), color);
    if (showsNumbers() || !isMarked(*mark, 0, -1)) p.fillRect(QRect(r.left(), r.top(), kFrame, r.height()), color);
    if (showsNumbers() || !isMarked(*mark, 0, 1)) p.fillRect(QRect(r.right() + 1 - kFrame, r.top(), kFrame, r.height()), color);
  }
}

void HeatMap::paintFrame(QPainter& p, Cell cell, ColorRole role) const {
  if (cell.row < 0 || cell.row >= m_content.rows || cell.column >= m_content.columns) return;
  style::box(p, cellRect(cell.row, cell.column).adjusted(-1, -1, 1, 1), 0, {}, theme().color(role), 2);
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
  if (hasColumnHeads()) paintColumnHeads(p);
  if (hasRowHeads()) paintRowHeads(p);
}

// Heads of cells that are smaller than the text: each n-th.
void HeatMap::paintColumnHeads(QPainter& p) const {
  const Theme& t = theme();
  const QRect area = cellArea(), cells = seenCells();
  const int line = t.lineHeight(FontRole::Hint), widest = widestHead(Qt::Horizontal) + t.px(4), step = stepPixels().width();
  p.save();
  p.setClipRect(QRect(0, 0, viewport()->width(), area.top())); // a head may be wider than its cell
  for (int column = cells.left(); column <= cells.right();) {
    const HeatMapHead head = columnHead(column);
    column = std::max(column + 1, head.first + head.count);
    const int room = (head.count > 1 ? head.count + 1 : 1) * step; // between several lines under one head stands a gap
    const int each = (widest + room - 1) / room;
    if (head.text.isEmpty() || head.ordinal % std::max(1, m_content.source ? roundEach(each) : each) != 0) continue;
    QRect over = cellRect(0, head.first).united(cellRect(0, head.first + head.count - 1));
    if (head.count > 1) over = QRect(QPoint(std::max(over.left(), area.left()), 0), QPoint(std::min(over.right(), area.right()), 0));
    const int half = (p.fontMetrics().horizontalAdvance(head.text) + 1) / 2;
    if (m_content.source && (over.center().x() - half < 0 || over.center().x() + half > viewport()->width())) continue; // not half a number
    p.drawText(QRect(over.left() - widest, area.top() - line - t.px(3), over.width() + 2 * widest, line),
               Qt::AlignHCenter | Qt::AlignVCenter, head.text);
  }
  p.restore();
}

void HeatMap::paintRowHeads(QPainter& p) const {
  const Theme& t = theme();
  const QRect area = cellArea(), cells = seenCells();
  const int line = t.lineHeight(FontRole::Hint), step = stepPixels().height();
  p.save();
  p.setClipRect(QRect(0, area.top(), area.left(), area.height()));
  if (step < line)
    p.setClipRect(QRect(0, area.top() - line / 2, area.left(), area.height() + line)); // also half outside
  for (int row = cells.top(); row <= cells.bottom();) {
    const HeatMapHead head = rowHead(row);
    row = std::max(row + 1, head.first + head.count);
    const int room = (head.count > 1 ? head.count + 1 : 1) * step;
    const int each = (line + room - 1) / room;
    if (head.text.isEmpty() || head.ordinal % std::max(1, m_content.source ? roundEach(each) : each) != 0) continue;
    QRect beside = cellRect(head.first, 0).united(cellRect(head.first + head.count - 1, 0));
    if (head.count > 1) beside = QRect(QPoint(0, std::max(beside.top(), area.top())), QPoint(0, std::min(beside.bottom(), area.bottom())));
    p.drawText(QRect(0, beside.center().y() - line / 2, area.left() - t.px(8), line), Qt::AlignRight | Qt::AlignVCenter, head.text);
  }
  p.restore();
}

// What stands under the ends of the bar.
QString HeatMap::barEnd(int sign) const {
  if (m_content.scaleHidden && sign != 0) return QStringLiteral("?");
  const double v = sign * m_scale;
  if (m_content.format == CellFormat::Percent) return formatPercent(v, 0);
  if (m_content.format == CellFormat::Integer) return formatInteger(std::llround(v));
  return sign > 0 && m_content.ramp == HeatRamp::Diverging ? formatSigned(v) : formatNumber(v);
}

// As long as the cells, but long enough for its ends and no longer than needed.
int HeatMap::barLength(int cells) const {
  const bool signedRamp = m_content.ramp == HeatRamp::Diverging;
  const QFontMetrics ticks(theme().font(FontRole::Tick));
  const int end = std::max(ticks.horizontalAdvance(barEnd(signedRamp ? -1 : 0)), ticks.horizontalAdvance(barEnd(1)));
  return std::max(2 * end + theme().px(signedRamp ? 24 : 8), std::min(cells, theme().px(kBarWidth)));
}

void HeatMap::paintBar(QPainter& p) const {
  const Theme& t = theme();
  const QRect area = cellArea();
  const int shown = std::min(area.height(), stepPixels().height() * m_content.rows);
  const int top = std::min(area.top() + shown + t.px(12), viewport()->height() - barHeight() + t.px(12));
  const bool signedRamp = m_content.ramp == HeatRamp::Diverging;
  const QString low = barEnd(signedRamp ? -1 : 0), high = barEnd(1);
  const int width = barLength(stepPixels().width() * m_content.columns);
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
