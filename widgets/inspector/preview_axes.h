// Axes of a small plot: ticks below and at the left, a grid, no frame.
#pragma once

#include <QRectF>

class QPainter;

namespace glassbox {

/// Where the plot lies in a picture of this size, so that the ticks have room.
QRectF previewPlotArea(QSizeF size);
/// Fills `all` with the canvas and draws the axes of `plot`, whose edges are these values.
void drawPreviewAxes(QPainter& p, const QRectF& all, const QRectF& plot, double xLow, double xHigh, double yLow, double yHigh);

} // namespace glassbox
