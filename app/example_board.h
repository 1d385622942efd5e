// What the drawn pictures of the examples share: the plane they are drawn on, points, pens and digits.
#pragma once

#include "widgets/common/theme.h"

#include <QPainter>
#include <QRectF>

namespace glassbox {

/// Pictures are drawn in units of one pixel of a card, the origin in the middle and y downwards. `area` is what the frame
/// shows of that plane; it is at least as large as the picture asks for.
struct Board {
  QPainter& p;
  const Theme& t;
  QRectF area;
  qreal pixels; ///< device pixels of one unit
};

QPen roundPen(const QColor& color, qreal width);

/// A digit (2, 3, 6 or 7) in a box of 54x72, white on black in both themes, as the pictures of the data set are.
void paintDigit(Board& b, QPointF topLeft, int digit);

// One for each template whose network is more than dense layers on numbers.
void paintFeatureMaps(Board& b);
void paintLeNetDigits(Board& b);
void paintLeNetShapes(Board& b);
void paintEcho(Board& b);
void paintAdding(Board& b);
void paintEmbedding(Board& b);
void paintMirror(Board& b);
void paintSums(Board& b);
void paintText(Board& b);
void paintAutoencoder(Board& b);

} // namespace glassbox
