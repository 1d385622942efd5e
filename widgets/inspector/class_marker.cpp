#include "widgets/inspector/class_marker.h"

#include "widgets/common/theme_manager.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace glassbox {
namespace {

constexpr int kShapes = 10;

QPainterPath polygon(int corners, double outer, double inner) {
  QPainterPath path;
  const int points = inner > 0 ? 2 * corners : corners;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * std::numbers::pi * i / points - std::numbers::pi / 2, radius = inner > 0 && i % 2 == 1 ? inner : outer;
    const QPointF at(radius * std::cos(angle), radius * std::sin(angle));
    if (i == 0)
      path.moveTo(at);
    else
      path.lineTo(at);
  }
  path.closeSubpath();
  return path;
}

QPainterPath cross(double reach, double thick) {
  QPainterPath a, b;
  a.addRect(-reach, -thick / 2, 2 * reach, thick);
  b.addRect(-thick / 2, -reach, thick, 2 * reach);
  return a.united(b);
}

} // namespace

QColor classColor(int index, int classes) {
  if (classes == 2) return theme().color(index == 0 ? ColorRole::Neg : ColorRole::Pos);
  return theme().classColor(index);
}

QPainterPath classShape(int index, double size) {
  const double r = size / 2;
  QPainterPath path;
  switch (index % kShapes) {
  case 1:
    path.addRect(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8);
    return path;
  case 2:
    return polygon(3, r * 1.2, 0).translated(0, r * 0.2);
  case 3:
    return polygon(4, r * 1.2, 0);
  case 4:
    return cross(r * 1.15, r * 0.7);
  case 5: {
    QTransform turned;
    turned.rotate(45);
    return turned.map(cross(r * 1.15, r * 0.7));
  }
  case 6:
    return polygon(5, r * 1.3, r * 0.55);
  case 7:
    return polygon(5, r * 1.1, 0);
  case 8:
    path.addRect(-r * 0.45, -r * 1.2, r * 0.9, r * 2.4);
    return path;
  case 9:
    path.addEllipse(QPointF(), r, r);
    path.addEllipse(QPointF(), r * 0.45, r * 0.45);
    return path;
  default:
    path.addEllipse(QPointF(), r, r);
    return path;
  }
}

void paintClassMarker(QPainter& painter, QPointF at, int index, int classes, double size, bool hollow) {
  const QColor color = classColor(index, classes);
  painter.setPen(hollow ? QPen(color, 1.2) : QPen(theme().color(ColorRole::Canvas), 0.6));
  painter.setBrush(hollow ? QBrush(theme().color(ColorRole::Canvas)) : QBrush(color));
  painter.drawPath(classShape(index, hollow ? size - 1 : size).translated(at));
}

} // namespace glassbox
