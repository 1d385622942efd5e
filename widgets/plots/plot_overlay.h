// What the pointer adds over a plot: the line at a step, its dots, the pinned step, the measured stretch.
#pragma once

#include <QColor>
#include <QPointF>
#include <QRect>
#include <QWidget>

#include <optional>
#include <vector>

namespace glassbox {

struct OverlayContent {
  struct Dot {
    QPointF at;
    QColor color;
  };
  QRect plot;                 // the lines end at its borders
  std::optional<double> line; // x in pixels
  std::optional<double> pin;
  std::optional<QRectF> measured;
  std::optional<double> fadeFrom; // what lies right of it is pale: the run stands before it
  std::vector<Dot> dots;
};

/// Lies over the canvas, so that moving the pointer never redraws the curves.
class PlotOverlay : public QWidget {
  Q_OBJECT

 public:
  explicit PlotOverlay(QWidget* parent);
  void setContent(OverlayContent content);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  OverlayContent m_content;
};

} // namespace glassbox
