// The sign of a class on a plot: ten colours and ten shapes, so that the colour never stands alone. Test samples are hollow.
#pragma once

#include <QPainterPath>
#include <QPointF>

class QColor;
class QPainter;

namespace glassbox {

/// With two classes the first is the negative and the second the positive colour, as on the decision surface.
QColor classColor(int index, int classes);

/// Circle, square, triangle, diamond, plus, cross, star, pentagon, bar, ring, around (0, 0); `size` is the diameter of the circle.
QPainterPath classShape(int index, double size);

void paintClassMarker(QPainter& painter, QPointF at, int index, int classes, double size, bool hollow);

} // namespace glassbox
