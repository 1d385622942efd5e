#include "app/example_board.h"

#include <QPainterPath>

namespace glassbox {
namespace {

// A digit in a box of 54x72, written as one would with a pen.
QPainterPath digitPath(int digit) {
  QPainterPath path;
  switch (digit) {
  case 2:
    path.moveTo(13, 22);
    path.cubicTo(15, 5, 41, 5, 40, 22);
    path.cubicTo(39, 36, 17, 44, 13, 60);
    path.lineTo(42, 60);
    break;
  case 3:
    path.moveTo(14, 12);
    path.lineTo(40, 12);
    path.lineTo(25, 33);
    path.cubicTo(46, 31, 47, 60, 26, 60);
    path.cubicTo(20, 60, 15, 58, 12, 54);
    break;
  case 6:
    path.moveTo(37, 12);
    path.cubicTo(22, 17, 13, 34, 14, 47);
    path.cubicTo(15, 65, 41, 64, 41, 46);
    path.cubicTo(41, 30, 20, 30, 14, 46);
    break;
  default: // 7
    path.moveTo(12, 13);
    path.lineTo(42, 13);
    path.cubicTo(33, 27, 26, 43, 24, 60);
    break;
  }
  return path;
}

} // namespace

QPen roundPen(const QColor& color, qreal width) { return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin); }

void paintDigit(Board& b, QPointF topLeft, int digit) {
  b.p.save();
  b.p.translate(topLeft);
  b.p.setPen(Qt::NoPen);
  b.p.setBrush(b.t.color(b.t.isDark() ? ColorRole::Raised : ColorRole::Text));
  b.p.drawRoundedRect(QRectF(0, 0, 54, 72), 2, 2);
  b.p.setBrush(Qt::NoBrush);
  b.p.setPen(roundPen(b.t.color(b.t.isDark() ? ColorRole::Text : ColorRole::Raised), 5));
  b.p.drawPath(digitPath(digit));
  b.p.restore();
}

} // namespace glassbox
