// What a widget really writes on the screen: every run of text with its place, its color and the clip it was painted under.
#pragma once

#include <QColor>
#include <QRectF>
#include <QRegion>
#include <QString>

#include <vector>

class QWidget;

namespace glassbox::test {

/// All rectangles are in the coordinates of the widget that was asked.
struct PaintedText {
  QString text;
  QRectF ink;    ///< what the letters cover
  QRectF clip;   ///< what of it may be seen; ink outside is cut off
  QColor color;  ///< of the letters; alpha holds the painter's opacity too
  QRegion covered{}; ///< where something was filled over it
};

/// Everything that `widget` and its visible children write, in the order they paint it. Runs of one line that follow each
/// other without a gap are one text. Texts in pictures that a widget keeps (QPixmap) are not seen.
std::vector<PaintedText> paintedTexts(QWidget& widget);

} // namespace glassbox::test
