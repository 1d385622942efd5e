// A surface as a picture: the colours of its values, and the bar that explains them.
#pragma once

#include "widgets/common/theme.h"
#include "widgets/views/probe_answer.h"

#include <QImage>

class QPainter;
class QRectF;

namespace glassbox {

/// One pixel a grid point. Signed values in the diverging ramp, three and more classes in their colours, both pale enough for points
/// to be seen on them.
QImage surfaceImage(const Surface& surface, const Theme& theme);

/// The colour of one sample's class: with two classes those of negative and positive numbers, as the surface has them.
QColor groupColor(int group, int groups, const Theme& theme);

/// The ramp of a surface, low values at the left.
void paintSurfaceBar(QPainter& painter, const QRectF& rect, SurfaceKind kind, const Theme& theme);

/// The sign of a class: circle, square, triangle, diamond, plus, cross, star, pentagon, bar, ring. Filled with the pen's halo, or
/// hollow. `radius` is that of the circle; all signs have about its area.
enum class MarkFill { Full, Hollow };
void paintMark(QPainter& painter, QPointF center, double radius, int shape, MarkFill fill, const QColor& color, const Theme& theme);

} // namespace glassbox
